import { demonstrationChains } from '#core/demonstration/chains.ts'
import { clusters } from '#core/demonstration/clusters.ts'
import type { Demonstration } from '#core/demonstration/demonstration.ts'
import { stageOf, yearPlansOf } from '#core/demonstration/project-entries.ts'
import {
  countingChanges,
  countingOf,
  countsNowhere,
  fromTheStart,
} from '#core/enterprise/memberships.ts'
import type { OrganisationId, ProjectId } from '#core/id.ts'
import type { MembershipChange } from '#core/indicator/membership.ts'
import { monthPeriod } from '#core/period/period.ts'
import type { Db } from '#server/db/db.ts'
import { insertChains } from '#server/enterprise/chain-store.ts'
import { enterprisesOf, insertEnterprises } from '#server/enterprise/store.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { organisationsOf, type StoredOrganisation } from '#server/organisation/store.ts'
import { insertProjects, type StoredProject } from '#server/project/store.ts'
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
  await insertProjects(db, region, registeredProjects(demonstration, organisations))
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

/** The projects of the district as its registry has them; the administration of the place answers for them. */
function registeredProjects(
  { projects, periods, options }: Demonstration,
  organisations: readonly StoredOrganisation[],
): readonly StoredProject[] {
  const last = periods.at(-1) ?? monthPeriod(2026, 10)
  return projects.map((project) => {
    const { id, name, place, cluster, total, from, to } = project
    const unit = organisations.find(({ code }) => code === place)?.id
    return {
      id: id as ProjectId,
      name,
      stage: stageOf(project, last),
      ...(unit !== undefined && { unit, place: unit }),
      content: `${clusters[cluster].name}产业项目（模拟）`,
      total: String(total),
      from,
      to,
      yearPlans: yearPlansOf(options.seed, project),
      links: [],
      revision: 0,
    }
  })
}

/** Where the investment of projects counts. */
function projectPlaces({ projects }: Demonstration): readonly MembershipChange[] {
  return projects.map(({ id, place }) => ({
    subject: { kind: 'project', code: id },
    dimension: place.startsWith('park') ? 'park' : 'town',
    memberships: [{ member: place, share: '1', from: fromTheStart }],
  }))
}
