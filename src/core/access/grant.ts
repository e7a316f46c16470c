import type { OrganisationId } from '../id.ts'
import { type Action, isForOrganisations } from './action.ts'
import { covers } from './region-cover.ts'
import { exclude, type Role } from './role.ts'
import type { Scope } from './scope.ts'

/**
 * A role somebody holds, from a day to a last day: in a region and all below it, or for one unit of
 * a region and those below that.
 */
export interface Grant {
  readonly role: Role
  readonly region: string
  readonly organisation?: OrganisationId
  readonly from: string
  readonly to?: string
}

/** What somebody with these grants may do in a region on a day, be it for one of its units only. */
export function actionsIn(
  grants: readonly Grant[],
  region: string,
  day: string,
): ReadonlySet<Action> {
  return new Set(grantsIn(grants, region, day).flatMap(actionsOf))
}

/** What they may do for the region as a whole. */
export function wholeActionsIn(
  grants: readonly Grant[],
  region: string,
  day: string,
): ReadonlySet<Action> {
  const whole = grants.filter(({ organisation }) => organisation === undefined)
  return actionsIn(whole, region, day)
}

export interface ScopeQuestion {
  readonly action: Action
  readonly region: string
  readonly day: string
  /** A unit and all below it. */
  readonly subtree: (organisation: OrganisationId) => ReadonlySet<OrganisationId>
}

/** How far the right to do something reaches in a region on a day. */
export function scopeIn(
  grants: readonly Grant[],
  { action, region, day, subtree }: ScopeQuestion,
): Scope {
  if (wholeActionsIn(grants, region, day).has(action)) return { kind: 'region' }
  const roots = grantsIn(grants, region, day)
    .filter((grant) => actionsOf(grant).includes(action))
    .flatMap(({ organisation }) => (organisation === undefined ? [] : [organisation]))
  return {
    kind: 'organisations',
    organisations: new Set(roots.flatMap((root) => [...subtree(root)])),
  }
}

/** The units of a region that grants are limited to on a day: those somebody works for. */
export function organisationsIn(
  grants: readonly Grant[],
  region: string,
  day: string,
): ReadonlySet<OrganisationId> {
  return new Set(
    grantsIn(grants, region, day).flatMap(({ organisation }) =>
      organisation === undefined ? [] : [organisation],
    ),
  )
}

function grantsIn(grants: readonly Grant[], region: string, day: string): readonly Grant[] {
  return grants.filter(
    (grant) =>
      holds(grant, day) &&
      (grant.organisation === undefined
        ? covers(grant.region, region)
        : // A unit is of one region, and of none above or below it.
          grant.region === region),
  )
}

function actionsOf({ role, organisation }: Grant): readonly Action[] {
  return organisation === undefined ? role.actions : role.actions.filter(isForOrganisations)
}

/** Those of `regions` in which the grants allow anything on a day. */
export function regionsOf<Region extends { readonly code: string }>(
  grants: readonly Grant[],
  regions: readonly Region[],
  day: string,
): readonly Region[] {
  return regions.filter(({ code }) => actionsIn(grants, code, day).size > 0)
}

function holds({ from, to }: Grant, day: string): boolean {
  return from <= day && (to === undefined || day <= to)
}

export interface Granting {
  /** Who grants, and to whom. */
  readonly by: { readonly id: string; readonly grants: readonly Grant[] }
  readonly to: { readonly id: string; readonly grants: readonly Grant[] }
  readonly grant: Grant
  readonly day: string
}

export type GrantRefusal =
  | { readonly code: 'own-account' }
  | { readonly code: 'region-not-yours' }
  | { readonly code: 'period-reversed' }
  | { readonly code: 'role-needs-organisation' }
  | { readonly code: 'role-needs-region' }
  | { readonly code: 'roles-exclude'; readonly role: string }

/**
 * Why a role may not be granted. Nobody grants to themselves or beyond their own region, a role
 * reaches as far as it is made for, and a role that excludes it must have ended, however far in the
 * future either begins.
 */
export function grantRefusal({ by, to, grant, day }: Granting): GrantRefusal | undefined {
  if (by.id === to.id) return { code: 'own-account' }
  if (!wholeActionsIn(by.grants, grant.region, day).has('grant-roles')) {
    return { code: 'region-not-yours' }
  }
  if (grant.organisation === undefined && grant.role.reach === 'organisation') {
    return { code: 'role-needs-organisation' }
  }
  if (grant.organisation !== undefined && grant.role.reach === 'region') {
    return { code: 'role-needs-region' }
  }
  if (grant.to !== undefined && grant.to < grant.from) return { code: 'period-reversed' }
  const inTheWay = to.grants
    .filter((held) => held.to === undefined || held.to >= day)
    .find((held) => exclude(held.role.kind, grant.role.kind))
  return inTheWay && { code: 'roles-exclude', role: inTheWay.role.code }
}
