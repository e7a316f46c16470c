import type { Action } from '#core/access/action.ts'
import { everywhere, widerThan } from '#core/access/region-cover.ts'
import type { NotificationId, OrganisationId, UserId } from '#core/id.ts'
import type { NotificationKind } from '#core/notification/kind.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'

export type NotificationRow = Row<'notification'>

const columns: ColumnTypes<'notification'> = {
  regionCode: 'text',
  id: 'uuid',
  userId: 'uuid',
  kind: 'text',
  content: 'jsonb',
  subjectKind: 'text',
  subjectId: 'text',
  link: 'text',
  createdAt: 'timestamptz',
  readAt: 'timestamptz',
}

export function insertNotifications(db: Db, rows: readonly NotificationRow[]): Promise<void> {
  return insertMany(db, 'notification', columns, rows)
}

export interface Grantees {
  readonly allowed?: Action
  readonly organisations?: readonly OrganisationId[]
}

/** Who holds a role in a region, for some of its units or for what the role allows, on a day. */
export async function granted(
  db: ReadDb,
  region: string,
  { allowed, organisations }: Grantees,
  day: string,
): Promise<UserId[]> {
  const rows = await db
    .selectFrom('roleGrant')
    .select('userId')
    .distinct()
    .where('regionCode', 'in', widerThan(region))
    .where('validFrom', '<=', day)
    .where((is) => is.or([is('validTo', 'is', null), is('validTo', '>=', day)]))
    .$if(organisations !== undefined, (query) =>
      query.where('organisationId', 'in', organisations ?? []),
    )
    .$if(allowed !== undefined, (query) =>
      query.where('roleCode', 'in', (roles) =>
        roles
          .selectFrom('roleAction')
          .select('roleCode')
          .where('action', '=', allowed ?? null),
      ),
    )
    .execute()
  return rows.map(({ userId }) => userId)
}

/** Those of the users who can sign in, or could once they take up their account. */
export async function activeUsers(db: ReadDb, users: readonly UserId[]): Promise<UserId[]> {
  if (users.length === 0) return []
  const rows = await db
    .selectFrom('appUser')
    .select('id')
    .where('id', 'in', users)
    .where('state', '<>', 'disabled')
    .execute()
  return rows.map(({ id }) => id)
}

/** Those of the users who do not want to be told of a kind. */
export async function mutedBy(
  db: ReadDb,
  kind: NotificationKind,
  users: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  if (users.length === 0) return new Set()
  const rows = await db
    .selectFrom('notificationMuted')
    .select('userId')
    .where('kind', '=', kind)
    .where('userId', 'in', users)
    .execute()
  return new Set(rows.map(({ userId }) => userId))
}

/** The kinds a user muted. */
export async function mutedKinds(db: ReadDb, user: UserId): Promise<NotificationKind[]> {
  const rows = await db
    .selectFrom('notificationMuted')
    .select('kind')
    .where('userId', '=', user)
    .execute()
  return rows.map(({ kind }) => kind)
}

export async function mute(db: Db, userId: UserId, kind: NotificationKind): Promise<void> {
  await db
    .insertInto('notificationMuted')
    .values({ userId, kind })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function unmute(db: Db, userId: UserId, kind: NotificationKind): Promise<void> {
  await db
    .deleteFrom('notificationMuted')
    .where('userId', '=', userId)
    .where('kind', '=', kind)
    .execute()
}

/** Whose notifications, of which regions. */
export interface Addressee {
  readonly user: UserId
  /** Those they may speak for; what is about their account is always theirs. */
  readonly regions: readonly string[]
}

/** What a user was told, latest first. */
export function notificationsOf(
  db: ReadDb,
  to: Addressee,
  { limit, offset, unread }: { limit: number; offset: number; unread: boolean },
): Promise<NotificationRow[]> {
  return told(db, to)
    .selectAll()
    .$if(unread, (query) => query.where('readAt', 'is', null))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

/** How much a user was told, and how much of it they have not read. */
export async function notificationCounts(
  db: ReadDb,
  to: Addressee,
): Promise<{ readonly total: number; readonly unread: number }> {
  return told(db, to)
    .select((query) => [
      query.fn.countAll<number>().as('total'),
      query.fn.countAll<number>().filterWhere('readAt', 'is', null).as('unread'),
    ])
    .executeTakeFirstOrThrow()
}

function told(db: ReadDb, { user, regions }: Addressee) {
  return db
    .selectFrom('notification')
    .where('regionCode', 'in', [...new Set([everywhere, ...regions])])
    .where('userId', '=', user)
}

/** Marks what a user was told as read: these, or with none named everything until now. */
export async function markRead(
  db: Db,
  { user, regions }: Addressee,
  now: string,
  ids?: readonly NotificationId[],
): Promise<void> {
  await db
    .updateTable('notification')
    .set({ readAt: now })
    .where('regionCode', 'in', [...new Set([everywhere, ...regions])])
    .where('userId', '=', user)
    .where('readAt', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .execute()
}

/** Forgets what was read long ago. */
export async function forgetReadNotifications(db: Db, before: string): Promise<void> {
  await db.deleteFrom('notification').where('readAt', '<', before).execute()
}
