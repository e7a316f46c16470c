import {
  firstTwoMonths,
  halfPeriod,
  monthPeriod,
  type Period,
  quarterPeriod,
  samePeriodLastYear,
  yearOf,
  yearPeriod,
} from '../period/period.ts'

/** What a wording says of time, as far as it says it. */
export interface PeriodWords {
  readonly year?: number
  /** Which part of the year: 1-2月 and 3月 are months, 前三季度 is the third quarter, cumulatively. */
  readonly part?: PeriodPart
  /** The month or quarter alone (本月), all of the year up to its end (累计), or the state at its end (月末). */
  readonly span?: 'single' | 'cumulative' | 'end'
  /** Told from the period of the sheet: itself (本年), the same a year before (上年同期), the one before (上月). */
  readonly relative?: 'current' | 'year-before' | 'before'
}

type PeriodPart =
  | { readonly kind: 'year' }
  | { readonly kind: 'first-two-months' }
  | { readonly kind: 'month' | 'quarter' | 'half'; readonly number: number }

export interface TakenPeriod {
  /** Absent where the text says nothing of time. */
  readonly words?: PeriodWords
  readonly rest: string
  /** The text with what moves from month to month in general signs, by which a layout is known again. */
  readonly pattern: string
}

type Reader = (match: RegExpExecArray, index: number) => PeriodWords
interface Wording {
  readonly pattern: RegExp
  readonly sign: string
  readonly read: Reader
}

const year = String.raw`(?:(20\d\d)(?:年度?|[./-])?|(?<!\d)(\d\d)年)?`
const quarters = '一二三四'

const wordings: readonly Wording[] = [
  {
    pattern: new RegExp(`${year}(?:1|一)-(?:2|二)月份?(?:累计)?`),
    sign: '‹1-月›',
    read: ([, long, short]) => ({
      ...yearIn(long, short),
      part: { kind: 'first-two-months' },
      span: 'cumulative',
    }),
  },
  {
    pattern: new RegExp(String.raw`${year}(?:1|一)-(\d{1,2})月份?(?:累计)?`),
    sign: '‹1-月›',
    read: ([, long, short, last]) => ({
      ...yearIn(long, short),
      part: { kind: 'month', number: Number(last) },
      span: 'cumulative',
    }),
  },
  {
    pattern: new RegExp(`${year}(?:前三季度|(?:1|一)-([二三四234])季度)(?:累计)?`),
    sign: '‹1-季›',
    read: ([, long, short, last = '三']) => ({
      ...yearIn(long, short),
      part: { kind: 'quarter', number: digit(last) },
      span: 'cumulative',
    }),
  },
  {
    pattern: new RegExp(`${year}(?:第?([一二三四1-4])季度?|Q([1-4]))(累计)?`),
    sign: '‹季›',
    read: ([, long, short, chinese, latin, all]) => ({
      ...yearIn(long, short),
      part: { kind: 'quarter', number: digit(chinese ?? latin ?? '1') },
      ...(all !== undefined && { span: 'cumulative' as const }),
    }),
  },
  {
    pattern: new RegExp(`${year}(?:(上半年|H1)|(下半年|H2))(?:累计)?`),
    sign: '‹半年›',
    read: ([, long, short, first]) => ({
      ...yearIn(long, short),
      part: { kind: 'half', number: first === undefined ? 2 : 1 },
    }),
  },
  {
    pattern: new RegExp(`${year}(?:全年)(?:累计)?`),
    sign: '‹年›',
    read: ([, long, short]) => ({
      ...yearIn(long, short),
      part: { kind: 'year' },
      span: 'cumulative',
    }),
  },
  {
    // A day says of which month a figure is.
    pattern:
      /(20\d\d)[年./-](1[0-2]|0?[1-9])[月./-](?:3[01]|[12]\d|0?[1-9])(?:日|号|(?!\d))(?:\d\d?:\d\d(?::\d\d)?)?/,
    sign: '‹日›',
    read: ([, long, number]) => ({ ...yearIn(long), ...monthOf(number, undefined) }),
  },
  {
    pattern: /(20\d\d)(?:年|[./-])?(1[0-2]|0?[1-9])(?:月份?(末|底|累计)?|(?!\d|[./-]?\d|年))/,
    sign: '‹月›',
    read: ([, long, number, tail]) => ({ ...yearIn(long), ...monthOf(number, tail) }),
  },
  {
    pattern: /(?<![\d-])(1[0-2]|0?[1-9])月份?(末|底|累计)?/,
    sign: '‹月›',
    read: ([, number, tail]) => monthOf(number, tail),
  },
  {
    pattern: /(?<!\d)(20\d\d)(?:年度?(末|底)?|(?!\d))/,
    sign: '‹年›',
    read: ([, long, tail]) => ({
      ...yearIn(long),
      ...(tail !== undefined && { span: 'end' as const }),
    }),
  },
  {
    pattern: /(?:比|较)?(?:上年|去年)(?:同期|同月|同季)?(?:数|值)?|^同期(?:数|值)?/,
    sign: '‹上年›',
    read: () => ({ relative: 'year-before' }),
  },
  {
    pattern: /1-本月(?:累计)?|(?:本年|今年|年初)(?:累计|以来|至今)|自年初累计/,
    sign: '‹累计›',
    read: () => ({ relative: 'current', span: 'cumulative' }),
  },
  { pattern: /上月|上期|上季度?/, sign: '‹上期›', read: () => ({ relative: 'before' }) },
  {
    pattern: /本月|当月|当季|本季度?/,
    sign: '‹本月›',
    read: () => ({ relative: 'current', span: 'single' }),
  },
  {
    pattern: /(?:本期|期|月|季|年)末(?:数|值)?/,
    sign: '‹末›',
    read: () => ({ relative: 'current', span: 'end' }),
  },
  { pattern: /本期|本年|今年/, sign: '‹本期›', read: () => ({ relative: 'current' }) },
  {
    pattern: /^累计(?:数|值|完成)?$|(?<=›)累计/,
    sign: '‹累计›',
    read: () => ({ span: 'cumulative' }),
  },
]

/** Takes what a text says of time out of it. */
export function takePeriod(text: string): TakenPeriod {
  const compact = text.replaceAll(/[—–―－~～至到]+(?=\d|[一二三四]|本月)/g, '-')
  let rest = isComparison(compact) ? '' : compact
  if (rest === '') return { rest: compact, pattern: compact }
  let words: PeriodWords | undefined
  let pattern = compact
  for (const wording of wordings) {
    const match = wording.pattern.exec(rest)
    if (!match) continue
    words = { ...wording.read(match, 0), ...words }
    rest = rest.slice(0, match.index) + rest.slice(match.index + match[0].length)
    pattern = pattern.replace(match[0], wording.sign)
  }
  return { ...(words && { words }), rest: rest.replaceAll(/\(\)|\[\]/g, ''), pattern }
}

// 比上年同期增长: a growth, no period.
function isComparison(text: string): boolean {
  return /^(?:比|较)(?:上年|去年|上月)/.test(text)
}

function yearIn(long: string | undefined, short?: string): { readonly year?: number } {
  if (long !== undefined) return { year: Number(long) }
  return short === undefined ? {} : { year: 2000 + Number(short) }
}

function monthOf(number: string | undefined, tail: string | undefined): PeriodWords {
  const part = { kind: 'month', number: Number(number) } as const
  if (tail === undefined) return { part }
  return { part, span: tail === '累计' ? 'cumulative' : 'end' }
}

function digit(text: string): number {
  return quarters.includes(text) ? quarters.indexOf(text) + 1 : Number(text)
}

/** What of two wordings of one place holds: the nearer one, completed by the farther one. */
export function nearer(near: PeriodWords, far: PeriodWords): PeriodWords {
  // 本月 under 上年同期 is that month a year before.
  if (near.relative === 'current' && far.relative === 'year-before')
    return { ...near, relative: far.relative }
  return near.part === undefined && near.relative === undefined
    ? { ...far, ...near }
    : { ...(far.year !== undefined && { year: far.year }), ...near }
}

/**
 * The period meant in a sheet of `period`: what is not said is that of the sheet. `isYearBefore` where the figure is
 * the 上年同期 of that period and no figure of its own.
 */
export function periodMeant(
  words: PeriodWords,
  period: Period | undefined,
): { readonly period: Period; readonly isYearBefore: boolean } | undefined {
  if (words.relative === 'before') return undefined
  const isYearBefore = words.relative === 'year-before' && words.year === undefined
  const told = toldPeriod(words, period)
  return told && { period: told, isYearBefore }
}

function toldPeriod(
  { year: told, part }: PeriodWords,
  sheet: Period | undefined,
): Period | undefined {
  const ofYear = told ?? (sheet && yearOf(sheet))
  if (ofYear === undefined) return undefined
  if (part === undefined) {
    if (told === undefined) return sheet
    // 2025年 beside 2026年 in a sheet of March is January to March of it.
    return sheet === undefined ? yearPeriod(told) : moved(sheet, told)
  }
  switch (part.kind) {
    case 'year':
      return yearPeriod(ofYear)
    case 'first-two-months':
      return firstTwoMonths(ofYear)
    case 'month':
      return part.number <= 12 ? monthPeriod(ofYear, part.number) : undefined
    case 'quarter':
      return quarterPeriod(ofYear, part.number)
    case 'half':
      return halfPeriod(ofYear, part.number)
  }
}

function moved(period: Period, year: number): Period | undefined {
  let each = period
  for (let steps = 0; yearOf(each) !== year; steps++) {
    if (steps > 60 || yearOf(each) < year) return yearPeriod(year)
    each = samePeriodLastYear(each)
  }
  return each
}
