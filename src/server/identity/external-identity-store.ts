import type { ExternalIdentityId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import type { Vouched } from './provider.ts'

export type ExternalIdentityRow = Row<'externalIdentity'>

/** Notes that somebody came; tells who they are to us, and whether they never came before. */
export async function noteArrival(
  db: Db,
  { issuer, subject, name, login }: Vouched,
  now: string,
): Promise<{ readonly row: ExternalIdentityRow; readonly isNew: boolean }> {
  const id = newId('external-identity')
  const row = await db
    .insertInto('externalIdentity')
    .values({
      id,
      issuer,
      subject,
      name,
      login,
      firstAt: now,
      lastAt: now,
      userId: null,
      linkedBy: null,
      confirmedBy: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet({ name, login, lastAt: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  return { row, isNew: row.id === id }
}

/** Everybody the provider vouched for, the latest to come first. */
export function externalIdentities(db: ReadDb): Promise<ExternalIdentityRow[]> {
  return db
    .selectFrom('externalIdentity')
    .selectAll()
    .orderBy('lastAt', 'desc')
    .orderBy('id')
    .limit(5000)
    .execute()
}

/** One of them, whom nobody else changes until the transaction ends. */
export function lockExternalIdentity(
  db: Db,
  id: ExternalIdentityId,
): Promise<ExternalIdentityRow | undefined> {
  return db
    .selectFrom('externalIdentity')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveLink(
  db: Db,
  id: ExternalIdentityId,
  {
    userId,
    linkedBy,
    confirmedBy,
  }: Pick<ExternalIdentityRow, 'userId' | 'linkedBy' | 'confirmedBy'>,
): Promise<void> {
  await db
    .updateTable('externalIdentity')
    .set({
      userId,
      linkedBy: linkedBy && json(linkedBy),
      confirmedBy: confirmedBy && json(confirmedBy),
    })
    .where('id', '=', id)
    .execute()
}
