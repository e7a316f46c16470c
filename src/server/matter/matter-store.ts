import type { MatterId, OrganisationId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { sql } from 'kysely'

export type MatterRow = Row<'matter'>
export type UnitRow = Row<'matterUnit'>
export type EntryRow = Row<'matterEntry'>

export function matterOf(db: ReadDb, region: string, id: MatterId): Promise<MatterRow | undefined> {
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Reads a matter and holds it until the transaction ends, so that nobody else moves it. */
export function lockMatter(db: Db, region: string, id: MatterId): Promise<MatterRow | undefined> {
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/**
 * Holds matters until the transaction ends, always in the same order: two who want the same ones then
 * follow each other instead of each waiting for what the other has.
 */
export async function lockMatters(db: Db, region: string, ids: readonly MatterId[]): Promise<void> {
  await db
    .selectFrom('matter')
    .select('id')
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** How many parts of a matter are not done yet. */
export async function openParts(db: ReadDb, region: string, id: MatterId): Promise<number> {
  const { count } = await db
    .selectFrom('matter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('regionCode', '=', region)
    .where('parentId', '=', id)
    .where('phase', 'in', ['open', 'held'])
    .executeTakeFirstOrThrow()
  return count
}

/** The matter a source has raised already. */
export function matterOfSource(
  db: ReadDb,
  region: string,
  sourceKey: string,
): Promise<MatterRow | undefined> {
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('sourceKey', '=', sourceKey)
    .executeTakeFirst()
}

export function mattersOf(
  db: ReadDb,
  region: string,
  ids: readonly MatterId[],
): Promise<MatterRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .selectFrom('matter')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .orderBy('number')
    .execute()
}

const unitTypes: ColumnTypes<'matterUnit'> = {
  regionCode: 'text',
  matterId: 'uuid',
  organisationId: 'uuid',
  isLead: 'boolean',
}

const jsonColumns = (row: MatterRow) => ({
  ...row,
  source: json(row.source),
  steps: json(row.steps),
  figure: row.figure && json(row.figure),
  marks: json(row.marks),
  standing: json(row.standing),
  signals: json(row.signals),
  lists: json(row.lists),
  raisedBy: json(row.raisedBy),
})

export async function insertMatter(db: Db, row: MatterRow): Promise<void> {
  await db.insertInto('matter').values(jsonColumns(row)).execute()
  await insertMany(db, 'matterUnit', unitTypes, unitRows(row))
}

/** Puts a matter in place of what it was. */
export async function saveMatter(db: Db, row: MatterRow): Promise<void> {
  const { regionCode, id, ...change } = jsonColumns(row)
  await db
    .updateTable('matter')
    .set(change)
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
  await db
    .deleteFrom('matterUnit')
    .where('regionCode', '=', regionCode)
    .where('matterId', '=', id)
    .execute()
  await insertMany(db, 'matterUnit', unitTypes, unitRows(row))
}

function unitRows({ regionCode, id, standing }: MatterRow): UnitRow[] {
  const { lead, responsible } = standing
  const row = (organisationId: OrganisationId, isLead: boolean): UnitRow => ({
    regionCode,
    matterId: id,
    organisationId,
    isLead,
  })
  return [
    ...(lead === undefined ? [] : [row(lead, true)]),
    ...responsible.map((unit) => row(unit, false)),
  ]
}

/** What the clock sets, for many matters in one statement; their revision stays. */
export async function saveSignals(db: Db, rows: readonly MatterRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  await sql`
    update matter set lamp = given.lamp, slip = given.slip, signals = given.signals,
      lists = given.lists
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ lamp }) => lamp)}::text[],
      ${rows.map(({ slip }) => slip)}::text[],
      ${rows.map(({ signals }) => JSON.stringify(signals))}::jsonb[],
      ${rows.map(({ lists }) => JSON.stringify(lists))}::jsonb[]
    ) as given (id, lamp, slip, signals, lists)
    where matter.region_code = ${first.regionCode} and matter.id = given.id
  `.execute(db)
}

const entryTypes: ColumnTypes<'matterEntry'> = {
  regionCode: 'text',
  matterId: 'uuid',
  position: 'integer',
  id: 'uuid',
  at: 'timestamptz',
  day: 'date',
  action: 'text',
  name: 'text',
  by: 'jsonb',
  organisationId: 'uuid',
  words: 'text',
  evidence: 'jsonb',
  standing: 'jsonb',
  signals: 'jsonb',
}

/** Adds to the timelines of some matters, behind what stands there. */
export async function insertEntries(
  db: Db,
  region: string,
  entries: readonly Omit<EntryRow, 'position'>[],
): Promise<void> {
  const ends = await lastPositions(db, region, [...new Set(entries.map((one) => one.matterId))])
  const rows = entries.map((entry) => {
    const position = (ends.get(entry.matterId) ?? -1) + 1
    ends.set(entry.matterId, position)
    return { ...entry, position }
  })
  await insertMany(db, 'matterEntry', entryTypes, rows)
}

async function lastPositions(
  db: Db,
  region: string,
  matters: readonly MatterId[],
): Promise<Map<MatterId, number>> {
  if (matters.length === 0) return new Map()
  const rows = await db
    .selectFrom('matterEntry')
    .select('matterId')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('regionCode', '=', region)
    .where('matterId', 'in', matters)
    .groupBy('matterId')
    .execute()
  return new Map(rows.map(({ matterId, last }) => [matterId, last]))
}

/** The timelines of some matters, each earliest first. */
export function entriesOf(
  db: ReadDb,
  region: string,
  matters: readonly MatterId[],
): Promise<EntryRow[]> {
  if (matters.length === 0) return Promise.resolve([])
  return db
    .selectFrom('matterEntry')
    .selectAll()
    .where('regionCode', '=', region)
    .where('matterId', 'in', matters)
    .orderBy('matterId')
    .orderBy('position')
    .execute()
}

/** The next numbers of a year, `2026-0042`; the counter is held until the transaction ends. */
export async function nextNumbers(
  db: Db,
  region: string,
  year: number,
  count: number,
): Promise<readonly string[]> {
  const { last } = await db
    .insertInto('matterNumber')
    .values({ regionCode: region, year, last: count })
    .onConflict((conflict) =>
      conflict
        .columns(['regionCode', 'year'])
        .doUpdateSet({ last: sql`matter_number.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return Array.from(
    { length: count },
    (_, index) => `${year}-${String(last - count + index + 1).padStart(4, '0')}`,
  )
}
