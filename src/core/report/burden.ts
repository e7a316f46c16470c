import type { Period } from '../period/period.ts'
import { type CellKey, cellKey, type Form, isAsked, isLastYear, rowsOf } from './form.ts'

/** What a form asks of one reporter: cells that are typed, and cells that are known already. */
export interface FormBurden {
  readonly asked: number
  readonly prefilled: number
}

/** Cells nobody computes and that are asked in the period. */
function openCells(form: Pick<Form, 'sections'>, period: Period): readonly CellKey[] {
  return rowsOf(form)
    .filter(({ formula }) => formula === undefined)
    .flatMap((row) =>
      row.columns
        .filter((column) => isAsked(column, period))
        .map((column) => cellKey(row.code, column)),
    )
}

/**
 * What a form asks beside others the same reporter fills in for the same period. Last year's columns are
 * carried over; a row whose indicator another of them tells too is asked only once, in the form that is due first. [K6]
 */
export function burdenOf(form: Form, period: Period, others: readonly Form[]): FormBurden {
  const earlier = others.filter(
    (other) => other.frequency === form.frequency && isAskedBefore(other, form),
  )
  const told = new Set(
    earlier.flatMap((other) => rowsOf(other).flatMap(({ indicator }) => indicator ?? [])),
  )
  const known = new Set(
    rowsOf(form).flatMap((row) =>
      row.columns
        .filter(
          (column) =>
            isLastYear(column) || (row.indicator !== undefined && told.has(row.indicator)),
        )
        .map((column) => cellKey(row.code, column)),
    ),
  )
  const cells = openCells(form, period)
  const prefilled = cells.filter((cell) => known.has(cell)).length
  return { asked: cells.length - prefilled, prefilled }
}

function isAskedBefore(other: Form, form: Form): boolean {
  if (other.code === form.code) return false
  return other.dueAfter === form.dueAfter ? other.code < form.code : other.dueAfter < form.dueAfter
}

// Fewer filled in say nothing of how long a form takes.
const fewestMeasured = 5

/** Minutes a form takes in the middle, from how long those who filled it in were at it; undefined for too few. */
export function minutesOf(seconds: readonly number[]): number | undefined {
  if (seconds.length < fewestMeasured) return undefined
  const sorted = seconds.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0
  return Math.round(middle / 6) / 10
}

// Somebody who was away longer was not at the form; the first save of a sitting stands for this much.
const longestPause = 300
const firstSave = 30

/** How many seconds a save adds to the time somebody was at a report, `sinceLast` seconds after the one before. */
export function secondsAt(sinceLast: number | undefined): number {
  return sinceLast === undefined || sinceLast > longestPause || sinceLast < 0
    ? firstSave
    : Math.round(sinceLast)
}
