import type { OrganisationId } from '#core/id.ts'
import type { Actor } from '#core/matter/matter.ts'
import type { Party } from '#core/matter/workflow.ts'
import { withinScope } from '#server/organisation/within-scope.ts'
import type { Identity } from '#server/http/context.ts'
import type { MatterRow } from './matter-store.ts'
import { type Expression, type SqlBool, sql } from 'kysely'

/** What somebody is to a matter; a role for the whole region is not of any unit. */
export function partiesTo(identity: Identity, row: Pick<MatterRow, 'standing'>): readonly Party[] {
  const { lead, responsible } = row.standing
  const own = ownUnits(identity)
  const isMine = (unit: OrganisationId | undefined): boolean => unit !== undefined && own.has(unit)
  return [
    ...(identity.actions.has('supervise') ? (['supervisor'] as const) : []),
    ...(isMine(lead) ? (['lead'] as const) : []),
    ...(responsible.some(isMine) ? (['responsible'] as const) : []),
  ]
}

export function actorTo(identity: Identity, row: Pick<MatterRow, 'standing'>): Actor {
  const { lead, responsible } = row.standing
  const own = ownUnits(identity)
  const unit = [...(lead === undefined ? [] : [lead]), ...responsible].find((one) => own.has(one))
  return {
    ...identity.user,
    parties: partiesTo(identity, row),
    ...(unit !== undefined && { organisation: unit }),
  }
}

/** The units somebody handles matters for, those below them included. */
export function ownUnits(identity: Pick<Identity, 'scopeOf'>): ReadonlySet<OrganisationId> {
  const scope = identity.scopeOf('handle-matters')
  return scope.kind === 'organisations' ? scope.organisations : new Set()
}

/** The condition that a row of `matter` may be seen: by its units, or by all of the region. */
export function maySee(identity: Pick<Identity, 'scopeOf' | 'region'>): Expression<SqlBool> {
  const scope = identity.scopeOf('read')
  if (scope.kind === 'region') return sql<boolean>`true`
  return sql<boolean>`matter.id in (
    select matter_id from matter_unit
    where region_code = ${identity.region.code} and ${withinScope(scope, 'organisation_id')}
  )`
}
