import type { Cell, SourceBlock, SourceParagraph, SourceTable, Span } from './document.ts'

/** A line of the normalised text. The span leaves out the space around it; `raw` keeps it. */
export interface Line extends Span {
  readonly kind: 'line'
  readonly text: string
  readonly raw: string
  /** Where `raw` begins. */
  readonly from: number
  /** The paragraph of the source, for its hints. */
  readonly source: SourceParagraph
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
  const parts: string[] = []
  const laid: Laid[] = []
  let at = 0
  const write = (part: string): void => {
    parts.push(part)
    at += part.length
  }
  for (const block of blocks) {
    if (block.kind === 'table') {
      laid.push(layTable(block, at, write))
      write('\n')
      continue
    }
    for (const raw of linesOf(block)) {
      laid.push(lineAt(raw, at, block))
      write(`${raw}\n`)
    }
  }
  return { text: parts.join('').slice(0, -1), laid }
}

function linesOf(block: SourceParagraph): readonly string[] {
  return `${block.number ?? ''}${block.text}`.split(/\r\n|[\n\r\u2028\u2029]/)
}

function lineAt(raw: string, from: number, source: SourceParagraph): Line {
  const text = raw.trim()
  const start = text === '' ? from : from + raw.indexOf(text)
  return { kind: 'line', raw, from, text, start, end: start + text.length, source }
}

/** Rows on lines, cells parted by tabs; what a merged cell covers stays empty. */
function layTable(source: SourceTable, from: number, write: (part: string) => void): LaidTable {
  const byPlace = new Map(source.cells.map((cell) => [cell.row * 65_536 + cell.column, cell]))
  const cells: Cell[] = []
  let at = from
  const put = (part: string): void => {
    write(part)
    at += part.length
  }
  for (let row = 0; row < source.rows; row += 1) {
    if (row > 0) put('\n')
    for (let column = 0; column < source.columns; column += 1) {
      if (column > 0) put('\t')
      const cell = byPlace.get(row * 65_536 + column)
      if (!cell) continue
      const text = joinLines(cell.text)
      cells.push({ ...cell, text, start: at, end: at + text.length })
      put(text)
    }
  }
  return { kind: 'table', source, cells, start: from, end: at }
}

const wordEnd = /[A-Za-z]$/
const wordStart = /^[A-Za-z]/
const item = /^(?:\d{1,2}[.．、]|[（(][\d一二三四五六七八九十]{1,3}[）)]|[①-⑳●■◆])/

/** A cell's lines as one: a break inside a Chinese word goes, one between words or items stays as a space. */
export function joinLines(text: string): string {
  return text
    .split(/[\s\u2028\u2029]*[\n\r\t\u2028\u2029][\s\u2028\u2029]*/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((whole, line) => {
      if (whole === '') return line
      const apart = (wordEnd.test(whole) && wordStart.test(line)) || item.test(line)
      return `${whole}${apart ? ' ' : ''}${line}`
    }, '')
}
