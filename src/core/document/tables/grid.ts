import type { Cell } from '../document.ts'
import { alignRow } from './align-row.ts'
import { cellKind, type ColumnRole, misfit } from './cell-kind.ts'
import { columnRoles } from './column-roles.ts'
import { withoutDoubt } from './doubt.ts'
import { headRowsOf } from './head.ts'
import { isBlank, type Piece } from './piece.ts'
import { placeHead, type PlacedPiece } from './place-head.ts'

export interface Grid {
  readonly rows: number
  readonly columns: number
  readonly headRows: number
  readonly cells: readonly Cell[]
}

/** The cells of a row that have their columns. */
export type PlacedRow = readonly PlacedPiece[]

/** The widest table we believe in. */
export const mostColumns = 60

/** Gives rows of cells their columns and spans: head cells over several columns, categories over several rows. */
export function gridOf(rows: readonly (readonly Piece[])[]): Grid {
  const columns = usualLength(rows)
  const even = rows.map((row) => withoutBlankEnd(row, columns))
  const headRows = headRowsOf(even, columns)
  const head = placeHead(even.slice(0, headRows), columns)
  const roles = columnRoles(head, even.slice(headRows), columns)
  const placed = [...head, ...even.slice(headRows).map((row) => placeBody(row, roles))]
  return gridOfPlaced(placed, headRows, roles)
}

/** The grid of rows whose cells have their columns: what is left blank is merged where merging is usual. */
export function gridOfPlaced(
  rows: readonly PlacedRow[],
  headRows: number,
  roles: readonly ColumnRole[],
): Grid {
  return {
    rows: rows.length,
    columns: roles.length,
    headRows,
    cells: cellsOf(rows, headRows, roles),
  }
}

/** The most frequent number of cells, the larger of two; rows of one cell say nothing about it. */
function usualLength(rows: readonly (readonly Piece[])[]): number {
  const counts = new Map<number, number>()
  for (const row of rows)
    if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const [usual = 1] = [...counts].toSorted(([a, m], [b, n]) => n - m || b - a)[0] ?? []
  const fullest = rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex((piece) => !isBlank(piece)) + 1),
    1,
  )
  return Math.max(usual, fullest)
}

function withoutBlankEnd(row: readonly Piece[], columns: number): readonly Piece[] {
  return row.length > columns ? row.slice(0, columns) : row
}

function placeBody(row: readonly Piece[], roles: readonly ColumnRole[]): PlacedRow {
  const [only] = row
  if (only && row.length === 1 && roles.length > 1)
    return [{ piece: only, column: 0, columnSpan: roles.length }]
  if (row.length === roles.length || isCutShort(row, roles)) return placedInOrder(row)
  return withoutDoubt(placedInOrder(alignRow(row, roles)), roles)
}

function placedInOrder(row: readonly (Piece | undefined)[]): PlacedRow {
  return row.flatMap((piece, column) => (piece ? [{ piece, column, columnSpan: 1 }] : []))
}

/** Whether the row only lacks blanks at its end: what it has is in place, and its blanks are printed. */
function isCutShort(row: readonly Piece[], roles: readonly ColumnRole[]): boolean {
  if (!row.some(isBlank) && roles.includes('category')) return false
  const cost = row.reduce((sum, piece, column) => {
    return isBlank(piece) ? sum : sum + misfit(cellKind(piece.text), roles[column] ?? 'text')
  }, 0)
  return cost < 2
}

/** The cells with their rows; a place left blank below a head cell or a category belongs to it. */
function cellsOf(
  placed: readonly PlacedRow[],
  headRows: number,
  roles: readonly ColumnRole[],
): readonly Cell[] {
  const growing: (GrowingCell | undefined)[] = roles.map(() => undefined)
  const cells: GrowingCell[] = []
  for (const [row, pieces] of placed.entries()) {
    if (row === headRows) growing.fill(undefined)
    const isHead = row < headRows
    const found = new Map(pieces.map((piece) => [piece.column, piece]))
    let column = 0
    while (column < roles.length) {
      const here = found.get(column)
      const above = growing[column]
      const merges = isHead || mayMerge(roles[column], column)
      if ((!here || here.piece.text === '') && above && merges) above.rowSpan += 1
      else if (here) {
        const cell = { ...here.piece, row, column, rowSpan: 1, columnSpan: here.columnSpan }
        cells.push(cell)
        const grows = here.piece.text !== '' && here.columnSpan === 1
        growing.fill(undefined, column, column + here.columnSpan)
        if (grows) growing[column] = cell
      }
      column += here?.columnSpan ?? 1
    }
  }
  return cells
}

/** Categories are printed once for several rows, and so is what stands first; numbers and years of rows are not. */
function mayMerge(role: ColumnRole | undefined, column: number): boolean {
  return role === 'category' || (column === 0 && role !== 'order' && role !== 'year')
}

interface GrowingCell extends Cell {
  rowSpan: number
}
