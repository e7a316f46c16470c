/**
 * A stretch of time figures are told for, as a string that says which: `2026`, `2026-H1`, `2026-Q1`, `2026-03`,
 * and `2026-M1-2` for January and February together, which industrial statistics never tell apart.
 */
export type Period = string & { readonly __brand: 'period' }

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'first-two-months'

/**
 * How often figures come. `month` is the round of industrial statistics: January and February are one report,
 * eleven periods a year. `calendar-month` is for what is told for each of the twelve, such as investment.
 */
export type Frequency = 'year' | 'half' | 'quarter' | 'month' | 'calendar-month'

interface Parts {
  readonly kind: PeriodKind
  readonly year: number
  /** First and last month, 1 to 12, both included. */
  readonly from: number
  readonly to: number
}

const pattern = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(M1-2)|(0[1-9]|1[0-2])))?$/u

export function isPeriod(text: string): text is Period {
  return pattern.test(text)
}

/** The period written as `text`; undefined where it is none. */
export function parsePeriod(text: string): Period | undefined {
  return isPeriod(text) ? text : undefined
}

export function yearPeriod(year: number): Period {
  return String(year).padStart(4, '0') as Period
}

export function halfPeriod(year: number, half: number): Period {
  return `${yearPeriod(year)}-H${half}` as Period
}

export function quarterPeriod(year: number, quarter: number): Period {
  return `${yearPeriod(year)}-Q${quarter}` as Period
}

/** One calendar month, 1 to 12. */
export function monthPeriod(year: number, month: number): Period {
  return `${yearPeriod(year)}-${String(month).padStart(2, '0')}` as Period
}

export function firstTwoMonths(year: number): Period {
  return `${yearPeriod(year)}-M1-2` as Period
}

export function periodKind(period: Period): PeriodKind {
  return partsOf(period).kind
}

export function yearOf(period: Period): number {
  return partsOf(period).year
}

/** The first and the last month of `period`, 1 to 12, both included. */
export function monthsOf(period: Period): { readonly from: number; readonly to: number } {
  const { from, to } = partsOf(period)
  return { from, to }
}

// By position rather than by the pattern: figures of a page ask for this some hundred thousand times.
function partsOf(period: Period): Parts {
  const year = Number(period.slice(0, 4))
  if (period.length === 4) return { kind: 'year', year, from: 1, to: 12 }
  const number = Number(period.slice(6))
  switch (period[5]) {
    case 'Q':
      return { kind: 'quarter', year, ...span(number, 3) }
    case 'H':
      return { kind: 'half', year, ...span(number, 6) }
    case 'M':
      return { kind: 'first-two-months', year, from: 1, to: 2 }
    default:
      return { kind: 'month', year, ...span(Number(period.slice(5)), 1) }
  }
}

function span(index: number, length: number): { readonly from: number; readonly to: number } {
  return { from: (index - 1) * length + 1, to: index * length }
}

/** Order in time: by the end; of periods that end together the shorter comes first (03 < Q1; 12 < Q4 < H2 < year). */
export function comparePeriods(a: Period, b: Period): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  const [endLeft, endRight] = [left.year * 12 + left.to, right.year * 12 + right.to]
  return endLeft - endRight || right.from - left.from
}

/** True where the end of `period` lies between the beginning of `from` and the end of `to`; absent is open. */
export function endsDuring(
  period: Period,
  from: Period | undefined,
  to: Period | undefined,
): boolean {
  const end = partsOf(period)
  const first = from && partsOf(from)
  const last = to && partsOf(to)
  return (
    (!first || first.year * 12 + first.from <= end.year * 12 + end.to) &&
    (!last || end.year * 12 + end.to <= last.year * 12 + last.to)
  )
}

/**
 * The period of the same kind that follows. Months follow the round of `rule`: after December comes
 * 1-2月 where reports are `month`, January where they are `calendar-month`.
 */
export function nextPeriod(period: Period, rule: Frequency = 'month'): Period {
  const { kind, year, to } = partsOf(period)
  if (kind === 'year') return yearPeriod(year + 1)
  const [nextYear, from] = to === 12 ? [year + 1, 1] : [year, to + 1]
  if (kind === 'quarter') return quarterPeriod(nextYear, (from + 2) / 3)
  if (kind === 'half') return halfPeriod(nextYear, (from + 5) / 6)
  return from === 1 && rule !== 'calendar-month'
    ? firstTwoMonths(nextYear)
    : monthPeriod(nextYear, from)
}

/** The period of the same kind before; months follow the round of `rule` as in `nextPeriod`. */
export function previousPeriod(period: Period, rule: Frequency = 'month'): Period {
  const { kind, year, from } = partsOf(period)
  if (kind === 'year') return yearPeriod(year - 1)
  const [lastYear, to] = from === 1 ? [year - 1, 12] : [year, from - 1]
  if (kind === 'quarter') return quarterPeriod(lastYear, to / 3)
  if (kind === 'half') return halfPeriod(lastYear, to / 6)
  return to === 2 && rule !== 'calendar-month'
    ? firstTwoMonths(lastYear)
    : monthPeriod(lastYear, to)
}

export function yearsEarlier(period: Period, years: number): Period {
  return `${yearPeriod(yearOf(period) - years)}${period.slice(4)}` as Period
}

export function samePeriodLastYear(period: Period): Period {
  return yearsEarlier(period, 1)
}

/** The longer periods `period` lies in, shortest first: 2026-03 → 2026-Q1, 2026-H1, 2026. */
export function ancestors(period: Period): Period[] {
  const { year, from, to } = partsOf(period)
  return [
    quarterPeriod(year, Math.ceil(to / 3)),
    halfPeriod(year, Math.ceil(to / 6)),
    yearPeriod(year),
  ].filter((each) => each !== period && monthsOf(each).from <= from && monthsOf(each).to >= to)
}

/** The periods of one frequency inside `period`, in order: 2026-Q1 has 2026-M1-2 and 2026-03. */
export function periodsWithin(period: Period, frequency: Frequency): Period[] {
  const { year, from, to } = partsOf(period)
  return periodsOfYear(year, frequency).filter((each) => {
    const months = monthsOf(each)
    return months.from >= from && months.to <= to
  })
}

/** All periods of a frequency in a year: eleven for `month`, twelve for `calendar-month`. */
export function periodsOfYear(year: number, frequency: Frequency): Period[] {
  const count = { year: 1, half: 2, quarter: 4, month: 12, 'calendar-month': 12 }[frequency]
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  switch (frequency) {
    case 'year':
      return [yearPeriod(year)]
    case 'half':
      return numbers.map((half) => halfPeriod(year, half))
    case 'quarter':
      return numbers.map((quarter) => quarterPeriod(year, quarter))
    case 'calendar-month':
      return numbers.map((month) => monthPeriod(year, month))
    case 'month':
      return [firstTwoMonths(year), ...numbers.slice(2).map((month) => monthPeriod(year, month))]
  }
}

/** Periods from `first` to `last`, both included, stepping by their own kind. */
export function periodsBetween(
  first: Period,
  last: Period,
  rule: Frequency = 'month',
): readonly Period[] {
  const periods: Period[] = []
  for (let each = first; comparePeriods(each, last) <= 0; each = nextPeriod(each, rule))
    periods.push(each)
  return periods
}

/**
 * The month at whose end the cumulative value (本年累计) of `period` stands: 2026-Q1 → 2026-03, 2026 → 2026-12.
 * Single January and February have none in the round of industrial statistics: undefined.
 */
export function cumulativeMonth(period: Period, rule: Frequency = 'month'): Period | undefined {
  const { kind, year, to } = partsOf(period)
  if (rule === 'calendar-month') return monthPeriod(year, to)
  if (kind === 'month' && to <= 2) return undefined
  return kind === 'first-two-months' ? period : monthPeriod(year, to)
}

/** The months of the year up to the end of `period`: 2026-04 → 2026-M1-2, 2026-03, 2026-04. */
export function monthsToDate(
  period: Period,
  rule: 'month' | 'calendar-month' = 'month',
): readonly Period[] {
  const { year, to } = partsOf(period)
  return periodsOfYear(year, rule).filter((each) => monthsOf(each).to <= to)
}
