import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'
import { type Day, lastDayOfMonth } from '../calendar/day.ts'
import { monthsOf, type Period, yearOf } from '../period/period.ts'
import { err, ok, type Result } from '../result.ts'
import type { Form, ReviewStep } from './form.ts'

/**
 * - `open`: nobody has begun, or it is being filled in
 * - `submitted`: waits for the next step of review
 * - `returned`: goes back with reasons by cell
 * - `accepted`: its figures are known
 */
export type ReportState = 'open' | 'submitted' | 'returned' | 'accepted'

export interface ReportStanding {
  readonly state: ReportState
  /** While submitted: whose turn it is. */
  readonly waitsFor?: ReviewStep
}

export type ReportAct = 'save' | 'submit' | 'pass' | 'return' | 'reopen'

export type ReportRefusal = 'not-open' | 'not-submitted' | 'not-your-turn' | 'not-accepted'

/**
 * What a report becomes by an act. `by` is the step of review somebody acts for; the region may act
 * at an earlier step too, a park never at a later one. [K3]
 */
export function afterAct(
  form: Pick<Form, 'review'>,
  standing: ReportStanding,
  act: ReportAct,
  by?: ReviewStep,
): Result<ReportStanding, ReportRefusal> {
  switch (act) {
    case 'save':
      return isWritable(standing) ? ok(standing) : err('not-open')
    case 'submit':
      return isWritable(standing) ? ok(nextStep(form, undefined)) : err('not-open')
    case 'pass':
      return reviewed(form, standing, by, () => nextStep(form, standing.waitsFor))
    case 'return':
      return reviewed(form, standing, by, () => ({ state: 'returned' }))
    case 'reopen':
      if (standing.state !== 'accepted') return err('not-accepted')
      return by === form.review.at(-1) ? ok({ state: 'returned' }) : err('not-your-turn')
  }
}

export function isWritable({ state }: Pick<ReportStanding, 'state'>): boolean {
  return state === 'open' || state === 'returned'
}

function nextStep({ review }: Pick<Form, 'review'>, after: ReviewStep | undefined): ReportStanding {
  const next = review[after === undefined ? 0 : review.indexOf(after) + 1]
  return next === undefined ? { state: 'accepted' } : { state: 'submitted', waitsFor: next }
}

function reviewed(
  { review }: Pick<Form, 'review'>,
  { state, waitsFor }: ReportStanding,
  by: ReviewStep | undefined,
  become: () => ReportStanding,
): Result<ReportStanding, ReportRefusal> {
  if (state !== 'submitted' || waitsFor === undefined) return err('not-submitted')
  const isTheirs = by !== undefined && review.indexOf(by) >= review.indexOf(waitsFor)
  return isTheirs ? ok(become()) : err('not-your-turn')
}

/** The last day on which a report of `period` is in time. */
export function dueDay(
  { dueAfter }: Pick<Form, 'dueAfter'>,
  period: Period,
  calendar: Calendar,
): Day {
  const month = String(monthsOf(period).to).padStart(2, '0')
  return addWorkingDays(calendar, lastDayOfMonth(`${yearOf(period)}-${month}`), dueAfter)
}
