import type { Need } from '../access/action.ts'

/**
 * What people are told of, and the values its text is filled with. A new kind is one entry here, one
 * in `notificationKinds` and its words in `web/messages/*-shell.ts`.
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
  readonly 'matter-to-do': { readonly title: string; readonly action: string; readonly by: string }
  readonly 'matter-to-review': {
    readonly title: string
    readonly action: string
    readonly by: string
  }
  readonly 'matter-changed': {
    readonly title: string
    readonly action: string
    readonly by: string
  }
  readonly 'matter-slip': { readonly title: string; readonly slip: string }
  readonly 'matter-reminded': { readonly title: string; readonly reminder: string }
  readonly 'matter-mentioned': { readonly title: string; readonly by: string }
  readonly 'report-asked': { readonly form: string; readonly period: string; readonly due: string }
  readonly 'report-returned': {
    readonly form: string
    readonly period: string
    readonly by: string
  }
  readonly 'report-reminded': {
    readonly form: string
    readonly period: string
    readonly due: string
    readonly count: number
  }
  readonly 'matter-digest': {
    readonly owed: number
    readonly late: number
    readonly soon: number
  }
  readonly 'job-given-up': { readonly job: string }
  readonly 'log-unsound': { readonly problems: number }
}
export type NotificationKind = keyof NotificationValues

export interface KindRules {
  /** Whom it may concern: others are not asked whether they want it. */
  readonly needs: Need
  /** What concerns the safety of one's own account cannot be switched off. */
  readonly canBeMuted: boolean
}

/** In the order in which the settings show them. */
export const notificationKinds: Readonly<Record<NotificationKind, KindRules>> = {
  'import-finished': { needs: 'import', canBeMuted: true },
  'import-failed': { needs: 'import', canBeMuted: true },
  'draft-published': { needs: 'review', canBeMuted: true },
  'role-granted': { needs: 'signed-in', canBeMuted: false },
  'account-recovered': { needs: 'signed-in', canBeMuted: false },
  'recovery-to-confirm': { needs: 'confirm-recovery', canBeMuted: true },
  'matter-to-do': { needs: 'handle-matters', canBeMuted: true },
  'matter-to-review': { needs: 'supervise', canBeMuted: true },
  'matter-changed': { needs: 'read', canBeMuted: true },
  'matter-slip': { needs: 'read', canBeMuted: false },
  'matter-reminded': { needs: 'read', canBeMuted: true },
  'matter-mentioned': { needs: 'read', canBeMuted: true },
  'matter-digest': { needs: 'handle-matters', canBeMuted: true },
  'report-asked': { needs: 'fill-reports', canBeMuted: true },
  'report-returned': { needs: 'fill-reports', canBeMuted: false },
  'report-reminded': { needs: 'fill-reports', canBeMuted: false },
  'job-given-up': { needs: 'operate', canBeMuted: false },
  'log-unsound': { needs: 'read-log', canBeMuted: false },
}
