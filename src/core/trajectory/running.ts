import { type Period, monthsOf, yearOf } from '../period/period.ts'
import type { Reading } from './within-year.ts'

/**
 * How the years of a plan make its total: amounts add up; rates chain, falls as falls: five years of
 * 3 % less are 14.1 %, five years of 3 % more 15.9 %. [T7]
 */
export type Accumulation = 'sum' | 'rise' | 'fall'

/**
 * What a target that counts over its plan has reached by each reading: the full years since `start`
 * and the reading itself. A year without its end leaves what comes after it unknown.
 */
export function runningTotals(
  readings: readonly Reading[],
  start: number,
  by: Accumulation,
): readonly Reading[] {
  const ends = new Map(
    readings
      .filter(({ period }) => isYearEnd(period))
      .map((one) => [yearOf(one.period), one.value]),
  )
  return readings
    .filter(({ period }) => yearOf(period) >= start)
    .flatMap(({ period, value }) => {
      const years = Array.from({ length: yearOf(period) - start }, (_, i) => ends.get(start + i))
      const before = years.filter((each) => each !== undefined)
      return before.length < years.length ? [] : [{ period, value: total([...before, value], by) }]
    })
}

function isYearEnd(period: Period): boolean {
  const { from, to } = monthsOf(period)
  return to === 12 && (from === 1 || from === 12)
}

function total(parts: readonly number[], by: Accumulation): number {
  if (by === 'sum') return parts.reduce((sum, part) => sum + part, 0)
  const sign = by === 'rise' ? 1 : -1
  const factor = parts.reduce((product, part) => product * (1 + (sign * part) / 100), 1)
  return Number((sign * (factor - 1) * 100).toPrecision(12))
}
