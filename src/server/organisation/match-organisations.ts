import type { Region } from '#contract/session.ts'
import {
  organisationMatcher,
  type OrganisationMatch,
} from '#core/organisation/match-organisations.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf, type StoredOrganisation } from './store.ts'

export interface Wordings {
  readonly region: Pick<Region, 'code' | 'name'>
  readonly wordings: readonly string[]
  /** The day by whose names they are read. */
  readonly day: string
}

/** Which units of a region wordings may mean, in their order; none is picked among several. */
export async function matchOrganisations(
  db: ReadDb,
  { region, wordings, day }: Wordings,
): Promise<readonly (readonly OrganisationMatch<StoredOrganisation>[])[]> {
  const organisations = await organisationsOf(db, region.code)
  return wordings.map(organisationMatcher({ organisations, regionName: region.name, day }))
}
