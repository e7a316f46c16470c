import { Decimal } from 'decimal.js'
import {
  cumulativeMonth,
  firstTwoMonths,
  type Frequency,
  monthPeriod,
  monthsOf,
  type Period,
  yearOf,
} from './period.ts'

/** The cumulative values (本年累计) whose difference is what happened in one period alone. */
export interface SingleTerms {
  readonly plus: Period
  /** Absent where the period begins with the year. */
  readonly minus?: Period
}

/**
 * What is taken from what for the value of `period` alone: 2026-03 is YTD 2026-03 − YTD 2026-M1-2, 2026-Q2 is YTD 2026-06 − YTD 2026-03.
 * Undefined for single January and February, which industrial statistics do not tell.
 */
export function singleTerms(period: Period, rule: Frequency = 'month'): SingleTerms | undefined {
  const plus = cumulativeMonth(period, rule)
  if (plus === undefined) return undefined
  const before = monthsOf(period).from - 1
  if (before === 0) return { plus }
  const year = yearOf(period)
  const joint = before === 2 && rule !== 'calendar-month'
  return { plus, minus: joint ? firstTwoMonths(year) : monthPeriod(year, before) }
}

/**
 * The exact value of `period` alone from cumulative values given as decimals; undefined where the period has none
 * or a cumulative value it needs is missing. It may be negative where earlier months were revised downwards.
 */
export function singleValue(
  period: Period,
  cumulative: (period: Period) => string | undefined,
  rule: Frequency = 'month',
): string | undefined {
  const terms = singleTerms(period, rule)
  if (!terms) return undefined
  const plus = cumulative(terms.plus)
  if (plus === undefined || terms.minus === undefined) return plus
  const minus = cumulative(terms.minus)
  return minus === undefined ? undefined : new Decimal(plus).minus(minus).toFixed()
}
