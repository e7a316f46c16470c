import { type Document, textAt } from '../document/document.ts'

export interface Period {
  readonly start: number
  readonly end: number
  /** Years beyond the period that the document looks out to. */
  readonly outlook: readonly number[]
  /** True where the document does not state its period and it was inferred. */
  readonly isGuessed: boolean
}

const range = '((?:19|20)\\d\\d)\\s?年?\\s?(?:[-—–－~～至到]{1,2})\\s?((?:19|20)\\d\\d)\\s?年?'
const stated = new RegExp(
  `(?:规划期|规划期限|规划年限|规划期间|规划时限|实施期限?|实施时间|行动期限|时间跨度)(?:限)?(?:为|是|：|:)?(?:从|自)?${range}`,
)
const inBrackets = new RegExp(range)

/**
 * The period: as stated (规划期为2021—2025年), else from years in the title, else from the five-year
 * plan in the title, else from the five-year plan the text names most, else from its years of goals, else
 * from any year.
 * A text without any year has the period 0 to 0, which `isGuessed` marks: the published form asks for years.
 */
export function periodOf(document: Document, title: string, issuedYear?: number): Period {
  const outlook = outlookOf(document)
  const years = yearsOf(stated.exec(document.text)) ?? yearsOf(inBrackets.exec(title))
  const sure = years ?? fivePlan(title) ?? singleYear(title)
  if (sure) return { ...sure, outlook: beyond(outlook, sure.end), isGuessed: false }
  const guess = mostNamedFivePlan(document.text) ??
    goalYears(document.text, /到((?:19|20)\d\d)年/g, issuedYear) ??
    goalYears(document.text, /(20\d\d)年/g, issuedYear) ?? {
      start: issuedYear ?? 0,
      end: issuedYear ?? 0,
    }
  return { ...guess, outlook: beyond(outlook, guess.end), isGuessed: true }
}

type Years = Pick<Period, 'start' | 'end'>

function yearsOf(match: RegExpExecArray | null): Years | undefined {
  const [start, end] = [Number(match?.[1]), Number(match?.[2])]
  return start < end ? { start, end } : undefined
}

const ordinals = '一二三四五六七八九十'

/** “十四五” is 2021–2025: the first five-year plan began in 1953, the tenth in 2001. */
function fivePlan(text: string): Years | undefined {
  const ordinal = /十([一二三四五六七八九])(?:五|个五年)/.exec(text)?.[1]
  if (ordinal === undefined) return undefined
  const start = 2001 + 5 * (ordinals.indexOf(ordinal) + 1)
  return { start, end: start + 4 }
}

function singleYear(title: string): Years | undefined {
  const year = Number(/((?:19|20)\d\d)年/.exec(title)?.[1])
  return Number.isNaN(year) ? undefined : { start: year, end: year }
}

function mostNamedFivePlan(text: string): Years | undefined {
  const named = Map.groupBy(text.match(/十[一二三四五六七八九]五/g) ?? [], (name) => name)
  const [most] = [...named].toSorted(([, left], [, right]) => right.length - left.length)
  return most && fivePlan(most[0])
}

/** From the year of issue, else the first year found, to the last: 到2022年…，到2025年…. */
function goalYears(
  text: string,
  pattern: RegExp,
  issuedYear: number | undefined,
): Years | undefined {
  const years = [...text.matchAll(pattern)].map(([, year]) => Number(year))
  const [first, ...later] = years.toSorted((left, right) => left - right)
  if (first === undefined) return undefined
  const end = later.at(-1) ?? first
  return { start: issuedYear !== undefined && issuedYear <= end ? issuedYear : first, end }
}

function outlookOf(document: Document): number[] {
  const years = document.blocks
    .filter((block) => block.kind !== 'table')
    .map((block) => textAt(document, block).replace(/《[^《》]{1,200}》/g, ''))
    .flatMap((text) => [...text.matchAll(/展望(?:至|到)?\s?((?:19|20)\d\d)\s?年/g)])
    .map(([, year]) => Number(year))
  return [...new Set(years)].toSorted((left, right) => left - right)
}

function beyond(years: readonly number[], end: number): number[] {
  return years.filter((year) => year > end)
}
