import { cellKind, type ColumnRole, misfit } from './cell-kind.ts'
import type { Piece } from './piece.ts'

const skips: Readonly<Record<ColumnRole, number>> = {
  order: 3,
  year: 5,
  category: 0.2,
  name: 5,
  unit: 1.5,
  attribute: 1.5,
  figure: 2,
  text: 1,
}

/** What it costs to believe that a cell of the column was not printed. */
export function skipCost(role: ColumnRole | undefined): number {
  return role ? skips[role] : 0
}

/**
 * Gives the cells of a row that has fewer of them than the table has columns their columns: in order,
 * each where its kind fits best, merged-away categories left out first. Columns without a cell are undefined.
 */
export function alignRow(
  row: readonly Piece[],
  roles: readonly ColumnRole[],
): readonly (Piece | undefined)[] {
  // best[i][c]: the cost of having the first i cells in the first c columns.
  const best: number[][] = [[0]]
  for (const [column, role] of roles.entries()) {
    best[0]?.push((best[0][column] ?? 0) + skipCost(role))
  }
  for (const [index, piece] of row.entries()) {
    const costs = [Infinity]
    for (const [column, role] of roles.entries()) {
      const here = (best[index]?.[column] ?? Infinity) + misfit(cellKind(piece.text), role)
      costs.push(Math.min(here, (costs[column] ?? Infinity) + skipCost(role)))
    }
    best.push(costs)
  }
  return traced(row, roles, best)
}

function traced(
  row: readonly Piece[],
  roles: readonly ColumnRole[],
  best: readonly (readonly number[])[],
): readonly (Piece | undefined)[] {
  const placed: (Piece | undefined)[] = roles.map(() => undefined)
  let index = row.length
  for (let column = roles.length; column > 0 && index > 0; column -= 1) {
    const skipped = (best[index]?.[column - 1] ?? Infinity) + skipCost(roles[column - 1])
    if (skipped <= (best[index]?.[column] ?? Infinity) && column - 1 >= index) continue
    index -= 1
    placed[column - 1] = row[index]
  }
  return placed
}
