import { daysBetween, lastDayOfMonth } from '../calendar/day.ts'
import { comparePeriods, monthsOf, type Period, yearOf } from '../period/period.ts'

/** What was told of a project's investment: 本年累计 at the end of each period. */
export interface Invested {
  readonly period: Period
  readonly value: number
}

/**
 * For how many days nothing was invested in a project, counted to the end of `until`, from the end
 * of the last period that brought anything. Undefined where nothing was ever invested, and where
 * the period itself has no figure: silence is no standstill. [W4]
 */
export function stalledDays(told: readonly Invested[], until: Period): number | undefined {
  const known = told
    .filter(({ period }) => comparePeriods(period, until) <= 0)
    .toSorted((a, b) => comparePeriods(a.period, b.period))
  if (known.at(-1)?.period !== until) return undefined
  const last = known.findLast(({ period, value }, i) => {
    const before = known[i - 1]
    const isSameYear = before !== undefined && yearOf(before.period) === yearOf(period)
    return value > (isSameYear ? before.value : 0)
  })
  return last && daysBetween(endOf(last.period), endOf(until))
}

function endOf(period: Period): string {
  return lastDayOfMonth(`${yearOf(period)}-${String(monthsOf(period).to).padStart(2, '0')}`)
}
