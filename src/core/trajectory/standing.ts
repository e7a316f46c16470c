import { chanceOf, type YearOutlook } from '../forecast/year-outlook.ts'
import { comparePeriods, type Frequency, monthsOf, type Period, yearOf } from '../period/period.ts'
import { deviation, lampDeviation, type Lamp, type LampJudge } from './lamp.ts'
import { plannedAt, type PlannedReason, type Trajectory } from './planned.ts'
import { type Direction, progress, type YearValue } from './progress.ts'
import { plannedWithin, type Reading, requiredGrowth, type WithinYear } from './within-year.ts'

/** A target, what measures it, and the moment it is looked at. All values in the unit of the target. */
export interface StandingQuestion {
  readonly trajectory: Trajectory
  readonly direction: Direction
  /** 约束性 or 限制性. */
  readonly isBinding: boolean
  readonly period: Period
  readonly frequency: Frequency
  readonly isFlow: boolean
  /** Cumulative within the year for a flow; in any order, none later than `period`. */
  readonly readings: readonly Reading[]
  /** 同比 on the same sample, a ratio. */
  readonly growth?: number
  /** The end of this year as far as the past tells, with what people added to it. */
  readonly outlook?: { readonly year: YearOutlook; readonly judgement: number }
  readonly judge: LampJudge
}

export type StandingReason = PlannedReason | 'no-figure' | 'planned-zero'

export interface Standing {
  readonly period?: Period
  readonly actual?: number
  readonly planned?: number
  readonly within?: WithinYear
  readonly gap?: number
  /** Below zero where it is worse than planned; a ratio. */
  readonly deviation?: number
  /** The share of the way from base to the last milestone, by the last full year of a flow. */
  readonly completion?: number
  readonly yearGoal?: number
  readonly finalGoal?: YearValue
  readonly requiredRestOfYear?: number
  readonly requiredPerYear?: number
  /** Of reaching the goal of the figure's year, 0 to 1; absent once that year is over. */
  readonly probability?: number
  readonly lamp: Lamp
  readonly because?: string
  readonly reasons: readonly StandingReason[]
}

/** Where a target stands against the plan's own path in one period. [T1]-[T5] */
export function standingOf(question: StandingQuestion): Standing {
  const { trajectory, period, direction } = question
  const finalGoal = trajectory.milestones.toSorted((a, b) => a.year - b.year).at(-1)
  const reading = reported(question)
  const goal = plannedAt(trajectory, yearOf(reading?.period ?? period))
  const ends = {
    ...(goal.value !== undefined && { yearGoal: goal.value }),
    ...(finalGoal && { finalGoal }),
  }
  if (!reading) return { ...ends, lamp: 'unreported', reasons: ['no-figure'] }

  const plan = plannedWithin({
    trajectory,
    period: reading.period,
    isFlow: question.isFlow,
    history: question.readings,
  })
  const away =
    plan.value === undefined
      ? undefined
      : deviation({ planned: plan.value, actual: reading.value }, direction)
  const judged =
    plan.value === undefined
      ? undefined
      : lampDeviation({ planned: plan.value, actual: reading.value }, direction)
  const probability = chance(question, reading, goal.value)
  const done = completion(question, reading)
  const needed = required(question, reading, goal.value)
  const verdict = question.judge(
    {
      实际值: reading.value,
      ...(plan.value !== undefined && { 计划值: plan.value }),
      ...(judged !== undefined && { 偏差率: judged }),
      ...(probability !== undefined && { 达成概率: probability }),
      ...(done !== undefined && { 完成率: done }),
      ...(question.growth !== undefined && { 同比: question.growth }),
    },
    question.isBinding,
  )
  return {
    ...ends,
    period: reading.period,
    actual: reading.value,
    ...(plan.value !== undefined && {
      planned: plan.value,
      within: plan.within,
      gap: Number((reading.value - plan.value).toPrecision(12)),
    }),
    ...(away !== undefined && { deviation: away }),
    ...(done !== undefined && { completion: done }),
    ...needed,
    ...(probability !== undefined && { probability }),
    ...verdict,
    reasons: reasonsOf(plan, away),
  }
}

function reasonsOf(
  plan: ReturnType<typeof plannedWithin>,
  away: number | undefined,
): readonly StandingReason[] {
  if (plan.value === undefined) return [plan.reason]
  return away === undefined ? ['planned-zero'] : []
}

/**
 * The figure a period has: of monthly figures that of the period itself, of rarer ones the latest
 * that can be known by then. An older one would pass silence off as news.
 */
function reported({ readings, period, frequency }: StandingQuestion): Reading | undefined {
  const latest = readings
    .filter((reading) => comparePeriods(reading.period, period) <= 0)
    .toSorted((a, b) => comparePeriods(b.period, a.period))[0]
  if (!latest) return undefined
  const age = endMonth(period) - endMonth(latest.period)
  return age < monthsOfFrequency[frequency] ? latest : undefined
}

// A year's figure comes in the year after and is the latest until the next one comes.
const monthsOfFrequency: Readonly<Record<Frequency, number>> = {
  year: 24,
  half: 9,
  quarter: 5,
  month: 1,
  'calendar-month': 1,
}

function endMonth(period: Period): number {
  return yearOf(period) * 12 + monthsOf(period).to
}

function chance(
  { outlook, direction, trajectory }: StandingQuestion,
  { period }: Reading,
  goal: number | undefined,
): number | undefined {
  if (!outlook || goal === undefined || direction === 'keep') return undefined
  // The year of the figure is over: whether it reached its goal is known and no matter of chance.
  if (outlook.year.year !== yearOf(period)) return undefined
  // The sum over a plan's years is not the amount of this one.
  if (trajectory.method === 'cumulative' || trajectory.method === 'step') return undefined
  return chanceOf(outlook.year, goal, direction, outlook.judgement)
}

function completion(question: StandingQuestion, reading: Reading): number | undefined {
  const { trajectory, direction, isFlow, readings } = question
  const full = isFlow && trajectory.method !== 'cumulative' ? lastFullYear(readings) : reading
  if (!full) return undefined
  const base =
    trajectory.method === 'cumulative'
      ? { year: (trajectory.start ?? yearOf(full.period)) - 1, value: 0 }
      : trajectory.base
  return progress({
    direction,
    ...(base && { base }),
    milestones: trajectory.milestones,
    actual: { year: yearOf(full.period), value: full.value },
  }).completion
}

function lastFullYear(readings: readonly Reading[]): Reading | undefined {
  return readings
    .filter(({ period }) => monthsOf(period).to === 12)
    .toSorted((a, b) => comparePeriods(b.period, a.period))[0]
}

function required(
  { readings, isFlow, trajectory }: StandingQuestion,
  reading: Reading,
  goal: number | undefined,
): Pick<Standing, 'requiredRestOfYear' | 'requiredPerYear'> {
  if (trajectory.method === 'cumulative' || trajectory.method === 'step') return {}
  const year = yearOf(reading.period)
  const at = (of: number, month: number): number | undefined =>
    readings.find(({ period }) => yearOf(period) === of && monthsOf(period).to === month)?.value
  const final = trajectory.milestones.toSorted((a, b) => a.year - b.year).at(-1)
  const full = lastFullYear(readings)
  const { to } = monthsOf(reading.period)
  const lastYear = at(year - 1, 12)
  const lastYearSoFar = at(year - 1, to)
  const isUnderWay = isFlow && to < 12
  const { restOfYear, perYear } = requiredGrowth({
    ...(isUnderWay && goal !== undefined && { goal, soFar: reading.value }),
    ...(lastYear !== undefined && { lastYear }),
    ...(lastYearSoFar !== undefined && { lastYearSoFar }),
    ...(final && { final }),
    ...(full && { lastFull: { year: yearOf(full.period), value: full.value } }),
  })
  return {
    ...(restOfYear !== undefined && { requiredRestOfYear: restOfYear }),
    ...(perYear !== undefined && { requiredPerYear: perYear }),
  }
}
