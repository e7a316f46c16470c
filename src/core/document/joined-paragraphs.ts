import { isBoxCaption } from './boxes.ts'
import { isFootNote, isHeadingCaption } from './captions.ts'
import type { Item, LineItem } from './flow.ts'
import { headingMark } from './heading-marks.ts'
import { isWholeHeading } from './headings.ts'

const shortestBroken = 24
const mostBlanks = 3

/**
 * Paragraphs that the end of a page or of a line cut in two, put together: a line that breaks off in
 * mid-sentence, and one that does not begin anything. Likewise a number and the title on the next line.
 */
export function joinedParagraphs(items: readonly Item[], text: string): readonly Item[] {
  const joined: Item[] = []
  let group: LineItem[] = []
  const close = (): void => {
    const [first] = group
    const last = group.at(-1)
    if (first && last && first !== last) {
      const { start } = first.line
      const { end } = last.line
      joined.push({ ...first, line: { ...first.line, end, text: text.slice(start, end) } })
    } else if (first) joined.push(first)
    group = []
  }
  for (const item of items) {
    const last = group.at(-1)
    if (!last || item.kind === 'table' || !goesOn(last, item)) close()
    if (item.kind === 'table') joined.push(item)
    else group.push(item)
  }
  close()
  return joined
}

function goesOn(last: LineItem, item: LineItem): boolean {
  if (isBareNumber(last) && isTitle(item)) return true
  if (last.drafts || item.drafts || last.line.frame !== item.line.frame || item.blanks > mostBlanks)
    return false
  return breaksOff(last.line.text) && carriesOn(item.line.text) && !/^[\s　]/.test(item.line.raw)
}

const bareAnnex = /^附\s?[件表录]\s?[\d一二三四五六七八九十]{1,3}\s?[：:]?$/

/** 附件1 or 第一章 on a line of its own: the title is the next. */
function isBareNumber({ line: { text }, drafts }: LineItem): boolean {
  if (drafts || text.length > 12) return false
  const mark = headingMark(text)
  return bareAnnex.test(text) || (mark?.length === text.length && text.startsWith('第'))
}

function isTitle({ line: { text }, blanks }: LineItem): boolean {
  return blanks <= mostBlanks && text.length <= 60 && !/[。；：:]$/.test(text) && !headingMark(text)
}

/** Prose without an end. */
function breaksOff(text: string): boolean {
  if (text.length < shortestBroken || !/[\p{Script=Han}\w，、,%％]$/u.test(text)) return false
  const mark = headingMark(text)
  if (mark && isWholeHeading(text, mark)) return false
  return /[，。；、]/.test(text) && !isBoxCaption(text) && !isHeadingCaption(text)
}

/** A line that begins nothing and is prose itself: full, or ending like a sentence. */
function carriesOn(text: string): boolean {
  if (headingMark(text) || isHeadingCaption(text) || isFootNote(text)) return false
  if (/^[^\p{Script=Han}\w“”"（(，、。；％%.+]|^(?:图|表)\s?\d|^--/u.test(text)) return false
  return /[。；！？”）)]$/.test(text) || (text.length >= shortestBroken && /[，。、]/.test(text))
}
