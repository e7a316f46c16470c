/** When a schedule comes round, for those cron expressions that have a plain form in words. */
export type Cycle =
  | { readonly kind: 'minutely'; readonly every: number }
  | { readonly kind: 'hourly'; readonly minute: number }
  | { readonly kind: 'daily'; readonly time: string }
  | { readonly kind: 'weekly'; readonly weekday: Weekday; readonly time: string }
  | { readonly kind: 'monthly'; readonly day: number; readonly time: string }

/** Sunday is 0. */
export type Weekday = '0' | '1' | '2' | '3' | '4' | '5' | '6'

const forms =
  /^(?:\*\/(?<every>\d+)|(?<minute>\d+)) (?<hour>\d+|\*) (?<day>\d+|\*) \* (?<weekday>[0-7]|\*)$/

/** Reads a cron expression of five fields; `undefined` for anything that is not that plain. */
export function cycleOf(cron: string): Cycle | undefined {
  const { every, minute, hour, day, weekday } = forms.exec(cron)?.groups ?? {}
  if (hour === undefined || day === undefined || weekday === undefined) return undefined
  const isEveryDay = day === '*' && weekday === '*'
  if (every !== undefined) {
    return hour === '*' && isEveryDay ? { kind: 'minutely', every: Number(every) } : undefined
  }
  if (hour === '*') return isEveryDay ? { kind: 'hourly', minute: Number(minute) } : undefined
  const time = `${hour.padStart(2, '0')}:${(minute ?? '').padStart(2, '0')}`
  if (isEveryDay) return { kind: 'daily', time }
  if (day === '*') return { kind: 'weekly', weekday: String(Number(weekday) % 7) as Weekday, time }
  return weekday === '*' ? { kind: 'monthly', day: Number(day), time } : undefined
}
