import { below, type Draft } from './draft.ts'
import type { LineItem } from './flow.ts'
import { restOf } from './headings.ts'

const leadIn = /^([^。，,；;：:！？!?\s\d]{2,20})。(?=.{12})/
const noLeadIn = /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|同时|此外|[●■◆▲★☆◎○◇□➢•·※*—-])/

/** A paragraph that may have a lead-in, a heading that ends a section, or anything else. */
export type LeadInSite = { readonly text: string } | 'heading' | 'other'

const confirmedByStyle = 6
const longestLoneLeadIn = 12

/**
 * The lengths of lead-ins of paragraphs without a number: `工业经济运行稳健。“十三五”期间…`. A short first
 * sentence counts where a neighbour under the same heading begins the same way; where the document
 * does so throughout, a very short one counts alone.
 */
export function leadInLengths(sites: readonly LeadInSite[]): readonly (number | undefined)[] {
  const lengths = sites.map((site) =>
    typeof site === 'string' ? undefined : leadInLength(site.text),
  )
  let section = 0
  const sections = sites.map((site) => (site === 'heading' ? (section += 1) : section))
  const perSection = new Map<number | undefined, number>()
  for (const [index, at] of sections.entries()) {
    if (lengths[index] !== undefined) perSection.set(at, (perSection.get(at) ?? 0) + 1)
  }
  const hasNeighbour = (index: number): boolean => (perSection.get(sections[index]) ?? 0) > 1
  const confirmed = lengths.filter(
    (length, index) => length !== undefined && hasNeighbour(index),
  ).length
  const longest = confirmed < confirmedByStyle ? 0 : longestLoneLeadIn
  return lengths.map((length, index) =>
    length !== undefined && (hasNeighbour(index) || length <= longest) ? length : undefined,
  )
}

function leadInLength(text: string): number | undefined {
  const lead = noLeadIn.test(text) ? undefined : leadIn.exec(text)?.[1]
  return lead === undefined ? undefined : lead.length + 1
}

/** A paragraph parted into its lead-in and its text. */
export function splitLeadIn({ line }: LineItem, length: number): readonly Draft[] {
  const cut = line.start + length
  const { start } = line
  const title = { start, end: cut - 1 }
  return [{ kind: 'heading', start, end: cut, level: below, title, runIn: true }, restOf(line, cut)]
}
