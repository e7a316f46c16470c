import type { EnterpriseContent } from '#contract/enterprise.ts'
import type { Enterprise } from '#core/enterprise/enterprise.ts'
import { isIndustryClass } from '#core/enterprise/industry.ts'
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
>

/** What somebody entered, in the form the registry keeps it; refuses (400) what the words of the region do not know. */
export function enteredContent(content: EnterpriseContent, words: Words): Entered {
  const { uscc, ...rest } = content
  check(content, words)
  const typed = uscc === undefined || uscc === '' ? undefined : codeOf(uscc)
  return { ...rest, ...(typed !== undefined && { uscc: typed }) }
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
}

function checkSpans({ listings, tags }: EnterpriseContent): void {
  const backwards = [...listings, ...tags].find(
    ({ from, to }) => to !== undefined && comparePeriods(from, to) > 0,
  )
  if (backwards) throw badInput('span-backwards', 'Something ends before it begins', backwards)
  const twice = overlapping([...tags, ...listings.map((one) => ({ ...one, tag: 'listed' }))])
  if (twice) throw badInput('spans-overlap', 'Something holds twice at the same time', twice)
}

function hasTwice(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length
}
