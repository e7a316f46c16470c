import type { Day } from '../calendar/day.ts'
import { type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts'

/** On which working days from the day a report is due who owes it is reminded: below zero before it. */
export interface ReminderRule {
  readonly days: readonly number[]
  /**
   * From this many working days after the day it was due the park or town is told of its enterprises too;
   * undefined for never. One who fills in for an enterprise is reminded in any case.
   */
  readonly escalatesFrom?: number | undefined
  readonly isActive: boolean
}

/** What holds where a region set nothing. */
export const usualReminders: ReminderRule = {
  days: [-3, -1, 0, 1, 3, 5],
  escalatesFrom: 1,
  isActive: true,
}

/**
 * How many working days `today` lies after `due` (below zero before it) where the rule reminds on such a
 * day; undefined where it does not. Nobody is reminded on a day that is not worked. [K8]
 */
export function reminderOn(
  { days, isActive }: ReminderRule,
  { due, today, calendar }: { readonly due: Day; readonly today: Day; readonly calendar: Calendar },
): number | undefined {
  if (!isActive || !isWorkingDay(calendar, today)) return undefined
  const after = workingDaysBetween(calendar, due, today)
  return days.includes(after) ? after : undefined
}

/** The units a report is in the hands of: its reporter's own, and the park or town it lies in. */
export interface Answering<Unit> {
  readonly own: readonly Unit[]
  readonly above: readonly Unit[]
}

/** Which units are reminded of a report: who fills it in, with those above where it has come that far. */
export function remindedUnits<Unit>(
  { own, above }: Answering<Unit>,
  isEscalated: boolean,
): readonly Unit[] {
  return isEscalated || own.length === 0 ? [...new Set([...own, ...above])] : own
}

/** Whether a reminder this many working days after the due day goes to the park or town too. */
export function isEscalated(
  { escalatesFrom }: Pick<ReminderRule, 'escalatesFrom'>,
  daysAfter: number,
): boolean {
  return escalatesFrom !== undefined && daysAfter >= escalatesFrom
}
