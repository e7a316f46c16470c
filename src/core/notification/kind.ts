/**
 * What people are told of, and the values their text is filled with. A new kind is one entry here,
 * one in `notificationKinds` and its words in `web/messages/*-notification.ts`.
 */
export interface NotificationValues {
  readonly 'import-finished': { readonly fileName: string }
  readonly 'import-failed': { readonly fileName: string }
  readonly 'draft-published': {
    readonly title: string
    readonly number: number
    readonly by: string
  }
  readonly 'role-granted': { readonly role: string; readonly region: string; readonly by: string }
  readonly 'account-recovered': { readonly by: string }
  readonly 'recovery-to-confirm': { readonly name: string; readonly by: string }
}
export type NotificationKind = keyof NotificationValues

/** In the order in which the settings show them. */
export const notificationKinds = [
  'import-finished',
  'import-failed',
  'draft-published',
  'role-granted',
  'account-recovered',
  'recovery-to-confirm',
] as const satisfies readonly NotificationKind[]

/** What concerns the safety of one's own account cannot be switched off. */
export const alwaysTold: ReadonlySet<NotificationKind> = new Set([
  'role-granted',
  'account-recovered',
])
