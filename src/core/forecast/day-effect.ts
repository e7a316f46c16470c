import { mean } from '../quantity/mean.ts'

/** A value of a single period and how many days were worked in it. */
export interface DayCount {
  readonly value: number | undefined
  readonly days: number
}

/**
 * By how many per cent a series moves with one per cent more working days than the same period had a
 * year before, estimated from its own past; between 0 and 1, and 0 unless it shows clearly. A mill
 * that never stops has none, an assembly plant nearly all of it. [F3]
 */
export function dayEffect(past: readonly DayCount[], cycle: number): number {
  const pairs = past.flatMap((each, t) => {
    const before = past[t - cycle]
    if (each.value === undefined || before?.value === undefined) return []
    if (each.value <= 0 || before.value <= 0 || each.days <= 0 || before.days <= 0) return []
    return [{ x: Math.log(each.days / before.days), y: Math.log(each.value / before.value) }]
  })
  if (pairs.length < 2 * cycle) return 0
  const [meanX, meanY] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))]
  const sxx = sum(pairs.map(({ x }) => (x - meanX) ** 2))
  if (sxx < 1e-9) return 0
  const slope = sum(pairs.map(({ x, y }) => (x - meanX) * (y - meanY))) / sxx
  const rest = sum(pairs.map(({ x, y }) => (y - meanY - slope * (x - meanX)) ** 2))
  const error = Math.sqrt(rest / (pairs.length - 2) / sxx)
  // Two standard errors: less than that is as likely chance.
  return slope > 2 * error ? Math.min(1, slope) : 0
}

/**
 * What each period's value is divided by to have a usual number of working days: the days over those
 * the same period of the year has on average, to the power of the effect.
 */
export function dayFactors(
  days: readonly number[],
  cycle: number,
  effect: number,
): readonly number[] {
  return days.map((count, t) => {
    const same = days.filter((_, i) => (i - t) % cycle === 0)
    return effect === 0 ? 1 : (count / mean(same)) ** effect
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
