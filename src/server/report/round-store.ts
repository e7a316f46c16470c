import type { Period } from '#core/period/period.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { json } from '#server/db/db.ts'

export type RoundRow = Row<'reportRound'>

/** The round of a form in a period; undefined where nobody was asked yet. */
export function roundOf(
  db: ReadDb,
  region: string,
  form: string,
  period: Period,
): Promise<RoundRow | undefined> {
  return db
    .selectFrom('reportRound')
    .selectAll()
    .where('regionCode', '=', region)
    .where('form', '=', form)
    .where('period', '=', period)
    .executeTakeFirst()
}

/** All rounds of a region, latest first. */
export function roundsOf(db: ReadDb, region: string): Promise<RoundRow[]> {
  return db
    .selectFrom('reportRound')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('periodEnd', 'desc')
    .orderBy('form')
    .execute()
}

export async function insertRounds(db: Db, rows: readonly RoundRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('reportRound')
    .values(rows.map((row) => ({ ...row, openedBy: json(row.openedBy) })))
    .onConflict((conflict) => conflict.columns(['regionCode', 'form', 'period']).doNothing())
    .execute()
}
