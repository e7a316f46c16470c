import type { EnterpriseWords } from '#contract/enterprise.ts'
import type { IndustryTree } from '#core/enterprise/industry.ts'
import type { TagKind } from '#core/enterprise/tag.ts'
import type { OrganisationId } from '#core/id.ts'
import { existsOn, nameOn } from '#core/organisation/organisation.ts'
import type { ReadDb } from '#server/db/db.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { readTagKinds } from '#server/reference/enterprise-tags.ts'
import { readIndustries } from '#server/reference/industries.ts'
import { type Chain, chainsOf } from './chain-store.ts'

/** What codes in the registry of a region stand for. */
export interface Words {
  readonly industries: IndustryTree
  readonly tags: ReadonlyMap<string, TagKind>
  readonly chains: readonly Chain[]
  /** Parks and towns, with the codes figures carry. */
  readonly places: ReadonlyMap<OrganisationId, Place>
}

interface Place {
  readonly id: OrganisationId
  readonly code: string
  readonly kind: 'park' | 'town'
  readonly name: string
  /** Other names lists call it by. */
  readonly aliases: readonly string[]
  readonly isThere: boolean
}

// Reference data of the program: the same for all regions as long as it runs.
const reference = Promise.all([readIndustries(), readTagKinds()])

export async function wordsOf(db: ReadDb, region: string, day: string): Promise<Words> {
  const [industries, tags] = await reference
  const organisations = await organisationsOf(db, region)
  const places = organisations.flatMap((one): Place[] => {
    const { id, code, kind, aliases } = one
    if (kind !== 'park' && kind !== 'town') return []
    const name = placeName(nameOn(one, day))
    return [{ id, code, kind, name, aliases, isThere: existsOn(one, day) }]
  })
  return {
    industries,
    tags: new Map(tags.map((tag) => [tag.code, tag])),
    chains: await chainsOf(db, region),
    places: new Map(places.map((place) => [place.id, place])),
  }
}

/** A park is called without its administration: 某某产业园管委会. */
function placeName(unit: string): string {
  return unit.replace(/管(?:理)?委(?:员)?会$/u, '')
}

export function wordsView({ industries, tags, chains, places }: Words): EnterpriseWords {
  return {
    chains,
    tags: [...tags.values()],
    places: [...places.values()]
      .filter(({ isThere }) => isThere)
      .map(({ id, kind, name }) => ({ id, kind, name })),
    industries: [...industries.values()].map(({ code, name }) => ({ code, name })),
  }
}
