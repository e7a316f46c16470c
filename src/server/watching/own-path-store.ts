import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

/** What people set about the paths of targets, by lineage; as known at a moment where one is given. */
export async function ownPathsOf(
  db: ReadDb,
  region: string,
  until?: string,
): Promise<ReadonlyMap<string, Row<'ownPath'>>> {
  const rows = await db
    .selectFrom('ownPath')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(until !== undefined, (query) => query.where('at', '<=', until ?? ''))
    .orderBy('version')
    .execute()
  // The highest version of each comes last and stays.
  return new Map(rows.map((row) => [row.lineageId, row]))
}

export async function insertOwnPath(db: Db, row: Row<'ownPath'>): Promise<void> {
  await db
    .insertInto('ownPath')
    .values({ ...row, points: json(row.points) })
    .execute()
}
