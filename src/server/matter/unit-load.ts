import type { UnitLoad } from '#contract/matter-report.ts'
import { addDays, daysBetween } from '#core/calendar/day.ts'
import { addWorkingDays } from '#core/calendar/working-days.ts'
import { isWithin } from '#core/access/scope.ts'
import type { OrganisationId } from '#core/id.ts'
import { existsOn } from '#core/organisation/organisation.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { regionGround, unitName } from './matter-rows.ts'
import { type RawBuilder, sql } from 'kysely'

interface Asking extends Identity {
  readonly db: ReadDb
  readonly now: string
}

interface Stretch {
  readonly from: string
  readonly to: string
}

// As many working days ahead count as soon.
const soonDays = 5

/** What each unit has on its desk, and how it went in a stretch of time and the one before it. */
export async function unitLoad(asking: Asking, { from, to }: Stretch): Promise<UnitLoad[]> {
  const { db, region, now } = asking
  const ground = await regionGround(db, region.code, now)
  const soon = addWorkingDays(ground.calendar, ground.day, soonDays)
  const length = daysBetween(from, to) + 1
  const earlier = { from: addDays(from, -length), to: addDays(from, -1) }
  const desk = await onDesk(db, region.code, { day: ground.day, soon })
  const during = await happened(db, region.code, { from, to })
  const before = await happened(db, region.code, earlier)
  const scope = asking.scopeOf('read')
  return [...ground.organisations.values()]
    .filter((unit) => isWithin(scope, unit.id))
    .filter((unit) => existsOn(unit, ground.day) || desk.has(unit.id))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ id }) => {
      const { done, doneInTime, returned, reopened, extended, asks } = during.get(id) ?? nothing
      const past = before.get(id) ?? nothing
      return {
        unit: unitName(ground, id),
        ...(desk.get(id) ?? { open: 0, supporting: 0, dueSoon: 0, late: 0 }),
        done,
        doneInTime,
        returned,
        reopened,
        extended,
        asks,
        before: {
          done: past.done,
          doneInTime: past.doneInTime,
          returned: past.returned,
          asks: past.asks,
        },
      }
    })
    .filter(isNotEmpty)
}

function isNotEmpty({ unit: _unit, before, ...own }: UnitLoad): boolean {
  return [...Object.values(own), ...Object.values(before)].some((count) => count !== 0)
}

interface Desk {
  readonly open: number
  readonly supporting: number
  readonly dueSoon: number
  readonly late: number
}

async function onDesk(
  db: ReadDb,
  region: string,
  { day, soon }: { readonly day: string; readonly soon: string },
): Promise<ReadonlyMap<OrganisationId, Desk>> {
  const rows = await db
    .selectFrom('matterUnit')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.regionCode', '=', 'matterUnit.regionCode')
        .onRef('matter.id', '=', 'matterUnit.matterId'),
    )
    .select([
      'matterUnit.organisationId',
      count(sql`is_lead`).as('open'),
      count(sql`not is_lead`).as('supporting'),
      count(sql`is_lead and due >= ${day}::date and due <= ${soon}::date`).as('dueSoon'),
      count(sql`is_lead and due < ${day}::date`).as('late'),
    ])
    .where('matterUnit.regionCode', '=', region)
    .where('matter.phase', '=', 'open')
    .groupBy('matterUnit.organisationId')
    .execute()
  return new Map(rows.map(({ organisationId, ...desk }) => [organisationId, desk]))
}

function count(condition: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(count(*) filter (where ${condition}))::int`
}

interface Happened {
  readonly done: number
  readonly doneInTime: number
  readonly returned: number
  readonly reopened: number
  readonly extended: number
  readonly asks: number
}

const nothing: Happened = {
  done: 0,
  doneInTime: 0,
  returned: 0,
  reopened: 0,
  extended: 0,
  asks: 0,
}

// What asks something of a unit.
const asking = ['assign', 'issue', 'transfer', 'remind', 'return', 'reopen', 'slip', 'reminded']

/** What the timelines say of a stretch of time, by the lead unit of the day. */
async function happened(
  db: ReadDb,
  region: string,
  { from, to }: Stretch,
): Promise<ReadonlyMap<OrganisationId, Happened>> {
  const lead = sql<OrganisationId>`(standing ->> 'lead')::uuid`
  const rows = await db
    .selectFrom('matterEntry')
    .select([
      lead.as('lead'),
      count(sql`action = 'pass'`).as('done'),
      count(sql`action = 'pass' and day <= coalesce((standing ->> 'due')::date, day)`).as(
        'doneInTime',
      ),
      count(sql`action = 'return'`).as('returned'),
      count(sql`action = 'reopen'`).as('reopened'),
      count(sql`action = 'grant-extension'`).as('extended'),
      count(sql`action = any(${asking}::text[])`).as('asks'),
    ])
    .where('regionCode', '=', region)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(sql<boolean>`standing ->> 'lead' is not null`)
    .groupBy(lead)
    .execute()
  return new Map(rows.map(({ lead: unit, ...counts }) => [unit, counts]))
}
