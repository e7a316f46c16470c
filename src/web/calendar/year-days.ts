import type { Reply } from '#contract/route.ts'
import type { showCalendar } from '#contract/matter-rule.ts'
import { addDays, dayOfWeek, lastDayOfMonth } from '#core/calendar/day.ts'

export type NamedDay = Reply<typeof showCalendar>['days'][number]

export interface YearDay {
  readonly day: string
  /** Whether it is worked. */
  readonly working: boolean
  /** What the notice or the region calls it; absent on days as every week has them. */
  readonly name?: string
  /** Decided by the region. */
  readonly own: boolean
}

export interface YearMonth {
  readonly month: string
  /** Empty places before the first, so that weeks begin on Monday. */
  readonly before: number
  readonly days: readonly YearDay[]
}

/** A year by months, each day as it is worked. */
export function monthsOfYear(year: number, named: readonly NamedDay[]): readonly YearMonth[] {
  const known = new Map(named.map((one) => [one.day, one]))
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const days: YearDay[] = []
    for (let day = `${month}-01`; day <= lastDayOfMonth(month); day = addDays(day, 1)) {
      days.push(known.get(day) ?? { day, working: dayOfWeek(day) <= 5, own: false })
    }
    return { month, before: dayOfWeek(`${month}-01`) - 1, days }
  })
}
