import type { MatterSummary } from '#contract/matter.ts'
import { addDays, addMonths, type Day, daysBetween } from '#core/calendar/day.ts'

type Spanned = Pick<MatterSummary, 'raisedOn' | 'due' | 'reviewOn'>

/** A stretch of days drawn from left to right. */
export interface Scale {
  readonly from: Day
  readonly to: Day
}

/** Whole months that hold all of some matters and today; at most five years ahead of the first. */
export function scaleOf(matters: readonly Spanned[], today: Day): Scale {
  const days = [
    today,
    ...matters.flatMap(({ raisedOn, due, reviewOn }) => [raisedOn, due ?? reviewOn ?? raisedOn]),
  ].toSorted()
  const from = `${(days[0] ?? today).slice(0, 7)}-01`
  const furthest = addMonths(from, 60)
  const last = days.at(-1) ?? today
  const end = addMonths(`${last.slice(0, 7)}-01`, 1)
  return { from, to: end < furthest ? end : furthest }
}

/** Where a day lies on a scale, in per cent of its width. */
export function placeOf({ from, to }: Scale, day: Day): number {
  return Math.min(100, Math.max(0, (daysBetween(from, day) / daysBetween(from, to)) * 100))
}

/** From when to when a matter runs, in per cent of the scale. */
export function barOf(
  scale: Scale,
  { raisedOn, due, reviewOn }: Spanned,
): { readonly left: number; readonly width: number; readonly isOpenEnded: boolean } {
  const left = placeOf(scale, raisedOn)
  const end = due ?? reviewOn
  const right = placeOf(scale, end === undefined ? scale.to : addDays(end, 1))
  return { left, width: Math.max(0.6, right - left), isOpenEnded: due === undefined }
}

/** The first days of months (of quarters, of years) that divide a scale into readable parts. */
export function marksOf(scale: Scale): readonly Day[] {
  const months = Math.round(daysBetween(scale.from, scale.to) / 30.4)
  const step = months <= 14 ? 1 : months <= 30 ? 3 : 12
  const marks: Day[] = []
  for (let day = scale.from; day < scale.to; day = addMonths(day, 1)) {
    if ((Number(day.slice(5, 7)) - 1) % step === 0) marks.push(day)
  }
  return marks
}
