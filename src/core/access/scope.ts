import type { OrganisationId } from '../id.ts'

/**
 * How far somebody's right to do something reaches within the region they speak for: all of it, or
 * what belongs to some units, those below them included. Without any unit it reaches nothing.
 */
export type Scope =
  | { readonly kind: 'region' }
  | { readonly kind: 'organisations'; readonly organisations: ReadonlySet<OrganisationId> }

/** Whether something that belongs to these units, all at once, lies within a scope. */
export function isWithin(
  scope: Scope,
  ...owners: readonly (OrganisationId | null | undefined)[]
): boolean {
  if (scope.kind === 'region') return true
  return owners.some((owner) => owner != null && scope.organisations.has(owner))
}
