import type { EnterpriseId } from '#core/id.ts'
import type { Db, Row } from '#server/db/db.ts'

/** That one enterprise came from another. */
export async function insertDescent(db: Db, row: Row<'enterpriseDescent'>): Promise<void> {
  await db
    .insertInto('enterpriseDescent')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['regionCode', 'originId', 'successorId', 'kind'])
        .doUpdateSet({ day: row.day }),
    )
    .execute()
}

/** That one enterprise went into another was a mistake. */
export async function deleteMerger(db: Db, region: string, origin: EnterpriseId): Promise<void> {
  await db
    .deleteFrom('enterpriseDescent')
    .where('regionCode', '=', region)
    .where('originId', '=', origin)
    .where('kind', '=', 'merged')
    .execute()
}
