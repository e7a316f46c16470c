import type { SourceBlock, SourceTable } from '#core/document/document.ts'

/**
 * Blocks drawn so that a test can be checked by eye: a paragraph a line, a table a line a row, where
 * `<` and `^` stand for what the cell to the left or above reaches over.
 */
export function picture(blocks: readonly SourceBlock[]): string {
  return blocks
    .map((block) => (block.kind === 'table' ? grid(block) : (block.number ?? '') + block.text))
    .join('\n')
}

function grid(table: SourceTable): string {
  const rows = Array.from({ length: table.rows }, () => Array<string>(table.columns).fill('#'))
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const text = column > cell.column ? '<' : row > cell.row ? '^' : cell.text
        rows[row]?.splice(column, 1, text.replaceAll('\n', '⏎').replaceAll('\t', '⇥'))
      }
    }
  }
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
