import type { Action } from './action.ts'

/** Administrators of the three kinds check one another; everybody else does the daily work. */
export type RoleKind = 'business' | 'system' | 'security' | 'audit'

export interface Role {
  readonly code: string
  readonly kind: RoleKind
  readonly actions: readonly Action[]
}

/** Whether two roles may not meet in one person (三员分立): an administrator is nothing else. */
export function exclude(one: RoleKind, other: RoleKind): boolean {
  return one !== other
}
