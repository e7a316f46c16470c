import type { Enterprise, EnterpriseContent, ProductShare, TagSpan } from '#contract/enterprise.ts'
import { parsePeriod, type Period } from '#core/period/period.ts'
import type { OrganisationId } from '#core/id.ts'

/** The fields of the form; what is optional is empty there. */
export interface ContentFields {
  readonly uscc?: string
  readonly name: string
  readonly industry?: string
  readonly size?: EnterpriseContent['size']
  readonly place?: OrganisationId
  readonly established?: string
  readonly address?: string
  readonly products?: string
  readonly contacts?: readonly { name?: string; role?: string; phone?: string }[]
  readonly listings?: readonly { from?: string; to?: string; reason?: string }[]
  /** `chain/node`. */
  readonly places?: readonly string[]
  readonly tags?: readonly {
    tag?: string
    /** In per cent. */
    share?: number | null
    from?: string
    to?: string
    evidence?: string
  }[]
  readonly productShares?: readonly {
    product?: string
    /** In per cent. */
    share?: number | null
    tags?: readonly string[]
    from?: string
    to?: string
  }[]
}

/** An enterprise as the form shows it; empty for a new one. */
export function fieldsOf(one: Enterprise | undefined): ContentFields {
  if (!one) return { name: '', contacts: [], listings: [], places: [], tags: [], productShares: [] }
  const { park, town, places, tags, listings, contacts, productShares = [], ...rest } = one.content
  const place = park ?? town
  return {
    ...rest,
    contacts,
    listings,
    ...(place !== undefined && { place }),
    places: places.map(({ chain, node }) => `${chain}/${node}`),
    tags: tags.map(({ share, ...tag }) => ({ ...tag, share: percentOf(share) })),
    productShares: productShares.map(({ share, ...one }) => ({ ...one, share: percentOf(share) })),
  }
}

/** What the form says, as it travels; `places` tells which of the places are parks. */
export function contentOf(
  fields: ContentFields,
  kindOf: (place: OrganisationId) => 'park' | 'town' | undefined,
): EnterpriseContent {
  const { uscc, industry, size, place, established } = fields
  const kind = place === undefined ? undefined : kindOf(place)
  return {
    name: fields.name.trim(),
    address: fields.address?.trim() ?? '',
    products: fields.products?.trim() ?? '',
    contacts: (fields.contacts ?? []).flatMap(({ name, role, phone }) =>
      name?.trim()
        ? [{ name: name.trim(), role: role?.trim() ?? '', phone: phone?.trim() ?? '' }]
        : [],
    ),
    listings: (fields.listings ?? []).flatMap(({ from, to, reason }) => {
      const span = spanOf(from, to)
      return span ? [{ ...span, reason: reason?.trim() ?? '' }] : []
    }),
    places: (fields.places ?? []).map((text) => {
      const [chain = '', node = ''] = text.split('/')
      return { chain, node }
    }),
    tags: (fields.tags ?? []).flatMap(({ tag, share, from, to, evidence }): TagSpan[] => {
      const span = spanOf(from, to)
      if (!tag || !span) return []
      return [{ ...span, tag, share: shareText(share ?? 100), evidence: evidence?.trim() ?? '' }]
    }),
    ...productsOf(fields),
    ...(uscc?.trim() && { uscc: uscc.trim() }),
    ...(industry && { industry }),
    ...(size && { size }),
    ...(established && { established }),
    ...(place !== undefined && kind === 'park' && { park: place }),
    ...(place !== undefined && kind === 'town' && { town: place }),
  }
}

function productsOf({
  productShares = [],
}: ContentFields): Pick<EnterpriseContent, 'productShares'> {
  const told = productShares.flatMap(({ product, share, tags = [], from, to }): ProductShare[] => {
    const [name, span] = [product?.trim(), spanOf(from, to)]
    if (!name || !span || typeof share !== 'number') return []
    return [{ ...span, product: name, share: shareText(share), tags }]
  })
  return told.length > 0 ? { productShares: told } : {}
}

function percentOf(share: string): number {
  return Math.round(Number(share) * 1e4) / 100
}

function spanOf(
  from: string | undefined,
  to: string | undefined,
): { readonly from: Period; readonly to?: Period } | undefined {
  const begins = parsePeriod(from?.trim() ?? '')
  const ends = parsePeriod(to?.trim() ?? '')
  return begins && { from: begins, ...(ends && { to: ends }) }
}

/** Per cent as the share the server keeps: 62.5 is 0.625. */
function shareText(percent: number): string {
  return String(Math.min(1, Math.round(percent * 100) / 1e4))
}
