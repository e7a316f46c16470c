import { monthsOf, type Period, yearOf } from '../period/period.ts'
import type { Subject, SubjectKind } from './figure.ts'

/** By what the figures of enterprises and projects are summed; the region needs no membership. */
export const dimensions = ['park', 'town', 'industry', 'chain', 'size', 'tag'] as const
export type Dimension = (typeof dimensions)[number]

/** The subjects whose figures are summed. */
export const memberKinds = ['enterprise', 'project'] as const satisfies readonly SubjectKind[]
export type MemberKind = (typeof memberKinds)[number]

/**
 * A subject counts for `member` of a dimension with a share of its figures, in all periods that end
 * from `from` to `to`. An industry is named by its class (小类, 3825); its sums are kept by division (大类, 38).
 */
export interface Membership {
  readonly member: string
  /** Exact decimal above 0 and up to 1: the share of strategic products in an enterprise's output. */
  readonly share: string
  readonly from: Period
  /** The last period; absent as long as it goes on. */
  readonly to?: Period
}

/** All memberships of a subject in one dimension, in place of those it had. */
export interface MembershipChange {
  readonly subject: Subject & { readonly kind: MemberKind }
  readonly dimension: Dimension
  readonly memberships: readonly Membership[]
}

/** Counts months, so that ends of periods compare as numbers. */
export function endMonth(period: Period): number {
  return yearOf(period) * 12 + monthsOf(period).to
}

/** The member under which sums are kept: enterprises of one class add to their division. */
export function keptMember(dimension: Dimension, member: string): string {
  return dimension === 'industry' ? member.slice(0, 2) : member
}
