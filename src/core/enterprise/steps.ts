import { err, ok, type Result } from '../result.ts'
import type { EnterpriseId } from '../id.ts'
import { comparePeriods, monthPeriod, type Period } from '../period/period.ts'
import type { Enterprise, Listing } from './enterprise.ts'
import { isInForce } from './tag-spans.ts'

export type StepRefusal = 'enterprise-ended' | 'enterprise-not-ended' | 'enterprise-into-itself'

/** What becomes of an enterprise that stops for good on `day`, its last. */
export function closed(one: Enterprise, day: string): Result<Enterprise, StepRefusal> {
  if (one.state !== 'active') return err('enterprise-ended')
  return ok({ ...one, state: 'closed', endedOn: day, listings: endedListings(one.listings, day) })
}

/**
 * What becomes of both where one goes into another: its reports end with `day`, its name and those it had
 * become former names of the other, its places in chains pass on. Figures stay with whom they were told of.
 */
export function merged(
  one: Enterprise,
  into: Enterprise,
  day: string,
): Result<{ readonly one: Enterprise; readonly into: Enterprise }, StepRefusal> {
  if (one.id === into.id) return err('enterprise-into-itself')
  if (one.state !== 'active' || into.state !== 'active') return err('enterprise-ended')
  const known = new Set(into.places.map(({ chain, node }) => `${chain} ${node}`))
  return ok({
    one: {
      ...one,
      state: 'merged',
      endedOn: day,
      mergedInto: into.id,
      listings: endedListings(one.listings, day),
    },
    into: {
      ...into,
      formerNames: [...into.formerNames, ...one.formerNames, { name: one.name, to: day }],
      places: [
        ...into.places,
        ...one.places.filter(({ chain, node }) => !known.has(`${chain} ${node}`)),
      ],
    },
  })
}

/** An enterprise that was closed or merged by mistake; its reports go on where they ended with it. */
export function restored(one: Enterprise): Result<Enterprise, StepRefusal> {
  if (one.state === 'active' || one.endedOn === undefined) return err('enterprise-not-ended')
  const lastPeriod = periodOfDay(one.endedOn)
  const { endedOn: _ended, mergedInto: _into, ...rest } = one
  return ok({
    ...rest,
    state: 'active',
    listings: one.listings.map((listing) => {
      if (listing.to !== lastPeriod) return listing
      const { to: _to, ...open } = listing
      return open
    }),
  })
}

/** What the other is without what a merger by mistake brought it. */
export function withoutMerged(into: Enterprise, one: Enterprise): Enterprise {
  const brought = new Set([one.name, ...one.formerNames.map(({ name }) => name)])
  return { ...into, formerNames: into.formerNames.filter(({ name }) => !brought.has(name)) }
}

/** An enterprise split off another: it lies where that lies, all else is its own to tell. */
export function splitOff(
  { park, town, industry, places }: Enterprise,
  part: Pick<Enterprise, 'name' | 'uscc'> & { readonly id: EnterpriseId },
  day: string,
): Enterprise {
  return {
    ...part,
    formerNames: [],
    ...(industry !== undefined && { industry }),
    ...(park !== undefined && { park }),
    ...(town !== undefined && { town }),
    established: day,
    address: '',
    products: '',
    contacts: [],
    listings: [],
    places,
    tags: [],
    state: 'active',
  }
}

function endedListings(listings: readonly Listing[], day: string): readonly Listing[] {
  const last = periodOfDay(day)
  return listings
    .filter(({ from }) => comparePeriods(from, last) <= 0)
    .map((listing) => (listing.to === undefined ? { ...listing, to: last } : listing))
}

/** The month a day lies in; the report of the first two months covers both. */
function periodOfDay(day: string): Period {
  return monthPeriod(Number(day.slice(0, 4)), Number(day.slice(5, 7)))
}

/** Whether an enterprise reports for a period as one above the designated size (规上). */
export function isListed(listings: readonly Listing[], period: Period): boolean {
  return listings.some((listing) => isInForce(listing, period))
}
