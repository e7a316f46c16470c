import { addDays, type Day, lastDayOfMonth } from './day.ts'
import { type Calendar, workingDayUntil } from './working-days.ts'

/** How often a duty without a day of its own (长期) is looked at. */
export type Rhythm = 'month' | 'quarter' | 'half-year' | 'year'

const monthsOf = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const satisfies Record<
  Rhythm,
  number
>

/** The last working day of the period of this rhythm that ends after `day`. */
export function reviewDayAfter(calendar: Calendar, day: Day, rhythm: Rhythm): Day {
  let end = periodEnd(day, rhythm)
  while (workingDayUntil(calendar, end) <= day) end = periodEnd(addDays(end, 1), rhythm)
  return workingDayUntil(calendar, end)
}

/** The review days after `from` up to `to`, in order. */
export function reviewDays(
  calendar: Calendar,
  { from, to }: { readonly from: Day; readonly to: Day },
  rhythm: Rhythm,
): readonly Day[] {
  const days: Day[] = []
  for (let day = from; ;) {
    day = reviewDayAfter(calendar, day, rhythm)
    if (day > to) return days
    days.push(day)
  }
}

/** The last day of the month, quarter, half or whole year that holds `day`. */
export function periodEnd(day: Day, rhythm: Rhythm): Day {
  const length = monthsOf[rhythm]
  const last = Math.ceil(Number(day.slice(5, 7)) / length) * length
  return lastDayOfMonth(`${day.slice(0, 5)}${String(last).padStart(2, '0')}`)
}
