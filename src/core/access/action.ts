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
  'see-organisations',
  'manage-organisations',
  'define-indicators',
  'record-figures',
  'read-data',
  'send-data',
  'manage-keys',
  'judge',
  'account-for',
  'see-reports',
  'fill-reports',
  'review-reports',
  'open-rounds',
  'define-forms',
  'supervise',
  'handle-matters',
  'hear-escalations',
  'see-enterprises',
  'manage-enterprises',
  'see-projects',
  'manage-projects',
] as const
export type Action = (typeof actions)[number]

/**
 * What may be done by who holds a role for a unit only. Whoever adds an action here looks at
 * `scopeOf` in every route that needs it; all other actions take a role for the whole region.
 */
const organisationActions: ReadonlySet<Action> = new Set([
  'read',
  'see-organisations',
  'account-for',
  'handle-matters',
  'see-enterprises',
  'see-projects',
  'see-reports',
  'fill-reports',
  'review-reports',
])

export function isForOrganisations(action: Action): boolean {
  return organisationActions.has(action)
}

/**
 * What a caller of an endpoint must be: allowed to do something in the chosen region, only signed
 * in (their own account and nothing else), or anyone at all (the door itself).
 */
export type Need = Action | 'signed-in' | 'anyone'
