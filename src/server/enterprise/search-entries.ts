import type { ReadDb } from '#server/db/db.ts'
import type { SearchEntry } from '#server/search/entry.ts'
import type { SearchSource } from '#server/search/source.ts'
import { enterprisesOf, type StoredEnterprise } from './store.ts'

/** The enterprises of the registry, found within the reach of who looks. */
export const enterpriseSource: SearchSource = {
  kinds: ['enterprise'],
  async *entries(db: ReadDb) {
    const regions = await db.selectFrom('enterprise').select('regionCode').distinct().execute()
    for (const { regionCode } of regions) {
      const enterprises = await enterprisesOf(db, regionCode)
      yield enterprises.map((one) => entryOf(regionCode, one))
    }
  },
}

/** An enterprise by its names and its code; merged ones lead to themselves, where it is told into what. */
export function entryOf(region: string, one: StoredEnterprise): SearchEntry {
  const { id, name, uscc, formerNames, products, organisation, park, town } = one
  const unit = organisation ?? park ?? town
  return {
    region,
    kind: 'enterprise',
    id,
    title: name,
    keys: [...(uscc === undefined ? [] : [uscc]), ...formerNames.map((former) => former.name)],
    text: products,
    ...(uscc !== undefined && { context: uscc }),
    link: `/enterprises/${id}`,
    needs: 'see-enterprises',
    ...(unit !== undefined && { organisation: unit }),
  }
}
