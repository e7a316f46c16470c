import {
  chooseNotificationKind,
  listNotificationKinds,
  listNotifications,
  type Notification,
  readNotifications,
} from '#contract/notification.ts'
import { type NotificationKind, notificationKinds } from '#core/notification/kind.ts'
import type { Identity } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { refused } from '#server/http/failure.ts'
import {
  type Addressee,
  markRead,
  mute,
  mutedKinds,
  notificationCounts,
  type NotificationRow,
  notificationsOf,
  unmute,
} from './store.ts'

export const notificationEndpoints: readonly Endpoint[] = [
  read(listNotifications, async ({ unread, limit, offset }, context) => {
    const to = addresseeOf(context)
    const page = { limit, offset, unread: unread === 'only' }
    const rows = await notificationsOf(context.db, to, page)
    const counts = await notificationCounts(context.db, to)
    return { notifications: rows.map(view), ...counts }
  }),

  write(readNotifications, async ({ ids }, context) => {
    await markRead(context.db, addresseeOf(context), context.now, ids)
    context.staleFor([context.user.id], ['notifications'])
    return {}
  }),

  read(listNotificationKinds, async (_, { db, user, actions }) => {
    const muted = await mutedKinds(db, user.id)
    const kinds = Object.entries(notificationKinds) as [
      NotificationKind,
      (typeof notificationKinds)[NotificationKind],
    ][]
    return {
      kinds: kinds
        .filter(
          ([, { needs }]) => needs === 'signed-in' || needs === 'anyone' || actions.has(needs),
        )
        .map(([kind, { canBeMuted }]) => ({ kind, canBeMuted, isWanted: !muted.includes(kind) })),
    }
  }),

  write(chooseNotificationKind, async ({ kind, isWanted }, { db, user, staleFor }) => {
    if (!isWanted && !notificationKinds[kind].canBeMuted) {
      throw refused('notification-always-told', 'What concerns the own account is always told')
    }
    await (isWanted ? unmute(db, user.id, kind) : mute(db, user.id, kind))
    staleFor([user.id], ['notifications'])
    return {}
  }),
]

function addresseeOf({ user, regions }: Identity): Addressee {
  return { user: user.id, regions: regions.map(({ code }) => code) }
}

function view({
  id,
  regionCode,
  kind,
  content,
  link,
  createdAt,
  readAt,
}: NotificationRow): Notification {
  return {
    id,
    region: regionCode,
    kind,
    values: content,
    link,
    at: createdAt,
    isRead: readAt !== null,
  }
}
