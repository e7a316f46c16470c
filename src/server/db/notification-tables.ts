import type { NotificationId, UserId } from '#core/id.ts'
import type { NotificationKind } from '#core/notification/kind.ts'

export interface NotificationTables {
  readonly notification: NotificationTable
  readonly notificationMuted: NotificationMutedTable
}

interface NotificationTable {
  readonly regionCode: string
  readonly id: NotificationId
  readonly userId: UserId
  readonly kind: NotificationKind
  readonly content: Readonly<Record<string, string | number>>
  readonly subjectKind: string
  readonly subjectId: string
  readonly link: string
  readonly createdAt: string
  readonly readAt: string | null
}

interface NotificationMutedTable {
  readonly userId: UserId
  readonly kind: NotificationKind
}
