import type { MatterId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type EvidenceRow = Row<'matterEvidence'>

export function evidenceOf(db: ReadDb, region: string, matter: MatterId): Promise<EvidenceRow[]> {
  return db
    .selectFrom('matterEvidence')
    .selectAll()
    .where('regionCode', '=', region)
    .where('matterId', '=', matter)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertEvidence(db: Db, rows: readonly EvidenceRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('matterEvidence')
    .values(
      rows.map((row) => ({
        ...row,
        by: json(row.by),
        withdrawn: row.withdrawn && json(row.withdrawn),
      })),
    )
    .execute()
}

export async function saveWithdrawal(
  db: Db,
  { regionCode, id, withdrawn }: EvidenceRow,
): Promise<void> {
  await db
    .updateTable('matterEvidence')
    .set({ withdrawn: withdrawn && json(withdrawn) })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}
