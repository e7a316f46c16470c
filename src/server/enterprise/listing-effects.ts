import type { ListingEffect } from '#contract/enterprise.ts'
import { listingEffect } from '#core/cause/listing-effect.ts'
import type { Listing } from '#core/enterprise/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import { comparePeriods, type Period, yearOf } from '#core/period/period.ts'
import { convert } from '#core/quantity/unit.ts'
import type { ReadDb } from '#server/db/db.ts'
import { libraryAt } from '#server/indicator/library/library.ts'
import { causesMembers } from '#server/watching/causes.ts'
import { monthlyOnly, periodsThere } from '#server/watching/measured.ts'

/** The sum by which a district’s industry is told. */
const indicator = 'industrial-output'
/** What one enterprise brings is read in this unit. */
const shownUnit = '万元'

/** What the entries and exits of an enterprise did to the growth of the region’s output, latest first. */
export async function listingEffects(
  db: ReadDb,
  region: string,
  { id, listings }: { readonly id: EnterpriseId; readonly listings: readonly Listing[] },
): Promise<readonly ListingEffect[]> {
  const definition = (await libraryAt(db)).entries.get(indicator)?.at(-1)?.definition
  const months = monthlyOnly(await periodsThere(db, region))
  const seen = new Set(listings.flatMap((listing) => periodsOf(listing, months)))
  const effects: ListingEffect[] = []
  if (!definition) return effects
  for (const period of [...seen].toSorted((a, b) => comparePeriods(b, a))) {
    const members = await causesMembers(db, { region, indicator, period })
    const found = listingEffect(members, id)
    if (!found) continue
    const amount = convert(found.amount, definition.unit, shownUnit)
    if (amount !== undefined) effects.push({ ...found, amount, indicator, period, unit: shownUnit })
  }
  return effects
}

/** When the effect of an entry and of an exit stands in full: the last month told of that year. */
function periodsOf({ from, to }: Listing, months: readonly Period[]): readonly Period[] {
  const after = to && months.findLast((month) => comparePeriods(month, to) > 0)
  return [from, after].flatMap((first) => {
    const last =
      first &&
      months.find((month) => yearOf(month) === yearOf(first) && comparePeriods(month, first) >= 0)
    return last ?? []
  })
}
