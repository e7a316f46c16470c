import type { Period } from '../period/period.ts'
import type { PathMethod } from './path-method.ts'
import type { YearValue } from './progress.ts'

/** A value a person set for the end of a period; of a flow the sum of the year to date. */
export interface OwnPoint {
  readonly period: Period
  readonly value: number
}

/** How a year's amount is spread where nobody set a value: as past years spread theirs, or in twelfths. */
export type Spread = 'season' | 'calendar'

/** A target as a function of time: where it starts, what it passes, and how it gets there. */
export interface Trajectory {
  readonly method: PathMethod
  /** The level at the end of the base year; for `cumulative` there is none to start from. */
  readonly base?: YearValue
  /** In any order; for `cumulative` the sums reached by the end of each year. */
  readonly milestones: readonly YearValue[]
  /** The first year of the plan, from which a `cumulative` target counts. */
  readonly start?: number
  /** What a person set for ends of periods within years; see `own-path.ts`. */
  readonly own?: readonly OwnPoint[]
  /** How a year is spread where nothing is set: as past years were, unless told otherwise. */
  readonly spread?: Spread
}

export type PlannedReason =
  | 'no-milestone'
  | 'no-base'
  | 'no-start'
  | 'before-base'
  | 'after-last-milestone'
  | 'nothing-owed-between'
  | 'sign-changes'

export type Planned =
  | { readonly value: number }
  | { readonly value: undefined; readonly reason: PlannedReason }

/**
 * What the plan asks for at a moment, counted in years: 2023 is the end of 2023, 2022.5 the middle
 * of 2023. Through the plan's own milestones, piece by piece; undefined stays undefined. [T1] [T2]
 */
export function plannedAt(trajectory: Trajectory, moment: number): Planned {
  const path = trajectory.milestones.toSorted((a, b) => a.year - b.year)
  if (path.length === 0) return nothing('no-milestone')
  const after = path.find((point) => point.year >= moment)
  if (!after) return nothing('after-last-milestone')
  if (after.year === moment) return { value: after.value }
  const { method } = trajectory
  if (method === 'floor' || method === 'ceiling') return { value: after.value }

  const before = path.findLast((point) => point.year < moment) ?? startOf(trajectory)
  if (!before) return nothing(method === 'cumulative' ? 'no-start' : 'no-base')
  if (moment < before.year) return nothing('before-base')
  if (moment === before.year) return { value: before.value }
  if (method === 'step') return nothing('nothing-owed-between')
  return between(method, before, after, moment)
}

function startOf({ method, base, start }: Trajectory): YearValue | undefined {
  if (method !== 'cumulative') return base
  if (start !== undefined) return { year: start - 1, value: 0 }
  return base && { year: base.year, value: 0 }
}

function between(
  method: 'geometric' | 'linear' | 'cumulative',
  before: YearValue,
  after: YearValue,
  moment: number,
): Planned {
  const share = (moment - before.year) / (after.year - before.year)
  if (method !== 'geometric') {
    return { value: rounded(before.value + (after.value - before.value) * share) }
  }
  // A rate leads from a loss to a profit by no power.
  if (before.value * after.value <= 0) return nothing('sign-changes')
  return { value: rounded(before.value * (after.value / before.value) ** share) }
}

function nothing(reason: PlannedReason): Planned {
  return { value: undefined, reason }
}

function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
