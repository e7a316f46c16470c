import { monthsOf, type Period, yearOf } from '../period/period.ts'
import type { Subject, SubjectKind } from './figure.ts'
import type { Counting } from './sum.ts'

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

/** A membership as it is kept, for counting. */
export interface CountedMembership {
  readonly dimension: Dimension
  readonly member: string
  readonly share: string
  /** Counted as `endMonth` does; the last is null as long as it goes on. */
  readonly firstEnd: number
  readonly lastEnd: number | null
}

/** The sums a subject of `region` counts in for a period that ends in the month `ends`. */
export function countsAt(
  region: string,
  memberships: readonly CountedMembership[],
  ends: number,
): readonly Counting[] {
  const counts: Counting[] = [{ subject: { kind: 'region', code: region }, share: '1' }]
  for (const { dimension, member, share, firstEnd, lastEnd } of memberships) {
    if (firstEnd > ends || (lastEnd !== null && lastEnd < ends)) continue
    counts.push({ subject: { kind: dimension, code: keptMember(dimension, member) }, share })
  }
  return counts
}

export type MembershipRefusal =
  | { readonly code: 'share-invalid'; readonly member: string }
  | { readonly code: 'period-reversed'; readonly member: string }
  | { readonly code: 'membership-overlaps'; readonly member: string }

/** Why memberships of one subject in one dimension cannot stand; undefined where they can. */
export function membershipRefusal(
  memberships: readonly Membership[],
): MembershipRefusal | undefined {
  for (const [index, { member, share, from, to }] of memberships.entries()) {
    if (!/^(?:0?\.\d*[1-9]\d*|1(?:\.0*)?)$/.test(share)) return { code: 'share-invalid', member }
    const [first, last] = [endMonth(from), to === undefined ? Infinity : endMonth(to)]
    if (last < first) return { code: 'period-reversed', member }
    const overlaps = memberships
      .slice(0, index)
      .some(
        (other) =>
          other.member === member &&
          endMonth(other.from) <= last &&
          (other.to === undefined || endMonth(other.to) >= first),
      )
    if (overlaps) return { code: 'membership-overlaps', member }
  }
  return undefined
}

/** Whether the figures of a subject are summed over. */
export function isMember(subject: Subject): subject is Subject & { readonly kind: MemberKind } {
  return memberKinds.some((kind) => kind === subject.kind)
}
