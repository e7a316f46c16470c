import { cellKind, type ColumnRole, misfit } from './cell-kind.ts'
import type { PlacedPiece } from './place-head.ts'

/**
 * A row that was placed by what its cells look like, without those that might as well stand elsewhere:
 * cells that fit their column badly, and figures of which some of a run of columns are missing, for no
 * one can tell which. No cell is better than a wrong one.
 */
export function withoutDoubt(
  row: readonly PlacedPiece[],
  roles: readonly ColumnRole[],
): readonly PlacedPiece[] {
  const filled = new Set(row.map((cell) => cell.column))
  return row.filter(({ piece, column, columnSpan }) => {
    const role = roles[column]
    if (columnSpan > 1 || !role) return true
    if (misfit(cellKind(piece.text), role) >= 4) return false
    return role !== 'figure' || runOfFigures(roles, column).every((other) => filled.has(other))
  })
}

function runOfFigures(roles: readonly ColumnRole[], column: number): readonly number[] {
  let first = column
  let end = column
  while (roles[first - 1] === 'figure') first -= 1
  while (roles[end] === 'figure') end += 1
  return Array.from({ length: end - first }, (_, step) => first + step)
}
