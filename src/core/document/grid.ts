import type { Cell, Span } from './document.ts'
import { joinLines } from './layout.ts'

/** A cell as found, before it has its place: where it stands and the lines it is printed on. */
export interface Piece extends Span {
  readonly lines: readonly string[]
}

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly headRows: number
  readonly cells: readonly Cell[]
}

/** Gives rows of pieces their columns and spans: head cells over several columns, categories over several rows. */
export function gridOf(rows: readonly (readonly Piece[])[]): Grid {
  const columns = Math.max(0, ...rows.map((row) => row.length))
  const headRows = headRowsOf(rows)
  const cells = rows.flatMap((row, index) =>
    index < headRows ? headCells(rows, index, headRows, columns) : bodyCells(row, index, columns),
  )
  return { rows: rows.length, columns, headRows, cells: mergeDown(cells, headRows, rows.length) }
}

const figure = /^[\s[【(（≥≤<>≧≦＜＞+\-−—–~～约]*\d[\d.,，]*/

function headRowsOf(rows: readonly (readonly Piece[])[]): number {
  const [first, second] = rows
  if (!first || rows.length < 2) return 0
  if (!second || !isBlank(second[0])) return 1
  const printed = second.filter((piece) => !isBlank(piece))
  const isHead =
    printed.length > 1 &&
    printed.every((piece) => !figure.test(textOf(piece)) || /年/.test(textOf(piece)))
  return isHead && isNarrower(first, second) ? 2 : 1
}

/** Whether the first row leaves room for the second: its cells are fewer, or blank where the second's stand. */
function isNarrower(first: readonly Piece[], second: readonly Piece[]): boolean {
  return (
    first.length < second.length ||
    first.some((piece, index) => isBlank(piece) && !isBlank(second[index]))
  )
}

function headCells(
  rows: readonly (readonly Piece[])[],
  index: number,
  headRows: number,
  columns: number,
): readonly Cell[] {
  const row = rows[index] ?? []
  const below = index + 1 < headRows ? rows[index + 1] : undefined
  const widths = below ? widthsOver(row, below, columns) : row.map(() => 1)
  let column = 0
  return row.flatMap((piece, place) => {
    const width = widths[place] ?? 1
    const at = column
    column += width
    return width === 0 || isBlank(piece)
      ? []
      : [cellOf(piece, { row: index, column: at, rowSpan: 1, columnSpan: width })]
  })
}

/** How many columns each cell of an upper head row spans, given the row below it. */
function widthsOver(
  row: readonly Piece[],
  below: readonly Piece[],
  columns: number,
): readonly number[] {
  if (row.length < columns) {
    const single = below.findIndex((piece) => !isBlank(piece))
    const wide = row.length - single
    const share = Math.floor((columns - single) / Math.max(1, wide))
    return row.map((_, place) => (place < single ? 1 : share))
  }
  const widths: number[] = row.map((piece) => (isBlank(piece) ? 0 : 1))
  row.forEach((piece, place) => {
    if (!isBlank(piece)) return
    const owner = row.findLastIndex((other, index) => index < place && !isBlank(other))
    if (owner < 0 || isBlank(below[place])) widths[place] = 1
    else widths[owner] = (widths[owner] ?? 0) + 1
  })
  return widths
}

function bodyCells(row: readonly Piece[], index: number, columns: number): readonly Cell[] {
  const [only] = row
  const printed = row.filter((piece) => !isBlank(piece))
  if (only && row.length === 1 && columns > 1) {
    return [cellOf(only, { row: index, column: 0, rowSpan: 1, columnSpan: columns })]
  }
  if (printed.length === 0) return []
  return row.map((piece, column) =>
    cellOf(piece, { row: index, column, rowSpan: 1, columnSpan: 1 }),
  )
}

/** A blank below a head cell or below a category belongs to it. */
function mergeDown(cells: readonly Cell[], headRows: number, rows: number): readonly Cell[] {
  const taken = new Set(
    cells.flatMap((cell) => (cell.text === '' ? [] : [key(cell.row, cell.column)])),
  )
  const covered = new Set<string>()
  const grown = cells.map((cell) => {
    const reach = cell.row < headRows ? headRows : cell.column === 0 ? rows : cell.row + 1
    if (cell.text === '' || cell.columnSpan > 1) return cell
    let rowSpan = 1
    while (cell.row + rowSpan < reach && isFree(cells, taken, cell, cell.row + rowSpan)) {
      covered.add(key(cell.row + rowSpan, cell.column))
      rowSpan += 1
    }
    return { ...cell, rowSpan }
  })
  return grown.filter((cell) => !(cell.text === '' && covered.has(key(cell.row, cell.column))))
}

function isFree(
  cells: readonly Cell[],
  taken: ReadonlySet<string>,
  cell: Cell,
  row: number,
): boolean {
  if (taken.has(key(row, cell.column))) return false
  return !cells.some(
    (other) =>
      other.row === row &&
      other.column < cell.column &&
      other.column + other.columnSpan > cell.column,
  )
}

const key = (row: number, column: number): string => `${row}:${column}`

function cellOf(piece: Piece, place: Omit<Cell, 'text' | 'start' | 'end'>): Cell {
  return { ...place, start: piece.start, end: piece.end, text: textOf(piece) }
}

export function textOf(piece: Piece): string {
  return joinLines(piece.lines.join('\n'))
}

export function isBlank(piece: Piece | undefined): boolean {
  return !piece || piece.end === piece.start
}
