import type { OrganisationId } from '../id.ts'
import type { Dimension, Membership, MembershipChange } from '../indicator/membership.ts'
import { comparePeriods, monthPeriod, type Period } from '../period/period.ts'
import type { Enterprise } from './enterprise.ts'

/** Before anything was reported: what an enterprise is from the start it is from here on. */
export const fromTheStart = monthPeriod(2000, 1)

/** For whom an enterprise's figures count, by dimension. */
export type Counting = Readonly<Record<Dimension, readonly Membership[]>>

/** Of an enterprise nobody knew before. */
export const countsNowhere: Counting = {
  park: [],
  town: [],
  industry: [],
  chain: [],
  size: [],
  tag: [],
}

function always(member: string | undefined): readonly Membership[] {
  return member === undefined ? [] : [{ member, share: '1', from: fromTheStart }]
}

/** Where the figures of an enterprise count if it has always been what it is now; tags have their own times. */
export function countingOf(
  { industry, size, park, town, places, tags }: Enterprise,
  codeOf: (unit: OrganisationId) => string | undefined,
): Counting {
  const unit = (id: OrganisationId | undefined): string | undefined =>
    id === undefined ? undefined : codeOf(id)
  return {
    park: always(unit(park)),
    town: always(unit(town)),
    industry: always(industry),
    size: always(size),
    chain: [...new Set(places.map(({ chain }) => chain))].flatMap((chain) => always(chain)),
    tag: tags.map(({ tag, share, from, to }) => ({
      member: tag,
      share,
      from,
      ...(to !== undefined && { to }),
    })),
  }
}

/**
 * What is to be said to the indicator engine where an enterprise counts otherwise from `from` on: until the period
 * before, `last`, it counts as it did. Tags are taken as they are, with their own times.
 */
export function countingChanges(
  id: string,
  was: Counting,
  is: Counting,
  change: { readonly from: Period; readonly last: Period },
): readonly MembershipChange[] {
  const dimensions = ['park', 'town', 'industry', 'chain', 'size', 'tag'] as const
  return dimensions.flatMap((dimension) => {
    if (sameMembers(was[dimension], is[dimension])) return []
    const memberships =
      dimension === 'tag' ? is.tag : continued(was[dimension], is[dimension], change)
    return [{ subject: { kind: 'enterprise' as const, code: id }, dimension, memberships }]
  })
}

/** What counted until `last` and still does goes on; what ends, ends with `last`; what is new begins with `from`. */
function continued(
  was: readonly Membership[],
  is: readonly Membership[],
  { from, last }: { readonly from: Period; readonly last: Period },
): readonly Membership[] {
  const stays = new Set(is.map(({ member }) => member))
  const past = was
    .map((one) => {
      if (one.to === undefined && stays.has(one.member)) return one
      const isLonger = one.to === undefined || comparePeriods(one.to, last) > 0
      return isLonger ? { ...one, to: last } : one
    })
    .filter(({ from: first, to }) => to === undefined || comparePeriods(first, to) <= 0)
  const open = new Set(past.filter(({ to }) => to === undefined).map(({ member }) => member))
  const added = is.filter(({ member }) => !open.has(member)).map((one) => ({ ...one, from }))
  return [...past, ...added]
}

function sameMembers(a: readonly Membership[], b: readonly Membership[]): boolean {
  return textOf(a) === textOf(b)
}

function textOf(all: readonly Membership[]): string {
  return all
    .map(({ member, share, from, to = '' }) => `${member} ${Number(share)} ${from} ${to}`)
    .toSorted()
    .join('\n')
}
