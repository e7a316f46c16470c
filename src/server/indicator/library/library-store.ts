import type { Person } from '#contract/session.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { newId } from '#server/new-id.ts'
import { sql } from 'kysely'

const columns: ColumnTypes<'indicatorVersion'> = {
  code: 'text',
  version: 'integer',
  definition: 'jsonb',
  shipped: 'boolean',
  at: 'timestamptz',
  by: 'jsonb',
  why: 'text',
  id: 'uuid',
}

/** Lets nobody else write a version before the transaction ends. */
export async function lockLibrary(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('indicator-library'))`.execute(db)
}

/** Every version of every indicator, as they were written. */
export function allVersions(db: ReadDb): Promise<Row<'indicatorVersion'>[]> {
  return db.selectFrom('indicatorVersion').selectAll().orderBy('id').execute()
}

/** The latest version of every indicator. */
export function latestVersions(db: ReadDb): Promise<Row<'indicatorVersion'>[]> {
  return db
    .selectFrom('indicatorVersion')
    .selectAll()
    .distinctOn('code')
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()
}

/** Names the state the library is in, or was in at a moment; undefined where nothing was written yet. */
export async function lastVersionId(db: ReadDb, asOf?: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('indicatorVersion')
    .select('id')
    .$if(asOf !== undefined, (query) => query.where('at', '<=', asOf ?? ''))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** The versions of one indicator, latest first. */
export function versionsOf(db: ReadDb, code: string): Promise<Row<'indicatorVersion'>[]> {
  return db
    .selectFrom('indicatorVersion')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute()
}

/** Whether each of the indicators that are known is summed over members, by code. */
export async function summedIndicators(
  db: ReadDb,
  codes: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await db
    .selectFrom('indicatorVersion')
    .select(['code', sql<boolean>`definition ->> 'overSpace' = 'sum'`.as('isSummed')])
    .where('code', 'in', codes.length > 0 ? codes : [''])
    .orderBy('code')
    .orderBy('version')
    .execute()
  return new Map(rows.map(({ code, isSummed }) => [code, isSummed]))
}

/** The codes of all indicators that are summed over members. */
export async function allSummed(db: ReadDb): Promise<readonly string[]> {
  const rows = await db
    .selectFrom(sql<{ code: string }>`(${summedCodes})`.as('summed'))
    .selectAll()
    .execute()
  return rows.map(({ code }) => code)
}

/** The codes of indicators that are summed over members, as a part of a query. */
export const summedCodes = sql<string>`
  select code from (
    select distinct on (code) code, definition ->> 'overSpace' as over_space
    from indicator_version order by code, version desc
  ) latest where over_space = 'sum'
`

export interface NewVersion {
  readonly definition: IndicatorDefinition
  readonly version: number
  readonly at: string
  /** Absent for what came with the program. */
  readonly author?: { readonly by: Person; readonly why: string }
}

export function insertVersions(db: Db, versions: readonly NewVersion[]): Promise<void> {
  return insertMany(
    db,
    'indicatorVersion',
    columns,
    versions.map(({ definition, version, at, author }) => ({
      code: definition.code,
      version,
      definition,
      at,
      shipped: author === undefined,
      by: author?.by ?? null,
      why: author?.why ?? null,
      id: newId('indicator-version'),
    })),
  )
}
