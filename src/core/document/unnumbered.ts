import type { Draft, HeadingDraft } from './draft.ts'
import type { Item, LineItem } from './flow.ts'
import { headingMark } from './heading-marks.ts'
import { restOf } from './headings.ts'

const longestTitle = 25
const titleText = /^[\p{Script=Han}\w“”"‘’、·（）()《》+&／/\-—\s　]+$/u
const notTitle = /[图表的了等]$|^[（(《图表]|^注|^附|[、\-—]$|^来源/
const longText = 45

/**
 * Whether a line without a number is a heading: short, a title by its wording, and followed by a
 * paragraph of its own or by numbered headings.
 */
export function isUnnumberedHeading(
  item: LineItem,
  previous: Item | undefined,
  next: Item | undefined,
): boolean {
  const { text, source } = item.line
  if (
    text.length > longestTitle ||
    !titleText.test(text) ||
    notTitle.test(text) ||
    countHan(text) < 2
  )
    return false
  if (headingMark(text)) return false
  if (source.outline !== undefined) return true
  if (!next || next.kind === 'table' || next.drafts) return false
  if (/^前\s*言$|^引\s*言$|^序\s*言$|^结\s*语$/.test(text) || source.outline !== undefined)
    return true
  if (countHan(text) < 4 || countHan(text) * 2 < text.length) return false
  const isLong = next.line.text.length >= longText && /[，。]/.test(next.line.text)
  return isLong && endsParagraph(previous)
}

function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}

/** Whether what comes before is complete, so that a short line is not the end of its last sentence. */
function endsParagraph(previous: Item | undefined): boolean {
  if (!previous || previous.kind === 'table' || previous.drafts) return true
  const { text } = previous.line
  return /[。！？；”’」）)]$/.test(text) || headingMark(text) !== undefined
}

/**
 * A heading without a number: of the level that numbered headings of its style have, or beside the
 * heading before it.
 */
export function unnumberedHeading(
  { line }: LineItem,
  levelOfOutline: ReadonlyMap<number, number>,
): HeadingDraft {
  const title = { start: line.start, end: line.end }
  const { outline } = line.source
  const level = outline === undefined ? beside : (levelOfOutline.get(outline) ?? outline + 1)
  return { kind: 'heading', ...title, level, title }
}

/** Stands for the level of the heading before it. */
export const beside = -1
/** Stands for one level below the last heading that has a line of its own. */
export const below = -2

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
  const counts = new Map<number, number>()
  for (const [index, length] of lengths.entries()) {
    const at = sections[index] ?? 0
    if (length !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const hasNeighbour = (index: number): boolean => (counts.get(sections[index] ?? 0) ?? 0) > 1
  const confirmed = lengths.filter(
    (length, index) => length !== undefined && hasNeighbour(index),
  ).length
  return lengths.map((length, index) => {
    const isAlone = !hasNeighbour(index)
    const counts = !isAlone || (confirmed >= confirmedByStyle && (length ?? 0) <= longestLoneLeadIn)
    return counts ? length : undefined
  })
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
