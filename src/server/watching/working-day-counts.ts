import { lastDayOfMonth } from '#core/calendar/day.ts'
import { type Calendar, workingDaysBetween } from '#core/calendar/working-days.ts'
import { monthsOf, type Period, periodsOfYear } from '#core/period/period.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import type { ReadDb } from '#server/db/db.ts'

/**
 * How many days are worked in the months and quarters of the years whose holidays are known; the
 * Spring Festival lies within 1-2月, which is one period. [F3]
 */
export async function workingDayCounts(db: ReadDb, region: string): Promise<Counts> {
  const calendar = await calendarFor(db, region)
  const counts = counted.get(calendar) ?? countsIn(calendar)
  counted.set(calendar, counts)
  return counts
}

type Counts = Readonly<Record<Period, number>>

const counted = new WeakMap<Calendar, Counts>()

function countsIn(calendar: Calendar): Counts {
  const years = [...calendar.knownYears]
  const periods = years.flatMap((year) =>
    (['month', 'calendar-month', 'quarter'] as const).flatMap((rule) => periodsOfYear(year, rule)),
  )
  return Object.fromEntries(
    [...new Set(periods)].map((period) => {
      const year = period.slice(0, 4)
      const { from, to } = monthsOf(period)
      const before = from === 1 ? `${Number(year) - 1}-12` : `${year}-${twoDigits(from - 1)}`
      const [start, end] = [lastDayOfMonth(before), lastDayOfMonth(`${year}-${twoDigits(to)}`)]
      return [period, workingDaysBetween(calendar, start, end)]
    }),
  )
}

function twoDigits(month: number): string {
  return String(month).padStart(2, '0')
}
