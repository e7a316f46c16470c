import { type Draft, type HeadingDraft } from './draft.ts'
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
  if (!next || next.kind === 'table' || next.drafts || headingMark(text)) return false
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

/** A heading without a number; its level is settled where the headings around it are known. */
export function unnumberedHeading({ line }: LineItem): HeadingDraft {
  const title = { start: line.start, end: line.end }
  return { kind: 'heading', ...title, level: beside, title }
}

/** Stands for the level of the heading before it. */
export const beside = -1
/** Stands for one level below the last heading that has a line of its own. */
export const below = -2

const leadIn = /^([^。，,；;：:！？!?\s\d]{2,20})。(?=.{12})/
const noLeadIn = /^(?:[一二三四五六七八九十]是|首先|其次|再次|最后|同时|此外|[●■◆▲★☆◎○◇□➢•·※*—-])/

/**
 * The lead-ins of paragraphs without a number: `工业经济运行稳健。“十三五”期间…`. One alone may be a short
 * sentence; only where a neighbour under the same heading begins the same way is it taken for a heading.
 */
export function leadInLengths(
  texts: readonly (string | undefined)[],
): readonly (number | undefined)[] {
  const lengths = texts.map((text) => {
    const lead = text === undefined || noLeadIn.test(text) ? undefined : leadIn.exec(text)?.[1]
    return lead === undefined ? undefined : lead.length + 1
  })
  const counts = new Map<number, number>()
  let section = 0
  const sections = texts.map((text) => (text === undefined ? (section += 1) : section))
  for (const [index, length] of lengths.entries()) {
    const at = sections[index] ?? 0
    if (length !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return lengths.map((length, index) =>
    (counts.get(sections[index] ?? 0) ?? 0) > 1 ? length : undefined,
  )
}

/** A paragraph parted into its lead-in and its text. */
export function splitLeadIn({ line }: LineItem, length: number): readonly Draft[] {
  const cut = line.start + length
  const title = { start: line.start, end: cut }
  return [{ kind: 'heading', ...title, level: below, title, runIn: true }, restOf(line, cut)]
}
