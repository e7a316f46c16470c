import { cellKind, type ColumnRole, roleOfHead } from './cell-kind.ts'
import type { Piece } from './piece.ts'

/** What each column holds, by its head and, where that is vague, by most of its cells. */
export function columnRoles(
  rows: readonly (readonly Piece[])[],
  headRows: number,
  columns: number,
): readonly ColumnRole[] {
  const heads = rows.slice(0, headRows).filter((row) => row.length === columns)
  const body = rows.slice(headRows).filter((row) => row.length === columns)
  const roles = Array.from({ length: columns }, (_, column) => {
    const head = heads.map((row) => row[column]?.text ?? '').join('')
    const named = roleOfHead(head)
    return named === 'text' ? roleOfCells(body.map((row) => row[column]?.text ?? '')) : named
  })
  return withName(roles, body)
}

function roleOfCells(texts: readonly string[]): ColumnRole {
  const kinds = texts.map(cellKind).filter((kind) => kind !== 'blank')
  const most = (share: number, ...wanted: readonly string[]): boolean =>
    kinds.length > 0 && kinds.filter((kind) => wanted.includes(kind)).length >= share * kinds.length
  if (most(0.8, 'figure', 'order')) return 'figure'
  if (most(0.8, 'unit')) return 'unit'
  return 'text'
}

/** A table without a name column has one all the same: the first with text in nearly every row. */
function withName(
  roles: readonly ColumnRole[],
  body: readonly (readonly Piece[])[],
): readonly ColumnRole[] {
  if (roles.includes('name')) return roles
  const full = roles.findIndex(
    (role, column) =>
      (role === 'text' || role === 'category') &&
      body.filter((row) => row[column]?.text !== '').length >= 0.9 * body.length,
  )
  return roles.map((role, column) => (column === full ? 'name' : role))
}
