import type { Enterprise as EnterpriseView } from '#contract/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { StoredEnterprise } from './store.ts'

/** An enterprise with the names of those it came from and of what came of it. */
export async function enterpriseView(
  db: ReadDb,
  region: string,
  one: StoredEnterprise,
): Promise<EnterpriseView> {
  const { id, formerNames, organisation, state, endedOn, revision } = one
  return {
    id,
    content: contentOf(one),
    formerNames,
    state,
    revision,
    ...(organisation !== undefined && { organisation }),
    ...(endedOn !== undefined && { endedOn }),
    ...(await relativesOf(db, region, id)),
  }
}

function contentOf(one: StoredEnterprise): EnterpriseView['content'] {
  const { uscc, industry, size, park, town, established } = one
  return {
    name: one.name,
    address: one.address,
    products: one.products,
    contacts: one.contacts,
    listings: one.listings,
    places: one.places,
    tags: one.tags,
    ...(one.productShares && { productShares: one.productShares }),
    ...(uscc !== undefined && { uscc }),
    ...(industry !== undefined && { industry }),
    ...(size !== undefined && { size }),
    ...(park !== undefined && { park }),
    ...(town !== undefined && { town }),
    ...(established !== undefined && { established }),
  }
}

async function relativesOf(
  db: ReadDb,
  region: string,
  id: EnterpriseId,
): Promise<Pick<EnterpriseView, 'origins' | 'successors'>> {
  const rows = await db
    .selectFrom('enterpriseDescent as d')
    .innerJoin('enterprise as origin', (join) =>
      join.onRef('origin.regionCode', '=', 'd.regionCode').onRef('origin.id', '=', 'd.originId'),
    )
    .innerJoin('enterprise as successor', (join) =>
      join
        .onRef('successor.regionCode', '=', 'd.regionCode')
        .onRef('successor.id', '=', 'd.successorId'),
    )
    .select([
      'd.kind',
      'd.day',
      'd.originId',
      'd.successorId',
      'origin.name as originName',
      'successor.name as successorName',
    ])
    .where('d.regionCode', '=', region)
    .where((is) => is.or([is('d.originId', '=', id), is('d.successorId', '=', id)]))
    .orderBy('d.day')
    .execute()
  return {
    origins: rows
      .filter(({ successorId }) => successorId === id)
      .map(({ originId, originName, kind, day }) => ({
        id: originId,
        name: originName,
        kind,
        day,
      })),
    successors: rows
      .filter(({ originId }) => originId === id)
      .map(({ successorId, successorName, kind, day }) => ({
        id: successorId,
        name: successorName,
        kind,
        day,
      })),
  }
}
