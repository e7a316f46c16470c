import type { Span } from './document.ts'
import { headingMark } from './heading-marks.ts'
import type { Line } from './layout.ts'

/** What stands over or under a table and belongs to it. */
export interface Caption {
  readonly caption?: Span
  readonly unit?: string
  /** All lines that are caption, unit or note. */
  readonly lines: readonly Line[]
}

const numbered =
  /^(?:附\s?[表件]|表|图表|专\s?栏)\s?[\d一二三四五六七八九十]{1,3}(?:\s?[-—－.．]\s?\d{1,2})?/
const unitNote = /单位\s?[：:]\s?([^（()）；;，,\s]{1,12}(?:[/／][^（()）；;，,\s]{1,6})?)/
const unitLine = /^[（(]?\s?(?:计量|金额)?单位\s?[：:]\s?.{1,20}$/
const remark = /^[（(].{2,80}[）)]$/
const tableName = /表(?:[（(].{1,20}[）)])?$|指标|目标|清单|一览|汇总|名单|任务|情况|方向|项目/

const longestCaption = 60
const linesAbove = 8

/** The caption and unit of the table that comes behind the last of the lines. */
export function captionAbove(lines: readonly Line[]): Caption {
  const taken: Line[] = []
  let unit: string | undefined
  for (const line of lines.slice(-linesAbove).toReversed()) {
    if (line.text === '') continue
    unit ??= declaredUnit(line.text)
    if (unitLine.test(line.text) || remark.test(line.text)) {
      taken.push(line)
      continue
    }
    if (!isCaption(line.text)) break
    const caption = { start: line.start, end: line.end }
    return { caption, ...(unit && { unit }), lines: [...taken, line] }
  }
  const units = taken.filter((line) => unitLine.test(line.text))
  return { ...(unit && units.length > 0 && { unit }), lines: units }
}

/** The caption of a table that has none above it: a numbered one right under it, no table behind. */
export function captionBelow(lines: readonly Line[], next: number): Caption {
  const [line, ...more] = lines.slice(next, next + 6).filter(({ text }) => text !== '')
  const isBelow = line && /^附?表\s?\d/.test(line.text) && isCaption(line.text)
  if (!isBelow || more.some(({ raw }) => /[\t|]/.test(raw))) return { lines: [] }
  const unit = declaredUnit(line.text)
  return { caption: { start: line.start, end: line.end }, ...(unit && { unit }), lines: [line] }
}

/** The unit declared on the line right under a table, unless another table follows it. */
export function unitBelow(lines: readonly Line[], next: number): string | undefined {
  const [line, ...more] = lines.slice(next, next + 6).filter(({ text }) => text !== '')
  if (!line || !unitLine.test(line.text) || more.some(({ raw }) => /[\t|]/.test(raw)))
    return undefined
  return declaredUnit(line.text)
}

/** Whether a caption is a heading as well: 附表1, 附件1, 专栏1. */
export function isHeadingCaption(text: string): boolean {
  return /^(?:附\s?[表件]|专\s?栏)\s?[\d一二三四五六七八九十]/.test(text)
}

function isCaption(text: string): boolean {
  if (text.length > longestCaption || /[。；：:，]$/.test(text)) return false
  return numbered.test(text) || (tableName.test(text) && !headingMark(text) && !/[，。]/.test(text))
}

/** The unit that a text declares: 单位：亿元. Several stay as printed: 万元、亩. */
export function declaredUnit(text: string): string | undefined {
  return unitNote.exec(text)?.[1]
}

const foot = /^[（(]?\s?(?:注|备\s?注|说明|资料来源|数据来源)\s?\d?\s?[：:]/

/** Whether a line is a note under a table. */
export function isFootNote(text: string): boolean {
  return foot.test(text)
}
