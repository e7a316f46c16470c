import type { Region } from '#contract/session.ts'
import type { Db, ReadDb } from '#server/db/db.ts'

export async function insertRegion(db: Db, region: Region): Promise<void> {
  await db
    .insertInto('region')
    .values(region)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export function regionByCode(db: ReadDb, code: string): Promise<Region | undefined> {
  return db.selectFrom('region').selectAll().where('code', '=', code).executeTakeFirst()
}

export function regionsByName(db: ReadDb, name: string): Promise<Region[]> {
  return db.selectFrom('region').selectAll().where('name', '=', name).orderBy('code').execute()
}

/** The regions that have a published plan, and the one asked for besides. */
export function regionsWithPlans(db: ReadDb, besides: string): Promise<Region[]> {
  return db
    .selectFrom('region')
    .selectAll()
    .where((is) =>
      is.or([
        is('code', '=', besides),
        is('code', 'in', is.selectFrom('plan').select('regionCode').distinct()),
      ]),
    )
    .orderBy('code')
    .execute()
}

export function allRegions(db: ReadDb): Promise<Region[]> {
  return db.selectFrom('region').selectAll().orderBy('code').execute()
}
