import { beside, type HeadingDraft } from './draft.ts'
import type { Item, LineItem } from './flow.ts'
import { headingMark } from './heading-marks.ts'

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
