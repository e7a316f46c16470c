import { notificationKinds } from '#core/notification/kind.ts'
import type { NotificationKind as Kind } from '#core/notification/kind.ts'
import { id, list, moment, regionCode } from './fields.ts'
import { route } from './route.ts'
import * as z from 'zod'

export const NotificationKind = z.enum(Object.keys(notificationKinds) as Kind[])

export const Notification = z
  .object({
    id: id('notification'),
    /** `000000` where it is about the account. */
    region: regionCode,
    kind: NotificationKind,
    /** What its words are filled with. */
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    /** A path of the application. */
    link: z.string(),
    at: moment,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notification' })
export type Notification = z.output<typeof Notification>

export const listNotifications = route({
  method: 'GET',
  path: '/notifications',
  summary: 'What the user was told in the regions they may speak for, latest first',
  needs: 'signed-in',
  input: z.object({
    unread: z.enum(['only', 'any']).default('any'),
    limit: z.coerce.number().int().min(1).max(100).default(50),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  }),
  reply: z.object({
    notifications: list(Notification),
    total: z.int(),
    unread: z.int(),
  }),
})

export const readNotifications = route({
  method: 'POST',
  path: '/notifications/readings',
  summary: 'Marks as read: those named, or everything',
  needs: 'signed-in',
  input: z.object({ ids: z.array(id('notification')).min(1).max(1000).exactOptional() }),
  reply: z.object({}),
})

export const listNotificationKinds = route({
  method: 'GET',
  path: '/notifications/kinds',
  summary: 'What the user may be told of, and what of it they want',
  needs: 'signed-in',
  input: z.object({}),
  reply: z.object({
    kinds: list(
      z.object({ kind: NotificationKind, isWanted: z.boolean(), canBeMuted: z.boolean() }),
    ),
  }),
})

export const chooseNotificationKind = route({
  method: 'PUT',
  path: '/notifications/kinds/:kind',
  summary: 'Says whether the user wants to be told of a kind',
  needs: 'signed-in',
  input: z.object({ kind: NotificationKind, isWanted: z.boolean() }),
  reply: z.object({}),
})
