import type { targetStanding } from '#contract/watching.ts'
import type { Answer } from '#contract/route.ts'
import { periodsOfYear, type Period, yearOf } from '#core/period/period.ts'
import { plannedAt, type Trajectory } from '#core/trajectory/planned.ts'
import { usualOwnPath, withOwnPath } from '#core/trajectory/own-path.ts'
import { trajectoryOf } from '#core/trajectory/of-target.ts'
import { deviation } from '#core/trajectory/lamp.ts'
import { plannedWithin } from '#core/trajectory/within-year.ts'
import type { Row } from '#server/db/db.ts'
import { judgementFor, type Watched } from './standings.ts'
import { outlookView } from './standing-view.ts'

type Reply = Answer<typeof targetStanding>

/** A year of a target, period by period: what was, what is planned, and the fan of what will be. */
export function curveOf(watch: Watched, year: number, judgement = 0): Reply['curve'] {
  const { measure, readings, remembered, trajectory } = watch
  if (!measure) return []
  const { frequency, overTime } = measure.definition
  const isFlow = overTime === 'cumulative' && trajectory.method !== 'cumulative'
  const actual = new Map(readings?.map(({ period, value }) => [period, value]))
  const fan = new Map(remembered?.outlook?.periods.map((point) => [point.period, point]))
  const periods = periodsOfYear(year, frequency)
  return periods.map((period, i) => {
    const planned = plannedWithin({ trajectory, period, isFlow, history: readings ?? [] })
    const value = actual.get(period)
    const point = value === undefined ? fan.get(period) : undefined
    // What people added comes with the rest of the year, in equal parts.
    const added = isFlow ? (judgement * (i + 1)) / periods.length : judgement
    return {
      period,
      ...(value !== undefined && { actual: value }),
      ...(planned.value !== undefined && { planned: planned.value }),
      ...(point && {
        mean: point.mean + added,
        lower50: point.lower50 + added,
        upper50: point.upper50 + added,
        lower80: point.lower80 + added,
        upper80: point.upper80 + added,
      }),
    }
  })
}

/** Base, milestones and what came of them, year by year. */
export function yearsOf(
  watch: Watched,
  judgements: readonly Row<'judgement'>[],
  period: Period,
): Reply['years'] {
  const { trajectory, readings, remembered, row } = watch
  const milestones = trajectory.milestones.map(({ year }) => year)
  const first = trajectory.base?.year ?? trajectory.start ?? yearOf(period)
  const last = Math.max(first, yearOf(period), ...milestones)
  return Array.from({ length: Math.min(last - first + 1, 30) }, (_, i) => first + i).map((year) => {
    const planned = plannedAt(trajectory, year)
    const end = readings?.find(
      (reading) => yearOf(reading.period) === year && /^\d{4}(?:-12)?$/.test(reading.period),
    )
    const outlook = remembered?.outlook?.years.find((each) => each.year === year)
    const judgement = judgementFor(judgements, row.lineageId, year)
    return {
      year,
      ...(planned.value !== undefined && { planned: planned.value }),
      ...(end && { actual: end.value }),
      ...(outlook && !end && { outlook: outlookView(outlook, { ...watch, judgement }) }),
    }
  })
}

const methods = ['geometric', 'linear', 'step', 'floor', 'ceiling', 'cumulative'] as const

/** What would be planned for the same period under every method. */
export function underOtherMethods(watch: Watched, period: Period): Reply['methods'] {
  const { row, measure, readings, direction, standing, ownPath } = watch
  return methods.map((method) => {
    const stated = trajectoryOf(row.content, { method, start: row.meta.period.start })
    const trajectory: Trajectory = withOwnPath(stated, ownPath ?? usualOwnPath)
    const planned = plannedWithin({
      trajectory,
      period: standing.period ?? period,
      isFlow: measure?.definition.overTime === 'cumulative' && method !== 'cumulative',
      history: readings ?? [],
    })
    if (planned.value === undefined) return { method, reason: planned.reason }
    const away =
      standing.actual === undefined
        ? undefined
        : deviation({ planned: planned.value, actual: standing.actual }, direction)
    return {
      method,
      planned: planned.value,
      ...(away !== undefined && { deviation: away }),
    }
  })
}
