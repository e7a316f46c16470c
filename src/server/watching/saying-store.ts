import type { Period } from '#core/period/period.ts'
import type { LampRule } from '#core/trajectory/lamp.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'

/** Accounts and verdicts on a target, latest first; up to a moment where one is given. */
export function sayingsOf(
  db: ReadDb,
  {
    region,
    lineage,
    asOf,
  }: { readonly region: string; readonly lineage: string; readonly asOf?: string },
): Promise<Row<'targetSaying'>[]> {
  return db
    .selectFrom('targetSaying')
    .selectAll()
    .where('regionCode', '=', region)
    .where('lineageId', '=', lineage)
    .$if(asOf !== undefined, (query) => query.where('at', '<=', asOf ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The latest account and the latest verdict on every target in a period; up to a moment where one is given. */
export function latestSayings(
  db: ReadDb,
  {
    region,
    period,
    asOf,
  }: { readonly region: string; readonly period: Period; readonly asOf?: string },
): Promise<Row<'targetSaying'>[]> {
  return db
    .selectFrom('targetSaying')
    .selectAll()
    .distinctOn(['lineageId', 'kind'])
    .where('regionCode', '=', region)
    .where('period', '=', period)
    .$if(asOf !== undefined, (query) => query.where('at', '<=', asOf ?? ''))
    .orderBy('lineageId')
    .orderBy('kind')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertSaying(db: Db, row: Row<'targetSaying'>): Promise<void> {
  await db.insertInto('targetSaying').values(row).execute()
}

/** What people added to forecasts and did not take back; as known at a moment where one is given. */
export function judgementsOf(
  db: ReadDb,
  region: string,
  until?: string,
): Promise<Row<'judgement'>[]> {
  return db
    .selectFrom('judgement')
    .selectAll()
    .where('regionCode', '=', region)
    .where((is) =>
      until === undefined
        ? is('withdrawnAt', 'is', null)
        : is.and([
            is('at', '<=', until),
            is.or([is('withdrawnAt', 'is', null), is('withdrawnAt', '>', until)]),
          ]),
    )
    .orderBy('year')
    .orderBy('at')
    .execute()
}

export async function insertJudgement(db: Db, row: Row<'judgement'>): Promise<void> {
  await db.insertInto('judgement').values(row).execute()
}

/** Takes a judgement back; undefined where there is none, or none any more. */
export function withdrawJudgementOf(
  db: Db,
  { regionCode, id }: Pick<Row<'judgement'>, 'regionCode' | 'id'>,
  by: Pick<Row<'judgement'>, 'withdrawnBy' | 'withdrawnAt'>,
): Promise<Row<'judgement'> | undefined> {
  return db
    .updateTable('judgement')
    .set(by)
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** The versions of a region's own lamp rule, latest first. */
export function lampRulesOf(db: ReadDb, region: string): Promise<Row<'lampRule'>[]> {
  return db
    .selectFrom('lampRule')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('version', 'desc')
    .execute()
}

/** The rule that held at a moment, or holds now; undefined for the shipped one. */
export async function lampRuleAt(
  db: ReadDb,
  region: string,
  until?: string,
): Promise<LampRule | undefined> {
  const row = await db
    .selectFrom('lampRule')
    .select('rule')
    .where('regionCode', '=', region)
    .$if(until !== undefined, (query) => query.where('at', '<=', until ?? ''))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.rule
}

export async function insertLampRule(db: Db, row: Row<'lampRule'>): Promise<void> {
  await db.insertInto('lampRule').values(row).execute()
}
