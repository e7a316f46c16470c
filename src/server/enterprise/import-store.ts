import type { EnterpriseImportId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type ImportRow = Row<'enterpriseImport'>

export async function insertImport(db: Db, row: ImportRow): Promise<void> {
  await db
    .insertInto('enterpriseImport')
    .values({ ...row, rows: json(row.rows), by: json(row.by) })
    .execute()
}

export function importOf(
  db: ReadDb,
  region: string,
  id: EnterpriseImportId,
): Promise<ImportRow | undefined> {
  return db
    .selectFrom('enterpriseImport')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Reads a list and holds it until the transaction ends: it is taken over once. */
export function lockImport(
  db: Db,
  region: string,
  id: EnterpriseImportId,
): Promise<ImportRow | undefined> {
  return db
    .selectFrom('enterpriseImport')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function markDone(
  db: Db,
  region: string,
  id: EnterpriseImportId,
  doneAt: string,
): Promise<void> {
  await db
    .updateTable('enterpriseImport')
    .set({ doneAt })
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .execute()
}
