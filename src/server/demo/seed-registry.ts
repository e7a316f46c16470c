import { demonstrationChains } from '#core/demonstration/chains.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import {
  countingChanges,
  countingOf,
  countsNowhere,
  fromTheStart,
} from '#core/enterprise/memberships.ts'
import type { OrganisationId } from '#core/id.ts'
import type { MembershipChange } from '#core/indicator/membership.ts'
import type { Db } from '#server/db/db.ts'
import { insertChains } from '#server/enterprise/chain-store.ts'
import { enterprisesOf, insertEnterprises } from '#server/enterprise/store.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { readHighTechClasses, readSizeStandard } from '#server/reference/industries.ts'
import { demonstrationIdentity, demonstrationRegion } from './demonstration.ts'
import { registeredEnterprises } from './demonstration-enterprises.ts'

// Before the first figures: what is known of enterprises then is known to all of them.
const beginning = '2020-12-31T00:00:00.000Z'

/** Puts the enterprises of the invented district into the registry, where none are there yet. */
export async function seedRegistry(db: Db, demonstration: Demonstration): Promise<void> {
  const region = demonstrationRegion.code
  if ((await enterprisesOf(db, region)).length > 0) return
  const organisations = await organisationsOf(db, region)
  const enterprises = registeredEnterprises(demonstration, {
    organisations,
    sizeStandard: await readSizeStandard(),
    highTechClasses: await readHighTechClasses(),
  })
  await insertChains(db, region, demonstrationChains)
  await insertEnterprises(db, region, enterprises)
  const codes = new Map(organisations.map(({ id, code }) => [id, code]))
  const codeOf = (unit: OrganisationId): string | undefined => codes.get(unit)
  await changeMemberships(
    db,
    {
      region,
      by: demonstrationIdentity.user,
      at: beginning,
      cause: 'demonstration-made',
    },
    [
      ...enterprises.flatMap((one) =>
        countingChanges(one.id, countsNowhere, countingOf(one, codeOf), {
          from: fromTheStart,
          last: fromTheStart,
        }),
      ),
      ...projectPlaces(demonstration),
    ],
  )
}

/** Where the investment of projects counts. */
function projectPlaces({ projects }: Demonstration): readonly MembershipChange[] {
  return projects.map(({ id, place }) => ({
    subject: { kind: 'project', code: id },
    dimension: place.startsWith('park') ? 'park' : 'town',
    memberships: [{ member: place, share: '1', from: fromTheStart }],
  }))
}
