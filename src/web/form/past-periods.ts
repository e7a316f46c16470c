import { type Period, previousPeriod } from '#core/period/period.ts'
import type { Form } from './form-edit.ts'

const shown = 13

/** The periods one may try a form on: those of its rounds first, else the last that have ended. */
export function pastPeriods(
  frequency: Form['frequency'],
  rounds: readonly { readonly form: string; readonly period: Period }[],
  code: string,
  today: Period,
): readonly Period[] {
  const own = rounds.filter(({ form }) => form === code).map(({ period }) => period)
  const periods: Period[] = [...own]
  for (
    let each = own.at(-1) ?? today;
    periods.length < shown;
    each = previousPeriod(each, frequency)
  ) {
    const before = previousPeriod(each, frequency)
    if (!periods.includes(before)) periods.push(before)
  }
  return periods.slice(0, shown)
}
