import { cellKind, type ColumnRole, roleOfHead } from './cell-kind.ts'
import type { Piece } from './piece.ts'
import type { PlacedPiece } from './place-head.ts'

/** What each column holds, by its head and, where that is vague, by most of its cells. */
export function columnRoles(
  head: readonly (readonly PlacedPiece[])[],
  body: readonly (readonly Piece[])[],
  columns: number,
): readonly ColumnRole[] {
  const full = body.filter((row) => row.length === columns)
  const roles = Array.from({ length: columns }, (_, column) => {
    const texts = head.flatMap((row) =>
      row.filter((cell) => covers(cell, column)).map((cell) => cell.piece.text),
    )
    const named = roleOfHead(texts.join(''))
    return named === 'text' ? roleOfCells(full.map((row) => row[column]?.text ?? '')) : named
  })
  const lacking = body.filter((row) => row.length === columns - 1 && row.length > 1).length
  const [first] = roles
  // A category that is printed once leaves the rows below it a cell short.
  const sorted = lacking * 2 > body.length && first === 'text' ? roles.with(0, 'category') : roles
  return withName(sorted, full)
}

function covers(cell: PlacedPiece, column: number): boolean {
  return cell.column <= column && column < cell.column + cell.columnSpan
}

function roleOfCells(texts: readonly string[]): ColumnRole {
  const kinds = texts.map(cellKind).filter((kind) => kind !== 'blank')
  const most = (share: number, ...wanted: readonly string[]): boolean =>
    kinds.length > 0 && kinds.filter((kind) => wanted.includes(kind)).length >= share * kinds.length
  if (most(0.8, 'figure', 'order', 'year')) return 'figure'
  if (most(0.8, 'unit')) return 'unit'
  return 'text'
}

/** A table without a name column has one all the same: the first with text in nearly every row. */
function withName(
  roles: readonly ColumnRole[],
  body: readonly (readonly Piece[])[],
): readonly ColumnRole[] {
  if (roles.includes('name') || roles.includes('year')) return roles
  const isFull = (column: number): boolean =>
    body.filter((row) => row[column]?.text !== '').length >= 0.9 * body.length
  const firstOf = (wanted: ColumnRole): number =>
    roles.findIndex((role, column) => role === wanted && isFull(column))
  const place = firstOf('text') < 0 ? firstOf('category') : firstOf('text')
  return roles.map((role, column) => (column === place ? 'name' : role))
}
