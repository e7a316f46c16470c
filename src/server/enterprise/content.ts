import type { EnterpriseContent } from '#contract/enterprise.ts'
import type { Enterprise } from '#core/enterprise/enterprise.ts'
import { isIndustryClass } from '#core/enterprise/industry.ts'
import { overfull, withTagsOfProducts } from '#core/enterprise/product-shares.ts'
import { overlapping } from '#core/enterprise/tag-spans.ts'
import { normaliseUscc, readUscc, type Uscc } from '#core/enterprise/uscc.ts'
import { comparePeriods } from '#core/period/period.ts'
import { badInput } from '#server/http/failure.ts'
import type { Words } from './words.ts'

type Entered = Pick<
  Enterprise,
  | 'uscc'
  | 'name'
  | 'industry'
  | 'size'
  | 'park'
  | 'town'
  | 'established'
  | 'address'
  | 'products'
  | 'contacts'
  | 'listings'
  | 'places'
  | 'tags'
  | 'productShares'
>

/**
 * What somebody entered, in the form the registry keeps it; tags follow from products where those are told.
 * Refuses (400) what the words of the region do not know.
 */
export function enteredContent(
  content: EnterpriseContent,
  words: Words,
  before?: Pick<Enterprise, 'productShares'>,
): Entered {
  const { uscc, productShares = [], ...rest } = content
  check(content, words)
  const typed = uscc === undefined || uscc === '' ? undefined : codeOf(uscc)
  return {
    ...rest,
    tags: withTagsOfProducts(content.tags, productShares, before?.productShares),
    ...((productShares.length > 0 || before?.productShares) && { productShares }),
    ...(typed !== undefined && { uscc: typed }),
  }
}

/** The code as somebody typed it, in the usual form; refuses (400) what is none. */
export function codeOf(typed: string): Uscc {
  const read = readUscc(normaliseUscc(typed))
  if (read.ok) return read.value
  throw badInput('enterprise-code-wrong', 'This is no unified social credit code', {
    problem: read.error,
  })
}

function check(content: EnterpriseContent, { industries, chains, places, tags }: Words): void {
  const { industry, park, town } = content
  if (industry !== undefined && !isIndustryClass(industries, industry)) {
    throw badInput('industry-unknown', 'No class of GB/T 4754-2017 has this code', { industry })
  }
  const isPlace = (id: typeof park, kind: 'park' | 'town'): boolean =>
    id === undefined || places.get(id)?.kind === kind
  if (!isPlace(park, 'park') || !isPlace(town, 'town')) {
    throw badInput('enterprise-place-unknown', 'No such park or town')
  }
  const isNode = ({ chain, node }: (typeof content.places)[number]): boolean =>
    chains.some(({ code, nodes }) => code === chain && nodes.some((one) => one.code === node))
  if (
    !content.places.every(isNode) ||
    hasTwice(content.places.map(({ chain, node }) => `${chain}/${node}`))
  ) {
    throw badInput('chain-place-unknown', 'No such place in a chain, or one twice')
  }
  if (!content.tags.every(({ tag }) => tags.has(tag))) {
    throw badInput('tag-unknown', 'No such tag')
  }
  checkSpans(content)
  checkProducts(content, tags)
}

function checkProducts({ productShares = [] }: EnterpriseContent, kinds: Words['tags']): void {
  const wrong = productShares.flatMap((one) => one.tags).find((tag) => !kinds.get(tag)?.byShare)
  if (wrong !== undefined) {
    throw badInput('product-tag-unknown', 'Products do not carry this tag', { tag: wrong })
  }
  const twice = overlapping(productShares.map((one) => ({ ...one, tag: one.product })))
  if (twice) throw badInput('product-twice', 'A product has two shares at once', twice)
  const month = overfull(productShares)
  if (month !== undefined) {
    throw badInput('products-over-whole', 'Products make more than the whole', { month })
  }
}

function checkSpans({ listings, tags, productShares = [] }: EnterpriseContent): void {
  const backwards = [...listings, ...tags, ...productShares].find(
    ({ from, to }) => to !== undefined && comparePeriods(from, to) > 0,
  )
  if (backwards) throw badInput('span-backwards', 'Something ends before it begins', backwards)
  const twice = overlapping([...tags, ...listings.map((one) => ({ ...one, tag: 'listed' }))])
  if (twice) throw badInput('spans-overlap', 'Something holds twice at the same time', twice)
}

function hasTwice(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length
}
