import { joinLines } from '../join-lines.ts'
import type { Line } from '../layout.ts'
import type { FoundRows } from './found.ts'
import { continuationCost } from './continuation.ts'
import { isBlank, type Piece } from './piece.ts'

/** A way of writing a row on a line: what parts its cells. */
export interface RowStyle {
  readonly isRow: (line: Line) => boolean
  /** Lines that only draw the table. */
  readonly isRule: (line: Line) => boolean
  readonly cells: (line: Line) => readonly Piece[]
}

export const tabbed: RowStyle = {
  isRule: () => false,
  isRow: ({ raw }) => {
    const first = raw.indexOf('\t')
    return first > 0 ? raw.slice(0, first).trim() !== '' : first === 0 && raw.indexOf('\t', 1) > 0
  },
  cells: (line) => cellsOfLine(line, /\t/),
}

const pipe = /[|｜│┃]/g
const pipeMark = /[|｜│┃]/
const pipeStart = /^[|｜│┃]/
const drawing = /[-—─━]/
const rule = /^[\s|｜│┃:：\-—─━+┼├┤]+$/

export const piped: RowStyle = {
  isRule: ({ raw }) => raw.length < longestCell && rule.test(raw) && drawing.test(raw),
  // Without a pipe at the start it takes cells that are all filled: pipes also come from pictures read as text.
  isRow: ({ raw, text }) => {
    const pipes = raw.slice(0, longestCell).match(pipe)?.length ?? 0
    if (pipes < 2) return false
    return pipeStart.test(text) || text.split(pipeMark).every((part) => part.trim() !== '')
  },
  cells: (line) => {
    const cells = cellsOfLine(line, pipeMark)
    const from = cells[0]?.text === '' ? 1 : 0
    return cells.slice(from, cells.at(-1)?.text === '' ? -1 : undefined)
  },
}

const longestCell = 2_000
const longestRow = 20_000
const longestRest = 60
const mostBlanks = 3
const pageNumber = /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–\s]*$/

/**
 * The rows from line `first` on. Between them may stand blank lines, page numbers and the rest of a
 * cell that was broken.
 */
export function partedRows(lines: readonly Line[], first: number, style: RowStyle): FoundRows {
  const rows: Piece[][] = []
  let next = first
  let blanks = 0
  for (let index = first; index < lines.length && blanks <= mostBlanks; index += 1) {
    const line = lines[index]
    if (!line || line.raw.length > longestRow) break
    if (line.text === '' && !style.isRow(line)) blanks += 1
    else if (style.isRule(line)) next = index + 1
    else if (style.isRow(line)) {
      rows.push([...style.cells(line)])
      next = index + 1
      blanks = 0
    } else {
      const following = lines.slice(index + 1, index + 4).find(({ text }) => text !== '')
      const rowFollows = following !== undefined && style.isRow(following)
      if (rowFollows && pageNumber.test(line.text)) continue
      if (blanks > 0 || !mayGoOn(rows, line, rowFollows)) break
      rows.push([line])
      next = index + 1
    }
  }
  return { rows: mended(rows), next }
}

/** Whether a line without the signs of a row may be the rest of a cell or a line across the table. */
function mayGoOn(rows: readonly (readonly Piece[])[], line: Line, rowFollows: boolean): boolean {
  if (line.text.length > longestRest || /[。：:]$/.test(line.text)) return false
  return rowFollows || isOpen(rows) || isRestOf(rows.at(-1)?.at(-1), line)
}

function isOpen(rows: readonly (readonly Piece[])[]): boolean {
  const last = rows.at(-1)
  const before = rows.at(-2)
  return last !== undefined && before !== undefined && last.length < before.length
}

/** Whether a line can only be the end of the last cell: 1.55个 and 百分点. */
function isRestOf(cell: Piece | undefined, line: Line): boolean {
  return (
    cell !== undefined &&
    !isBlank(cell) &&
    line.text.length <= 12 &&
    continuationCost(cell, line) === 0
  )
}

/** Rows that were broken within a cell, made whole. */
function mended(rows: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const columns = rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0)
  const whole: (readonly Piece[])[] = []
  for (const row of rows) {
    const last = whole.at(-1) ?? []
    const broken = last.at(-1)
    const [rest] = row
    if (broken && rest && whole.length > 1 && isBroken(last, row, columns)) {
      whole[whole.length - 1] = [...last.slice(0, -1), joined(broken, rest), ...row.slice(1)]
    } else whole.push(row.map(({ start, end, text }) => ({ start, end, text })))
  }
  return whole
}

const sectionMark = /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|★)/

/** Whether the second row is the rest of the first: they fill the columns together, or its words leave no choice. */
function isBroken(last: readonly Piece[], row: readonly Piece[], columns: number): boolean {
  const broken = last.at(-1)
  const [rest] = row
  if (!broken || !rest || isBlank(broken) || isBlank(rest)) return false
  const length = last.length + row.length - 1
  if (length > columns) return false
  // With three columns or fewer, rows that lack a merged cell look like that as well.
  const isShort = columns > 3 && last.length > 1 && last.length < columns - 1
  if (isShort && row.length === 1) return !sectionMark.test(rest.text)
  if (columns > 3 && length === columns && last.length < columns && row.length < columns)
    return true
  return continuationCost(broken, rest) < 0.5
}

function joined(a: Piece, b: Piece): Piece {
  return { start: a.start, end: b.end, text: joinLines(`${a.text}\n${b.text}`) }
}

/** The cells of a line, parted by `mark`. */
function cellsOfLine(line: Line, mark: RegExp): readonly Piece[] {
  const pieces: Piece[] = []
  let at = line.from
  for (const part of line.raw.split(mark)) {
    const text = part.trim()
    const start = text === '' ? at : at + part.indexOf(text)
    pieces.push({ start, end: start + text.length, text })
    at += part.length + 1
  }
  return pieces
}
