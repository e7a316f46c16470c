import type { MembershipChange } from '#core/indicator/membership.ts'
import type { Db } from '#server/db/db.ts'
import type { Acceptance, Accepted } from './acceptance.ts'

/** Replaces memberships and derives anew, by difference, the sums they touch. */
export function changeMemberships(
  _db: Db,
  _acceptance: Acceptance,
  _changes: readonly MembershipChange[],
): Promise<Accepted> {
  return Promise.reject(new Error('being built'))
}
