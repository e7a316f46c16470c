import type { Db, ReadDb, Row } from '#server/db/db.ts'

/** What a rule missed, latest first. */
export function missedOf(
  db: ReadDb,
  region: string,
  rule: string,
): Promise<Row<'missedTrouble'>[]> {
  return db
    .selectFrom('missedTrouble')
    .selectAll()
    .where('regionCode', '=', region)
    .where('ruleCode', '=', rule)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
}

/** How many troubles each rule missed. */
export async function missedCounts(
  db: ReadDb,
  region: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('missedTrouble')
    .select('ruleCode')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('regionCode', '=', region)
    .groupBy('ruleCode')
    .execute()
  return new Map(rows.map(({ ruleCode, count }) => [ruleCode, count]))
}

/** Keeps what a rule missed; false where it is known already. */
export async function insertMissed(db: Db, row: Row<'missedTrouble'>): Promise<boolean> {
  const result = await db
    .insertInto('missedTrouble')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['regionCode', 'ruleCode', 'subjectKind', 'subjectCode', 'period'])
        .doNothing(),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}
