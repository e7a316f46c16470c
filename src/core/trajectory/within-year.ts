import { monthsOf, type Period, yearOf } from '../period/period.ts'
import { ownValue } from './own-path.ts'
import { type Planned, plannedAt, type PlannedReason, type Trajectory } from './planned.ts'

/** The cumulative value of a flow at the end of a period, or the level of anything else. */
export interface Reading {
  readonly period: Period
  readonly value: number
}

/**
 * - `season`: the share of the year that was done by the same month in the years before
 * - `calendar`: twelfths, because no full year is known; a fallback that says so
 * - `level`: what is no flow stands on the line between two year ends
 * - `year`: the end of a year needs no shape
 * - `own`: on the line between values a person set
 */
export type WithinYear = 'season' | 'calendar' | 'level' | 'year' | 'own'

export type PlannedWithin =
  | { readonly value: number; readonly within: WithinYear; readonly years: readonly number[] }
  | { readonly value: undefined; readonly reason: PlannedReason }

export interface WithinYearQuestion {
  readonly trajectory: Trajectory
  readonly period: Period
  /** A flow is told as the sum of the year to date; a level, share or index as it stands. */
  readonly isFlow: boolean
  /** Of the same indicator and subject, in any order; for flows cumulative. */
  readonly history: readonly Reading[]
  /** How many full years make the shape. */
  readonly seasonYears?: number
}

/**
 * What the plan asks for by the end of a period. The year's amount is spread as the last full years
 * spread theirs, since a district that makes a third of its output in the last quarter is not late
 * in September. [T3]
 */
export function plannedWithin(question: WithinYearQuestion): PlannedWithin {
  const { trajectory, period, isFlow } = question
  const year = yearOf(period)
  const { to } = monthsOf(period)
  if (to === 12) return within(plannedAt(trajectory, year), 'year')
  const set = setByHand(trajectory, { year, to, isFlow })
  if (set !== undefined) return { value: set, within: 'own', years: [] }
  if (!isFlow) return within(plannedAt(trajectory, year - 1 + to / 12), 'level')

  const whole = plannedAt(trajectory, year)
  if (whole.value === undefined) return whole
  const done = trajectory.method === 'cumulative' ? plannedAt(trajectory, year - 1) : { value: 0 }
  const start = done.value ?? 0
  const shape =
    trajectory.spread === 'calendar'
      ? undefined
      : shareByThen(question.history, period, question.seasonYears ?? 3)
  const share = shape?.share ?? to / 12
  return {
    value: Number((start + (whole.value - start) * share).toPrecision(12)),
    within: shape ? 'season' : 'calendar',
    years: shape?.years ?? [],
  }
}

function setByHand(
  trajectory: Trajectory,
  { year, to, isFlow }: { readonly year: number; readonly to: number; readonly isFlow: boolean },
): number | undefined {
  const { own, method } = trajectory
  if (!own || own.length === 0) return undefined
  const begins = isFlow && method !== 'cumulative' ? 0 : plannedAt(trajectory, year - 1).value
  const ends = plannedAt(trajectory, year).value
  return ownValue(own, {
    year,
    to,
    ...(begins !== undefined && { start: begins }),
    ...(ends !== undefined && { end: ends }),
  })
}

function within(planned: Planned, method: WithinYear): PlannedWithin {
  return planned.value === undefined ? planned : { value: planned.value, within: method, years: [] }
}

/** The mean share of the year that lay behind at the end of the same months, over the last full years. */
export function shareByThen(
  history: readonly Reading[],
  period: Period,
  years: number,
): { readonly share: number; readonly years: readonly number[] } | undefined {
  const { to } = monthsOf(period)
  const byYear = new Map<number, { part?: number; whole?: number }>()
  for (const reading of history) {
    const year = yearOf(reading.period)
    const end = monthsOf(reading.period).to
    if (year >= yearOf(period) || (end !== to && end !== 12)) continue
    const known = byYear.get(year) ?? {}
    byYear.set(year, { ...known, [end === 12 ? 'whole' : 'part']: reading.value })
  }
  const shares = [...byYear]
    .flatMap(([year, { part, whole }]) =>
      part !== undefined && whole !== undefined && whole > 0 ? [{ year, share: part / whole }] : [],
    )
    .toSorted((a, b) => b.year - a.year)
    .slice(0, years)
  if (shares.length === 0) return undefined
  return {
    share: shares.reduce((sum, { share }) => sum + share, 0) / shares.length,
    years: shares.map(({ year }) => year).toSorted((a, b) => a - b),
  }
}

export interface RequiredGrowth {
  /** Of what remains of the year, on the same months of last year; a ratio. */
  readonly restOfYear?: number
  /** A year, from the last full year to the last milestone; a ratio. */
  readonly perYear?: number
}

/** What growth the rest needs. Absent where the base is not positive or nothing remains. [T4] */
export function requiredGrowth({
  goal,
  soFar,
  lastYear,
  lastYearSoFar,
  final,
  lastFull,
}: {
  /** The year's planned amount and what of it is there. */
  readonly goal?: number
  readonly soFar?: number
  readonly lastYear?: number
  readonly lastYearSoFar?: number
  readonly final?: { readonly year: number; readonly value: number }
  readonly lastFull?: { readonly year: number; readonly value: number }
}): RequiredGrowth {
  const restBase =
    lastYear !== undefined && lastYearSoFar !== undefined ? lastYear - lastYearSoFar : undefined
  const rest =
    goal !== undefined && soFar !== undefined && restBase !== undefined && restBase > 0
      ? (goal - soFar) / restBase - 1
      : undefined
  const years = final && lastFull ? final.year - lastFull.year : 0
  const perYear =
    final && lastFull && years > 0 && lastFull.value > 0 && final.value > 0
      ? (final.value / lastFull.value) ** (1 / years) - 1
      : undefined
  return {
    ...(rest !== undefined && { restOfYear: rest }),
    ...(perYear !== undefined && { perYear }),
  }
}
