import type { MatterSummary } from '#contract/matter.ts'
import { addDays, type Day, dayOfWeek, lastDayOfMonth } from '#core/calendar/day.ts'

export interface DayOfMatters<Matter> {
  readonly day: Day
  /** In the month that is shown, not before or after it. */
  readonly isOfMonth: boolean
  readonly matters: readonly Matter[]
}

type Dated = Pick<MatterSummary, 'due' | 'reviewOn'>

/** The weeks of a month from Monday on, each day with what is due or looked at on it. */
export function weeksOfMonth<Matter extends Dated>(
  month: string,
  matters: readonly Matter[],
): readonly (readonly DayOfMatters<Matter>[])[] {
  const byDay = Map.groupBy(matters, ({ due, reviewOn }) => due ?? reviewOn ?? '')
  const { from, to } = spanOfMonth(month)
  const weeks: DayOfMatters<Matter>[][] = []
  for (let monday = from; monday <= to; monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = addDays(monday, index)
        return { day, isOfMonth: day.startsWith(month), matters: byDay.get(day) ?? [] }
      }),
    )
  }
  return weeks
}

/** The Monday before a month begins and the Sunday after it ends. */
export function spanOfMonth(month: string): { readonly from: Day; readonly to: Day } {
  const first = `${month}-01`
  const last = lastDayOfMonth(month)
  return { from: addDays(first, 1 - dayOfWeek(first)), to: addDays(last, 7 - dayOfWeek(last)) }
}
