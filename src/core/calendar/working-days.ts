import { addDays, type Day, dayOfWeek, daysBetween } from './day.ts'

/**
 * Which days are worked. Weekdays are, weekends are not, except for the days named: those come from
 * the State Council's notice of each year and from what a region adds for itself.
 */
export interface Calendar {
  /** Days that differ from the week: worked or not. */
  readonly named: ReadonlyMap<Day, boolean>
  /** The years whose notice is known; in any other year weekends alone are free. */
  readonly knownYears: ReadonlySet<number>
}

/** A year's notice on holidays, as `data/reference/holidays-*.json` has it. */
export interface HolidayNotice {
  readonly year: number
  readonly notice: string
  readonly off: readonly { readonly from: Day; readonly to: Day; readonly name: string }[]
  /** Weekend days that are worked in exchange. */
  readonly working: readonly Day[]
}

/** A day a region decides for itself; it stands over the notice. */
export interface OwnDay {
  readonly day: Day
  readonly isWorking: boolean
}

export function calendarOf(
  notices: readonly HolidayNotice[],
  own: readonly OwnDay[] = [],
): Calendar {
  const named = new Map<Day, boolean>()
  for (const { off, working } of notices) {
    for (const { from, to } of off) {
      for (let day = from; day <= to; day = addDays(day, 1)) named.set(day, false)
    }
    for (const day of working) named.set(day, true)
  }
  for (const { day, isWorking } of own) named.set(day, isWorking)
  return { named, knownYears: new Set(notices.map(({ year }) => year)) }
}

export function isWorkingDay({ named }: Calendar, day: Day): boolean {
  return named.get(day) ?? dayOfWeek(day) <= 5
}

/**
 * The day by which `count` working days have passed after `day`: that day itself does not count, the
 * day given does. None is `day` where it is worked, else the next that is.
 */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  let reached = day
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(calendar, reached)) left -= 1
  }
  return workingDayFrom(calendar, reached)
}

/** `day` where it is worked, else the next that is. */
export function workingDayFrom(calendar: Calendar, day: Day): Day {
  let reached = day
  while (!isWorkingDay(calendar, reached)) reached = addDays(reached, 1)
  return reached
}

/** `day` where it is worked, else the last before it that is. */
export function workingDayUntil(calendar: Calendar, day: Day): Day {
  let reached = day
  while (!isWorkingDay(calendar, reached)) reached = addDays(reached, -1)
  return reached
}

/** How many working days lie after `from` up to `to`, `to` included; negative when `to` lies before. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = weekdaysBetween(from, to)
  for (const [day, isWorking] of calendar.named) {
    if (day <= from || day > to) continue
    const isWeekday = dayOfWeek(day) <= 5
    if (isWeekday !== isWorking) count += isWorking ? 1 : -1
  }
  return count
}

function weekdaysBetween(from: Day, to: Day): number {
  const days = daysBetween(from, to)
  const start = dayOfWeek(from)
  let count = Math.floor(days / 7) * 5
  for (let after = 1; after <= days % 7; after += 1) {
    if (((start + after - 1) % 7) + 1 <= 5) count += 1
  }
  return count
}

/** Whether the holidays of every year from one day to another are known; else weekends alone counted. */
export function isCertain({ knownYears }: Calendar, from: Day, to: Day): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!knownYears.has(year)) return false
  }
  return true
}
