import type { SessionId, UserId } from '#core/id.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import type { Caller } from '#server/http/context.ts'
import { newId } from '#server/new-id.ts'
import { hashOfSecret, newToken } from './secret.ts'

export type SessionRow = Row<'session'>

/** Unused for this long, a session has ended. */
const idleHours = 2
/** However much it is used, it ends after a working day. */
const absoluteHours = 12

/** Begins a session under a token nobody knew before. */
export async function beginSession(
  db: Db,
  userId: UserId,
  { caller, now }: { readonly caller: Caller; readonly now: string },
): Promise<{ readonly id: SessionId; readonly token: string }> {
  const token = newToken()
  const id = newId('session')
  await db
    .insertInto('session')
    .values({
      id,
      tokenHash: hashOfSecret(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: later(now, absoluteHours),
      address: caller.address,
      agent: caller.agent,
    })
    .execute()
  return { id, token }
}

/** The session of a token, if it has not ended. */
export function sessionOfToken(
  db: ReadDb,
  token: string,
  now: string,
): Promise<SessionRow | undefined> {
  return living(db, now).where('tokenHash', '=', hashOfSecret(token)).executeTakeFirst()
}

/** The sessions of a user that have not ended, latest first. */
export function sessionsOf(db: ReadDb, userId: UserId, now: string): Promise<SessionRow[]> {
  return living(db, now).where('userId', '=', userId).orderBy('lastSeenAt', 'desc').execute()
}

/** Those of some sessions that have not ended. */
export async function stillLiving(
  db: ReadDb,
  sessions: readonly SessionId[],
  now: string,
): Promise<ReadonlySet<SessionId>> {
  if (sessions.length === 0) return new Set()
  const rows = await living(db, now).where('id', 'in', sessions).execute()
  return new Set(rows.map(({ id }) => id))
}

function living(db: ReadDb, now: string) {
  return db
    .selectFrom('session')
    .selectAll()
    .where('expiresAt', '>', now)
    .where('lastSeenAt', '>', later(now, -idleHours))
}

/** When each user was last seen, where a session of theirs is still kept. */
export async function lastSeen(db: ReadDb): Promise<ReadonlyMap<UserId, string>> {
  const rows = await db
    .selectFrom('session')
    .select(({ fn }) => ['userId', fn.max('lastSeenAt').as('at')])
    .groupBy('userId')
    .execute()
  return new Map(rows.map(({ userId, at }) => [userId, at]))
}

/** Notes that a session is in use; a minute more or less does not matter. */
export async function touchSession(db: Db, session: SessionRow, now: string): Promise<void> {
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < 60_000) return
  await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', session.id).execute()
}

/** Ends one session of a user; tells whether there was one. */
export async function endOneSession(db: Db, userId: UserId, id: SessionId): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends the sessions of a user, but for one where given. */
export async function endSessions(db: Db, userId: UserId, but?: SessionId): Promise<void> {
  const all = db.deleteFrom('session').where('userId', '=', userId)
  await (but === undefined ? all : all.where('id', '<>', but)).execute()
}

/** Forgets what ended long ago. */
export async function forgetOldSessions(db: Db, now: string): Promise<void> {
  await db
    .deleteFrom('session')
    .where('expiresAt', '<', later(now, -24 * 30))
    .execute()
}

function later(moment: string, hours: number): string {
  return new Date(Date.parse(moment) + hours * 3_600_000).toISOString()
}
