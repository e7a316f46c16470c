import type { Draft } from './draft.ts'
import { headingMark } from './heading-marks.ts'
import type { Line } from './layout.ts'

const documentNumber =
  /^\p{Script=Han}{1,16}\s?[〔［[【（(﹝〈]\s?(?:19|20)\d{2}\s?[〕］\]】）)﹞〉]\s?(?:第\s?)?\d{1,4}\s?号/u
const day =
  /^(?:[12]\d{3}|[二一][〇○零OＯ0-9一二三四五六七八九]{3})\s?年\s?[\d一二三四五六七八九十〇]{1,3}\s?月(?:\s?[\d一二三四五六七八九十〇]{1,3}\s?日)?$/
const office =
  /(?:人民政府(?:办公[室厅])?|委员会(?:办公室)?|办公[室厅]|[^委][局委厅部院会]|大学|研究[院所]|领导小组|管委会|公司)$/
const reference = /^[（(]?此件[^。]{2,8}[）)]?$/
const named =
  /(?:规划|纲要|方案|计划|意见|措施|办法|要点|政策|决定|通知)(?:[（(【][^）)】]{1,20}[）)】])*$/
const rider =
  /^[（(](?:(?:19|20)\d{2}\s?年?\s?[—\-–~～至]+\s?(?:19|20)?\d{2,4}\s?年?|规划文本|文本|修订.{0,4}|征求意见稿|送审稿|报批稿|公开版|草案|试行)[）)]$/
const notice = /^关于/

const longestTitleLine = 60
const mostLines = 150

/** What the lines of the title page are: titles, 发文字号, issuers, dates. Lines of a title beyond its first map to nothing. */
export function titlePage(lines: readonly Line[]): ReadonlyMap<Line, readonly Draft[]> {
  const printed = headOf(lines)
  const found = new Map<Line, readonly Draft[]>()
  for (let index = 0; index < printed.length; index += 1) {
    const line = printed[index]
    if (!line) break
    const formal = formalPart(line, printed[index + 1])
    const title = formal ? [] : titleAt(printed, index)
    const last = title.at(-1)
    if (formal) found.set(line, formal)
    else if (last) {
      const span = { start: line.start, end: last.end }
      found.set(line, [{ kind: 'heading', level: 0, ...span, title: span }])
      for (const more of title.slice(1)) found.set(more, [])
      index += title.length - 1
    }
  }
  return found
}

/** The printed lines before the first numbered heading; a letter in front may have numbers of its own, and ends with its date. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const printed = lines.filter((line) => line.text !== '').slice(0, mostLines)
  const signed = printed.findIndex(
    (line) => line.text.length <= longestTitleLine && day.test(line.text),
  )
  const first = printed.findIndex(({ text }, index) => index > signed && headingMark(text))
  return first < 0 ? printed : printed.slice(0, first)
}

/** 发文字号, date, issuer. An issuer stands over or before a title, a date or a number. */
function formalPart(line: Line, next: Line | undefined): readonly Draft[] | undefined {
  const { start, end, text } = line
  if (text.length > longestTitleLine) return undefined
  const number = documentNumber.exec(text)?.[0]
  if (number) return numberAndRest(line, number)
  if (day.test(text)) return [{ kind: 'paragraph', role: 'date', start, end }]
  const isOffice = office.test(text) && text.length <= 30 && !/[，。：:、]/.test(text)
  const leads = next && (day.test(next.text) || notice.test(next.text) || office.test(next.text))
  if (isOffice && leads) return [{ kind: 'paragraph', role: 'issuer', start, end }]
  return undefined
}

function numberAndRest({ start, end, text }: Line, number: string): readonly Draft[] {
  const cut = start + number.length
  const rest = text.slice(number.length)
  const drafts: Draft[] = [{ kind: 'paragraph', role: 'document-number', start, end: cut }]
  if (rest.trim() !== '')
    drafts.push({ kind: 'paragraph', start: end - rest.trimStart().length, end })
  return drafts
}

/** The lines of the title that begins with the one at `index`: up to four, the last of which names the kind of document. */
function titleAt(lines: readonly Line[], index: number): readonly Line[] {
  const first = lines[index]
  if (!first || !isTitleLine(first)) return []
  const taken: Line[] = []
  for (const line of lines.slice(index, index + 4)) {
    if (!isTitleLine(line) || (taken.length > 0 && isElsewhere(line))) return []
    taken.push(line)
    const whole = taken.map(({ text }) => text).join('')
    const isNamed =
      named.test(whole) && (!notice.test(whole) || /(?:通知|意见|决定|报告|函)$/.test(whole))
    if (isNamed) return [...taken, ...ridersBehind(lines, index + taken.length)]
  }
  return []
}

function ridersBehind(lines: readonly Line[], from: number): readonly Line[] {
  const behind: Line[] = []
  for (const line of lines.slice(from, from + 3)) {
    if (!rider.test(line.text)) break
    behind.push(line)
  }
  return behind
}

function isTitleLine({ text }: Line): boolean {
  return (
    headingMark(text) === undefined &&
    text.length <= longestTitleLine &&
    !/[。；：:！？]|^附|^表|^图|^《.*》$|^前\s*言$|，$/.test(text) &&
    !reference.test(text)
  )
}

function isElsewhere({ text }: Line): boolean {
  return documentNumber.test(text) || day.test(text) || notice.test(text)
}

/** A line that is the date or the number of the document, wherever it stands. */
export function formalRole(text: string): 'date' | 'document-number' | undefined {
  if (text.length > longestTitleLine) return undefined
  if (day.test(text)) return 'date'
  return documentNumber.exec(text)?.[0].length === text.length ? 'document-number' : undefined
}
