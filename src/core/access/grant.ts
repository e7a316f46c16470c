import type { Action } from './action.ts'
import { covers } from './region-cover.ts'
import { exclude, type Role } from './role.ts'

/** A role somebody holds in a region and all below it, from a day to a last day. */
export interface Grant {
  readonly role: Role
  readonly region: string
  readonly from: string
  readonly to?: string
}

/** What somebody with these grants may do in a region on a day. */
export function actionsIn(
  grants: readonly Grant[],
  region: string,
  day: string,
): ReadonlySet<Action> {
  return new Set(
    grants
      .filter((grant) => holds(grant, day) && covers(grant.region, region))
      .flatMap(({ role }) => role.actions),
  )
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
  | { readonly code: 'roles-exclude'; readonly role: string }

/**
 * Why a role may not be granted. Nobody grants to themselves or beyond their own region, and a
 * role that excludes it must have ended, however far in the future either begins.
 */
export function grantRefusal({ by, to, grant, day }: Granting): GrantRefusal | undefined {
  if (by.id === to.id) return { code: 'own-account' }
  if (!actionsIn(by.grants, grant.region, day).has('grant-roles')) {
    return { code: 'region-not-yours' }
  }
  if (grant.to !== undefined && grant.to < grant.from) return { code: 'period-reversed' }
  const inTheWay = to.grants
    .filter((held) => held.to === undefined || held.to >= day)
    .find((held) => exclude(held.role.kind, grant.role.kind))
  return inTheWay && { code: 'roles-exclude', role: inTheWay.role.code }
}
