/** What a user may do; a role is a set of these. */
export const actions = [
  'read',
  'import',
  'review',
  'publish',
  'operate',
  'see-users',
  'manage-users',
  'grant-roles',
  'confirm-recovery',
  'read-log',
] as const
export type Action = (typeof actions)[number]

/**
 * What a caller of an endpoint must be: allowed to do something in the chosen region, only signed
 * in (their own account and nothing else), or anyone at all (the door itself).
 */
export type Need = Action | 'signed-in' | 'anyone'
