import type { Scope } from '#core/access/scope.ts'
import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * The condition that a row lies within a scope: any of its columns (`'enterprise.parkId'`) names a
 * unit of it. To be used as `.where(withinScope(identity.scopeOf('read'), 'enterprise.parkId'))`.
 */
export function withinScope(scope: Scope, ...columns: readonly string[]): Expression<SqlBool> {
  if (scope.kind === 'region') return sql<boolean>`true`
  const ids = [...scope.organisations]
  const conditions = columns.map((column) => sql`${sql.ref(column)} = any(${ids}::uuid[])`)
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}
