import type { OrganisationId } from '#core/id.ts'
import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf } from '#server/organisation/store.ts'

/** A unit that answers for a subject. */
export interface Owner {
  readonly id: OrganisationId
  readonly name: string
}

/**
 * Which unit answers for a subject: the park, else the town, an enterprise or a project lies in, and
 * a park for itself. Undefined where the region's own office does.
 */
export async function ownersOf(
  db: ReadDb,
  region: string,
  now: string,
): Promise<(subject: Subject) => Owner | undefined> {
  const units = await organisationsOf(db, region)
  const day = dayInChina(now)
  const owners = new Map<string, Owner>()
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const owns = (kind: Subject['kind'], code: string, unit: (typeof units)[number] | undefined) => {
    if (unit) owners.set(subjectKey({ kind, code }), { id: unit.id, name: nameOn(unit, day) })
  }
  for (const unit of units) {
    owns('park', unit.code, unit)
    owns('town', unit.code, unit)
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const enterprises = await db
    .selectFrom('enterprise')
    .select(['id', 'parkId', 'townId'])
    .where('regionCode', '=', region)
    .execute()
  for (const { id, parkId, townId } of enterprises) {
    const place = parkId ?? townId
    owns('enterprise', id, place === null ? undefined : byId.get(place))
  }
  const projects = await db
    .selectFrom('membership')
    .select(['subjectCode', 'member'])
    .where('regionCode', '=', region)
    .where('subjectKind', '=', 'project')
    .where('dimension', 'in', ['park', 'town'])
    .where('knownTo', 'is', null)
    .where('lastEnd', 'is', null)
    .execute()
  for (const { subjectCode, member } of projects) owns('project', subjectCode, byCode.get(member))
  return (subject) => owners.get(subjectKey(subject))
}
