import { isFootNote } from './captions.ts'
import type { Span } from './document.ts'
import { type Draft, type HeadingDraft, paragraphDraft } from './draft.ts'
import { headingMark, type HeadingMark } from './heading-marks.ts'
import type { Line } from './layout.ts'
import type { Levels } from './levels.ts'
import { formalRole } from './title-page.ts'

const longestHeading = 60
const longestColonHeading = 40
const longestLeadIn = 42

/** Reads a line of running text by its number: a heading, a lead-in with its text, or a paragraph. */
export function readLine(line: Line, levels: Levels): readonly Draft[] {
  const role = formalRole(line.text) ?? (isFootNote(line.text) ? 'note' : undefined)
  if (role) return [paragraphDraft(line, { role })]
  const annex = annexHeading(line)
  if (annex) return [annex]
  const mark = headingMark(line.text)
  if (!mark) return [paragraph(line)]
  const heading = {
    kind: 'heading',
    start: line.start,
    level: levels(mark),
    number: mark.number,
  } as const
  const titleStart = line.start + mark.length
  if (isWholeHeading(line.text, mark)) {
    return [
      { ...heading, end: line.end, title: titleSpan(titleStart, line.text.slice(mark.length)) },
    ]
  }
  const leadIn = leadInLength(line.text.slice(mark.length))
  if (leadIn === undefined) return [paragraphDraft(line, { mark: mark.number })]
  const cut = titleStart + leadIn
  const lead: HeadingDraft = {
    ...heading,
    end: cut,
    title: { start: titleStart, end: cut - 1 },
    runIn: true,
  }
  return [lead, restOf(line, cut)]
}

function titleSpan(start: number, title: string): Span {
  return { start, end: start + title.replace(/[：:。]$/, '').length }
}

/** Whether the line is a numbered heading and nothing else. */
export function isWholeHeading(text: string, mark: HeadingMark): boolean {
  const title = withoutStop(text.slice(mark.length), mark)
  if (title === '' || text.length > longestHeading || /[。；;！？]|[，,、]$/.test(title))
    return false
  const colon = title.search(/[：:]/)
  if (colon < 0 || colon === title.length - 1) return !isQuantity(title)
  return text.length <= longestColonHeading && outer.has(mark.family)
}

/** A heading of the outer levels may end like a sentence: `（一）园区提质行动。` */
function withoutStop(title: string, { family }: HeadingMark): string {
  const isShort = title.length <= longestStopped && !figure.test(title)
  return isShort && (family === 'bracket' || outer.has(family)) ? title.replace(/。$/, '') : title
}

const longestStopped = 24

const outer: ReadonlySet<HeadingMark['family']> = new Set(['part', 'chapter', 'section', 'comma'])

/** A number in a column or an item of a list that is nothing but a quantity. */
function isQuantity(title: string): boolean {
  return (
    /^[\d.,，%％]+/.test(title) && !/^\d{4}\s*年/.test(title) && !/\p{Script=Han}{3}/u.test(title)
  )
}

const figure = /\d\s*(?:[%％‰个家户件项人亩元吨倍]|[十百千万亿]|公里|平方|立方|百分点)|\d{4}\s*年/

/** How long the lead-in is with which a numbered paragraph begins: `坚持创新引领。`; a first sentence with figures is none. */
function leadInLength(text: string): number | undefined {
  const stop = text.indexOf('。')
  if (stop < 2 || stop >= longestLeadIn || text.slice(stop + 1).trim() === '') return undefined
  const lead = text.slice(0, stop)
  return figure.test(lead) || /[；：:]/.test(lead) ? undefined : stop + 1
}

/** The paragraph behind a lead-in. */
export function restOf(line: Line, cut: number): Draft {
  const rest = line.text.slice(cut - line.start)
  return paragraphDraft({ start: cut + rest.length - rest.trimStart().length, end: line.end })
}

const bullet = /^(?:——|--|[●■◆▲★☆◎○◇□➢►▶•·※*]|[-—](?=\s))\s*/

function paragraph(line: Line): Draft {
  const mark = bullet.exec(line.text)?.[0].trim()
  return paragraphDraft(line, mark ? { mark } : {})
}

const annex =
  /^附\s?[件表录]\s?[\d一二三四五六七八九十]{0,3}\s?[：:]?(?=\s|$|[^\s\d：:（(、，。的所])/
const listed = /[：:]\s*\d|[。；]|见附/

/** 附件1, 附表2 重点项目表: a heading of the outermost level. */
function annexHeading(line: Line): HeadingDraft | undefined {
  if (line.text.length > 2 * longestHeading || listed.test(line.text)) return undefined
  const number = annex.exec(line.text)?.[0]
  if (!number || (!/\d|[一二三四五六七八九十]/.test(number) && line.text.length > number.length))
    return undefined
  const title = line.text.slice(number.length).trimStart()
  return {
    kind: 'heading',
    start: line.start,
    end: line.end,
    level: 1,
    number: number.replace(/[：:\s]+$/, ''),
    title: { start: line.end - title.length, end: line.end },
  }
}
