import { monthsOf, type Period, yearOf } from '../period/period.ts'
import type { OwnPoint, Spread, Trajectory } from './planned.ts'

/** What a person set about the way to the milestones of a plan, beside its method. */
export interface OwnPath {
  readonly spread: Spread
  readonly points: readonly OwnPoint[]
}

export const usualOwnPath: OwnPath = { spread: 'season', points: [] }

export interface OwnPathProblem {
  readonly code: 'own-point-twice' | 'own-point-at-milestone' | 'own-point-outside'
  readonly period: Period
}

/** A point that cannot stand: what the plan itself says of a year is not a person's to change. */
export function ownPathProblem(
  points: readonly OwnPoint[],
  { base, milestones }: Trajectory,
): OwnPathProblem | undefined {
  const last = Math.max(...milestones.map(({ year }) => year))
  const first = Math.min(...milestones.map(({ year }) => year), base ? base.year + 1 : Infinity)
  for (const [index, { period }] of points.entries()) {
    const year = yearOf(period)
    if (points.findIndex((other) => other.period === period) < index) {
      return { code: 'own-point-twice', period }
    }
    if (isYearEnd(period) && milestones.some((milestone) => milestone.year === year)) {
      return { code: 'own-point-at-milestone', period }
    }
    if (year < first || year > last) return { code: 'own-point-outside', period }
  }
  return undefined
}

/** The trajectory with a person's values: year ends as milestones of their own, the others within the year. */
export function withOwnPath(trajectory: Trajectory, { spread, points }: OwnPath): Trajectory {
  if (points.length === 0 && spread === 'season') return trajectory
  const stated = new Set(trajectory.milestones.map(({ year }) => year))
  const ends = points
    .filter(({ period }) => isYearEnd(period) && !stated.has(yearOf(period)))
    .map(({ period, value }) => ({ year: yearOf(period), value }))
  return {
    ...trajectory,
    milestones: [...trajectory.milestones, ...ends],
    spread,
    own: points.filter(({ period }) => !isYearEnd(period)),
  }
}

/**
 * The value at the end of month `to` of a year on straight lines between what a person set, from where the year
 * begins to where it ends; undefined where nothing was set in the year.
 */
export function ownValue(
  own: readonly OwnPoint[],
  { year, to, start, end }: { year: number; to: number; start?: number; end?: number },
): number | undefined {
  const set = own
    .filter(({ period }) => yearOf(period) === year)
    .map(({ period, value }) => ({ month: monthsOf(period).to, value }))
  if (set.length === 0) return undefined
  const line = [
    ...(start === undefined ? [] : [{ month: 0, value: start }]),
    ...set,
    ...(end === undefined ? [] : [{ month: 12, value: end }]),
  ].toSorted((a, b) => a.month - b.month)
  const after = line.find(({ month }) => month >= to)
  if (!after || after.month === to) return after?.value
  const before = line.findLast(({ month }) => month < to)
  if (!before) return undefined
  const share = (to - before.month) / (after.month - before.month)
  return Number((before.value + (after.value - before.value) * share).toPrecision(12))
}

function isYearEnd(period: Period): boolean {
  return monthsOf(period).to === 12
}
