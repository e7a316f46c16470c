import { firstTwoMonths, monthPeriod, type Period } from '#core/period/period.ts'
import { dayInChina } from '#server/clock.ts'

/** The period of industrial statistics a moment lies in. */
export function presentPeriod(now: string): Period {
  const day = dayInChina(now)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month <= 2 ? firstTwoMonths(year) : monthPeriod(year, month)
}
