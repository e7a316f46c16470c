import type { Action } from './action.ts'

/** Administrators of the three kinds check one another; everybody else does the daily work. */
export type RoleKind = 'business' | 'system' | 'security' | 'audit'

/** Whether a role holds for a region as a whole, for a unit of it, or for either. */
export type RoleReach = 'region' | 'organisation' | 'either'

export interface Role {
  readonly code: string
  readonly kind: RoleKind
  readonly reach: RoleReach
  readonly actions: readonly Action[]
}

/** Whether two roles may not meet in one person (三员分立): an administrator is nothing else. */
export function exclude(one: RoleKind, other: RoleKind): boolean {
  return one !== other
}
