import { headingMark } from '../heading-marks.ts'
import { joinLines } from '../join-lines.ts'
import type { Line } from '../layout.ts'
import { type Alignment, alignTokens, categoryWidthOf } from './align-tokens.ts'
import { cellKind, type ColumnRole } from './cell-kind.ts'
import { withoutDoubt } from './doubt.ts'
import type { Finding } from './found.ts'
import { gridOfPlaced, type PlacedRow } from './grid.ts'
import { isHeadText } from './head.ts'
import { type LooseHead, looseHeads } from './loose-head.ts'
import { placeHead } from './place-head.ts'
import { type Token, tokensOf } from './token.ts'
import { weighed, type WeighedToken } from './weigh-tokens.ts'

const mostLines = 6_000
const sampleLines = 240
const sample = 90
const worstCost = 0.9

/** The table that begins at line `first` with one cell a line or cells parted by spaces, if one does. */
export function looseRows(lines: readonly Line[], first: number): Finding {
  if (!mayBegin(lines, first)) return { next: first + 1 }
  const sampled = tokensOf(lines, first, endOf(lines, first, sampleLines)).slice(0, sample)
  // Without figures in sight no line nearby begins a table either.
  if (!holdsFigures(sampled)) return { next: first + 8 }
  const start = weighed(sampled)
  const best = bestHead(start)
  // A title over the table may read like a head: then the table fits better without it.
  const without =
    best && !firstRoles.has(best.head.roles[0] ?? 'text') ? bestHead(start.slice(1)) : undefined
  if (!best || (without && without.cost < best.cost)) return { next: first + 1 }
  const { head } = best
  const next = endOf(lines, first, mostLines)
  const tokens = tokensOf(lines, first, next)
  const body = weighed(withoutRepeatedHead(tokens.slice(head.length), tokens.slice(0, head.length)))
  const rows = trimmed(rowsOf(body, alignedByWidth(body, head.roles), head.roles), head.roles)
  if (rows.length < 2) return { next }
  const placed = [...placeHead(head.rows, head.roles.length), ...rows]
  const grid = gridOfPlaced(placed, head.rows.length, head.roles)
  const from = tokens[0]?.start ?? 0
  const end = grid.cells.reduce((last, cell) => Math.max(last, cell.end), from)
  const lastLine = body.findLast((token) => token.end <= end)?.line ?? first
  return { next: lastLine + 1, table: { ...grid, start: from, end } }
}

/** Aligned, and once more where that shows how narrow the column of categories is. */
function alignedByWidth(body: readonly WeighedToken[], roles: readonly ColumnRole[]): Alignment {
  const first = alignTokens(body, roles)
  const width = categoryWidthOf(body, first, roles)
  return width === undefined ? first : alignTokens(body, roles, width)
}

/** Columns that only ever come first. */
const firstRoles: ReadonlySet<ColumnRole> = new Set(['order', 'category', 'year'])

/** Words alone are no sign of a table: among its cells there are figures, units, numbers of rows. */
function holdsFigures(tokens: readonly Token[]): boolean {
  const kinds = tokens.map((token) => cellKind(token.text))
  return (
    kinds.filter((kind) => kind !== 'word' && kind !== 'prose' && kind !== 'year').length * 10 >=
    kinds.length
  )
}

const longestFirstHead = 8
const longestHead = 20
const caption = /^(?:附\s*表|表|附\s*件|专\s*栏|图)\s*[\d一二三四五六七八九十]/

/** Three of the first four lines, or words of a line, must read like heads. */
function mayBegin(lines: readonly Line[], first: number): boolean {
  const line = lines[first]
  if (!line || line.text === '' || line.text.length > 200 || caption.test(line.text)) return false
  const few = tokensOf(lines, first, Math.min(lines.length, first + 12)).slice(0, 4)
  const [start] = few
  if (!start || start.text.length > longestFirstHead || !isHeadText(start.text)) return false
  return few.filter(isShortHead).length >= 3 && !headingMark(start.text)
}

function isShortHead({ text }: Token): boolean {
  return text.length <= longestHead && !/[：:。；]/.test(text) && isHeadText(text)
}

const note = /^[（(]?\s*(?:注|备注|说明|资料来源|数据来源)\s*[：:]/

const otherTable = /[\t|│┃┌├└]/

/** Where the table must have ended: at a note, another caption, a heading with its text, a gap, long prose. */
function endOf(lines: readonly Line[], first: number, limit: number): number {
  let blanks = 0
  const most = Math.min(lines.length, first + limit)
  for (let index = first + 1; index < most; index += 1) {
    const line = lines[index]
    if (!line) return index
    blanks = line.text === '' ? blanks + 1 : 0
    if (
      otherTable.test(line.raw) ||
      blanks > 4 ||
      line.text.length > 400 ||
      note.test(line.text) ||
      caption.test(line.text)
    )
      return index
    if (isHeadingInText(lines, index)) return index
  }
  return most
}

function isHeadingInText(lines: readonly Line[], index: number): boolean {
  const mark = headingMark(lines[index]?.text ?? '')
  if (!mark) return false
  if (mark.family === 'chapter' || mark.family === 'section') return true
  if (mark.family !== 'comma' && mark.family !== 'bracket') return false
  const following = lines.slice(index + 1, index + 5).find((line) => line.text !== '')
  if (!following) return false
  return /[，。].*[，。]/.test(following.text) || headingMark(following.text)?.family === 'bracket'
}

interface FittingHead {
  readonly head: LooseHead
  readonly cost: number
}

/** The reading of the head under which the tokens behind it fit best. */
function bestHead(tokens: readonly WeighedToken[]): FittingHead | undefined {
  const tried = new Set<string>()
  let best: FittingHead | undefined
  for (const head of looseHeads(tokens)) {
    const body = tokens.slice(head.length)
    for (const roles of readings(head.roles)) {
      const reading = `${head.length} ${head.rows.length} ${roles.join(' ')}`
      if (tried.has(reading)) continue
      tried.add(reading)
      const mean = alignTokens(body, roles).cost
      const cost = mean * body.length + head.cost
      const fits = mean <= worstCost && hasEvidence(roles)
      if (fits && (!best || cost < best.cost)) best = { head: { ...head, roles }, cost }
    }
  }
  return best
}

/** Heads say little at times: a column of words may hold figures, and years may stand over the others. */
function readings(roles: readonly ColumnRole[]): readonly (readonly ColumnRole[])[] {
  const readings = [roles]
  if (roles.includes('text'))
    readings.push(roles.map((role) => (role === 'text' ? 'figure' : role)))
  if (roles.includes('year')) readings.push(roles.map((role) => (role === 'year' ? 'name' : role)))
  return readings
}

/** Columns of words alone fit any text. */
function hasEvidence(roles: readonly ColumnRole[]): boolean {
  return roles.some((role) => telling.has(role))
}

const telling: ReadonlySet<ColumnRole> = new Set(['order', 'figure', 'unit', 'attribute'])

function withoutRepeatedHead(tokens: readonly Token[], head: readonly Token[]): readonly Token[] {
  const kept: Token[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const repeats = head.every((token, step) => tokens[index + step]?.text === token.text)
    if (repeats) index += head.length - 1
    else {
      const token = tokens[index]
      if (token) kept.push(token)
    }
  }
  return kept
}

function rowsOf(
  tokens: readonly Token[],
  { places }: Alignment,
  roles: readonly ColumnRole[],
): readonly PlacedRow[] {
  const rows: { piece: Token; column: number; columnSpan: number }[][] = []
  for (const [index, token] of tokens.entries()) {
    const { column, begins } = places[index] ?? { column: 0, begins: 'row' }
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (begins === 'section') rows.push([{ piece: token, column: 0, columnSpan: roles.length }])
    else if (!row || begins === 'row') rows.push([{ piece: token, column, columnSpan: 1 }])
    else if (begins === 'cell' || !last) row.push({ piece: token, column, columnSpan: 1 })
    else {
      const text = joinLines(`${last.piece.text}\n${token.text}`)
      row[row.length - 1] = { ...last, piece: { ...last.piece, end: token.end, text } }
    }
  }
  return rows.map((row) => withoutDoubt(row, roles))
}

/** The last rows may be text behind the table: rows count up to the last that holds more than words. */
function trimmed(rows: readonly PlacedRow[], roles: readonly ColumnRole[]): readonly PlacedRow[] {
  const isRow = (row: PlacedRow): boolean =>
    row.length > 1 &&
    row.some((cell) => cell.columnSpan === 1 && telling.has(roles[cell.column] ?? 'text'))
  return rows.slice(0, rows.findLastIndex(isRow) + 1)
}
