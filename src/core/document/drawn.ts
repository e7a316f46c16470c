import { type Document, type Table, textAt } from './document.ts'

/** The headings of a document, one a line: `## （一） 发展目标`; the title has `=`, a lead-in ends with `…`. */
export function drawnHeadings(document: Document): readonly string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'heading') return []
    const mark = block.level === 0 ? '=' : '#'.repeat(block.level)
    const title = textAt(document, block.title).replace(/\s+/g, ' ')
    return [
      [mark, block.number, `${title}${block.runIn ? '…' : ''}`]
        .filter((part) => part !== undefined)
        .join(' '),
    ]
  })
}

/** A table as rows of cells: `<` and `^` are covered by the cell to the left and above, `?` is unknown, `_` blank. */
export function drawnTable(table: Table): readonly string[] {
  const rows = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.columns }, () => '?'),
  )
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const text =
          row > cell.row ? '^' : column > cell.column ? '<' : cell.text === '' ? '_' : cell.text
        rows[row]?.splice(column, 1, text)
      }
    }
  }
  return rows.map((row) => row.join(' '))
}

/** The tables of a document. */
export function tablesOf(document: Document): readonly Table[] {
  return document.blocks.filter((block) => block.kind === 'table')
}

/** The paragraphs of a document, line breaks as `/`, with role, mark and box before them. */
export function drawnParagraphs(document: Document): readonly string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind !== 'paragraph') return []
    const signs = [
      block.role && `[${block.role}]`,
      block.mark && `<${block.mark}>`,
      block.box && '[box]',
    ]
    return [
      [
        ...signs.filter((sign) => sign !== undefined),
        textAt(document, block).replace(/\n+/g, '/'),
      ].join(' '),
    ]
  })
}
