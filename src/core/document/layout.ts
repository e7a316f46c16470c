import { cleanLines } from './clean.ts'
import type { Cell, SourceBlock, SourceParagraph, SourceTable, Span } from './document.ts'
import { joinLines } from './join-lines.ts'

/** A line of the normalised text. The span leaves out the space around it; `raw` keeps it. */
export interface Line extends Span {
  readonly kind: 'line'
  readonly text: string
  readonly raw: string
  /** Where `raw` begins. */
  readonly from: number
  /** The paragraph of the source, for its hints. */
  readonly source: SourceParagraph
  /** Which frame (a table of a single cell) the line stands in, counted from 1. */
  readonly frame?: number
}

/** A table that the source knew as a table. */
export interface LaidTable extends Span {
  readonly kind: 'table'
  readonly source: SourceTable
  readonly cells: readonly Cell[]
}

export type Laid = Line | LaidTable

/** Writes the source down as one text, and says where everything stands in it. */
export function lay(blocks: readonly SourceBlock[]): { text: string; laid: readonly Laid[] } {
  const sheet = new Sheet()
  let frames = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') sheet.addParagraph(block)
    else if (isFrame(block)) sheet.addFrame(block, (frames += 1))
    else sheet.addTable(block)
  }
  return { text: sheet.parts.join('').slice(0, -1), laid: sheet.laid }
}

/** The text as it grows; the place of what is written next is its identity. */
class Sheet {
  readonly parts: string[] = []
  readonly laid: Laid[] = []
  private at = 0

  addParagraph(source: SourceParagraph, frame?: number): void {
    for (const raw of cleanLines(`${source.number ?? ''}${source.text}`)) {
      const text = raw.trim()
      const from = this.at
      const start = text === '' ? from : from + raw.indexOf(text)
      const end = start + text.length
      this.laid.push({ kind: 'line', raw, from, text, start, end, source, ...(frame && { frame }) })
      this.write(`${raw}\n`)
    }
  }

  addFrame(table: SourceTable, frame: number): void {
    for (const { text } of table.cells) {
      const page = table.page === undefined ? {} : { page: table.page }
      this.addParagraph({ kind: 'paragraph', text, ...page }, frame)
    }
  }

  /** Rows on lines, cells parted by tabs; what a merged cell covers stays empty. */
  addTable(source: SourceTable): void {
    const start = this.at
    const cells: Cell[] = []
    let row = 0
    let column = 0
    for (const cell of inReadingOrder(source)) {
      if (cell.row > row) {
        this.write('\n'.repeat(cell.row - row))
        row = cell.row
        column = 0
      }
      this.write('\t'.repeat(cell.column - column))
      column = cell.column
      const text = joinLines(cleanLines(cell.text).join('\n'))
      cells.push({ ...cell, text, start: this.at, end: this.at + text.length })
      this.write(text)
    }
    this.laid.push({ kind: 'table', source, cells, start, end: this.at })
    this.write('\n')
  }

  private write(part: string): void {
    this.parts.push(part)
    this.at += part.length
  }
}

function isFrame(table: SourceTable): boolean {
  return table.cells.length === 1 || (table.columns === 1 && table.rows <= 3)
}

/** The cells that lie in the table, each place taken once. */
function inReadingOrder(source: SourceTable): readonly SourceTable['cells'][number][] {
  const inside = source.cells.filter(
    ({ row, column }) => row >= 0 && row < source.rows && column >= 0 && column < source.columns,
  )
  return inside
    .toSorted((a, b) => a.row - b.row || a.column - b.column)
    .filter((cell, index, all) => {
      const before = all[index - 1]
      return !before || before.row !== cell.row || before.column !== cell.column
    })
}
