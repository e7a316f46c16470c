import type { SourceCell, SourceTable } from '#core/document/document.ts'
import { limits } from './limits.ts'
import { tooLarge } from './unreadable.ts'

/**
 * A table of cells laid on a grid, without the rows and columns that no edge of a cell needs: files
 * carry grids finer than what one sees. Spans are cut at the edges of the grid.
 */
export function tableOf(
  cells: readonly SourceCell[],
  options: { readonly headRows?: number; readonly page?: number } = {},
): SourceTable {
  if (cells.length > limits.tableCells) throw tooLarge('A table', limits.tableCells)
  const rowEdges = edges(cells.map((cell) => cell.row))
  const columnEdges = edges(cells.map((cell) => cell.column))
  const placed = cells.map((cell) => ({ ...cell, ...placeOf(cell, rowEdges, columnEdges) }))
  const headRows = rowEdges.filter((edge) => edge < (options.headRows ?? 0)).length
  return {
    kind: 'table',
    rows: rowEdges.length,
    columns: columnEdges.length,
    ...(headRows > 0 && { headRows }),
    cells: placed.sort((one, other) => one.row - other.row || one.column - other.column),
    ...(options.page !== undefined && { page: options.page }),
  }
}

/** Whether a table says nothing at all. */
export function isBlankTable(table: SourceTable): boolean {
  return table.cells.every((cell) => cell.text.trim() === '')
}

function edges(starts: readonly number[]): readonly number[] {
  return [...new Set(starts)].sort((one, other) => one - other)
}

function placeOf(cell: SourceCell, rowEdges: readonly number[], columnEdges: readonly number[]) {
  const row = indexFrom(rowEdges, cell.row)
  const column = indexFrom(columnEdges, cell.column)
  return {
    row,
    column,
    rowSpan: Math.max(1, indexFrom(rowEdges, cell.row + cell.rowSpan) - row),
    columnSpan: Math.max(1, indexFrom(columnEdges, cell.column + cell.columnSpan) - column),
  }
}

/** The index of the first edge at or after `position`, by halving. */
function indexFrom(sorted: readonly number[], position: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) < position) low = middle + 1
    else high = middle
  }
  return low
}
