import { nameOn } from '#core/organisation/organisation.ts'
import type { OrganisationId } from '#core/id.ts'
import { dayInChina } from '#server/clock.ts'
import type { ReadContext } from '#server/http/context.ts'
import { organisationsOf } from './store.ts'

export interface NamedOrganisation {
  readonly id: OrganisationId
  readonly code: string
  readonly name: string
}

/** The units somebody works for, as they are called today; nothing is read where there are none. */
export async function ownOrganisations({
  db,
  now,
  region,
  organisations,
}: Pick<ReadContext, 'db' | 'now' | 'region' | 'organisations'>): Promise<
  readonly NamedOrganisation[]
> {
  if (organisations.size === 0) return []
  const day = dayInChina(now)
  const known = await organisationsOf(db, region.code)
  return known
    .filter(({ id }) => organisations.has(id))
    .map((one) => ({ id: one.id, code: one.code, name: nameOn(one, day) }))
}
