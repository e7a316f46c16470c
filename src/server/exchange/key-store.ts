import type { Person } from '#contract/session.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type KeyRow = Row<'apiKey'>
export type KeyId = KeyRow['id']

export async function insertKey(db: Db, row: KeyRow): Promise<void> {
  await db
    .insertInto('apiKey')
    .values({
      ...row,
      actions: json(row.actions),
      indicators: row.indicators && json(row.indicators),
      madeBy: json(row.madeBy),
      revokedBy: null,
    })
    .execute()
}

/** The keys of some regions, the latest first. */
export function keysOf(db: ReadDb, regions: readonly string[]): Promise<KeyRow[]> {
  return db
    .selectFrom('apiKey')
    .selectAll()
    .where('regionCode', 'in', regions.length > 0 ? regions : [''])
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export function lockKey(db: Db, id: KeyId): Promise<KeyRow | undefined> {
  return db.selectFrom('apiKey').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The key a secret belongs to, as long as it works. */
export function workingKey(
  db: ReadDb,
  secretHash: string,
  now: string,
): Promise<KeyRow | undefined> {
  return db
    .selectFrom('apiKey')
    .selectAll()
    .where('secretHash', '=', secretHash)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

export function endKey(db: Db, id: KeyId, by: Person, at: string): Promise<KeyRow> {
  return db
    .updateTable('apiKey')
    .set({ revokedBy: json(by), revokedAt: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Notes that a key is in use; a minute more or less does not matter. */
export async function touchKey(db: Db, { id, lastUsedAt }: KeyRow, now: string): Promise<void> {
  if (lastUsedAt !== null && Date.parse(now) - Date.parse(lastUsedAt) < 60_000) return
  await db.updateTable('apiKey').set({ lastUsedAt: now }).where('id', '=', id).execute()
}
