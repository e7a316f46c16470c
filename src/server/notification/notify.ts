import type { Action } from '#core/access/action.ts'
import type { OrganisationId, UserId } from '#core/id.ts'
import {
  type NotificationKind,
  notificationKinds,
  type NotificationValues,
} from '#core/notification/kind.ts'
import type { WriteContext } from '#server/http/context.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadDb } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { withSuccessor } from '#server/organisation/store.ts'
import { activeUsers, type Grantees, granted, insertNotifications, mutedBy } from './store.ts'

/** Who is told. */
export type Recipients =
  | { readonly users: readonly UserId[] }
  /** Everybody who may do this in the region of the notice. */
  | { readonly allowed: Action }
  /** Everybody whose role is for this very unit, or the one its duties passed to; with `allowed`, only who may do this. */
  | { readonly organisation: OrganisationId; readonly allowed?: Action }

/** Something people are told, each of whom reads it for themselves. */
export type Notice = {
  readonly [Kind in NotificationKind]: {
    /** `everywhere` where it is about an account and not about a region. */
    readonly region: string
    readonly to: Recipients
    /** Who caused it and needs not be told. */
    readonly except?: UserId
    readonly kind: Kind
    /** What it is about. */
    readonly subject: { readonly kind: string; readonly id: string }
    /** What its text is filled with. */
    readonly values: NotificationValues[Kind]
    /** The page it leads to, a path of this program: `/drafts/…`. */
    readonly link: `/${string}`
  }
}[NotificationKind]

/** What a notice needs of where it is caused: the contexts of handlers and of jobs have it. */
export type Notifying = Pick<WriteContext, 'db' | 'now' | 'staleFor'>

/**
 * Tells people something, in the transaction that causes it; their screens hear of it once that is
 * done. Whoever muted the kind, and whoever has no account in use, is left out.
 */
export async function notify({ db, now, staleFor }: Notifying, notice: Notice): Promise<void> {
  const { region, kind, subject, values, link, except } = notice
  const named = await usersMeant(db, region, notice.to, dayInChina(now))
  const muted = notificationKinds[kind].canBeMuted
    ? await mutedBy(db, kind, named)
    : new Set<UserId>()
  const users = (await activeUsers(db, named)).filter((id) => id !== except && !muted.has(id))
  await insertNotifications(
    db,
    users.map((userId) => ({
      regionCode: region,
      id: newId('notification'),
      userId,
      kind,
      content: values,
      subjectKind: subject.kind,
      subjectId: subject.id,
      link,
      createdAt: now,
      readAt: null,
    })),
  )
  if (users.length > 0) staleFor(users, ['notifications'])
}

/** Whom recipients mean on a day; for who tells many things to the same people. */
export async function usersMeant(
  db: ReadDb,
  region: string,
  to: Recipients,
  day: string,
): Promise<readonly UserId[]> {
  return 'users' in to ? to.users : granted(db, region, await granteesOf(db, region, to), day)
}

async function granteesOf(
  db: ReadDb,
  region: string,
  to: Exclude<Recipients, { readonly users: unknown }>,
): Promise<Grantees> {
  if (!('organisation' in to)) return to
  const { organisation, ...rest } = to
  return { ...rest, organisations: await withSuccessor(db, region, organisation) }
}
