import type { Organisation as OrganisationView } from '#contract/organisation.ts'
import { isWithin } from '#core/access/scope.ts'
import { existsOn, stageOn } from '#core/organisation/organisation.ts'
import type { Identity } from '#server/http/context.ts'
import type { StoredOrganisation } from './store.ts'

/** A unit as it is on a day. */
export function organisationView(organisation: StoredOrganisation, day: string): OrganisationView {
  const { name, parent } = stageOn(organisation, day)
  return {
    ...organisation,
    name,
    ...(parent !== undefined && { parent }),
    isThere: existsOn(organisation, day),
  }
}

/** Whoever may read plans knows the units of the government; an enterprise is seen within one's reach. */
export function isVisible(
  { id, kind }: StoredOrganisation,
  { actions, scopeOf }: Pick<Identity, 'actions' | 'scopeOf'>,
): boolean {
  if (kind !== 'enterprise' && actions.has('read')) return true
  return isWithin(scopeOf('see-organisations'), id)
}
