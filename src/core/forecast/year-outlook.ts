import {
  type Frequency,
  monthsOf,
  nextPeriod,
  type Period,
  periodsBetween,
  yearOf,
} from '../period/period.ts'
import { singleTerms } from '../period/single-value.ts'
import { mean } from '../quantity/mean.ts'
import { dayEffect, dayFactors } from './day-effect.ts'
import { forecast, type Forecast } from './forecast.ts'
import { probabilityOfReaching, simulatedPaths } from './paths.ts'

/** The cumulative value of a flow at the end of a period, or the level of anything else. */
export interface SeriesReading {
  readonly period: Period
  readonly value: number
}

export interface OutlookQuestion {
  /** In any order, all of one frequency. */
  readonly readings: readonly SeriesReading[]
  readonly frequency: Frequency
  /** A flow adds up over the year; anything else is what it is at the year's end. */
  readonly isFlow: boolean
  /** Years to look at the end of; those that are over already are left out. */
  readonly years: readonly number[]
  /** Working days of past and coming periods; one that has none is taken to have its usual number. */
  readonly workingDays?: Readonly<Record<Period, number>>
}

/** What the end of a year will bring. */
export interface YearOutlook {
  readonly year: number
  readonly mean: number
  readonly lower80: number
  readonly upper80: number
  readonly lower95: number
  readonly upper95: number
  /** Simulated values of the year, smallest first, for the probability of any goal. */
  readonly simulated: readonly number[]
}

export interface PeriodOutlook {
  readonly period: Period
  /** Cumulative within its year for a flow. */
  readonly mean: number
  readonly lower50: number
  readonly upper50: number
  readonly lower80: number
  readonly upper80: number
}

export interface Outlook {
  readonly years: readonly YearOutlook[]
  /** The periods of the fan: up to the end of the first year that is not over. */
  readonly periods: readonly PeriodOutlook[]
  readonly models: readonly string[]
}

/** Shorter pasts say too little to speak of a probability. */
const fewest: Readonly<Record<Frequency, number>> = {
  year: 4,
  half: 5,
  quarter: 6,
  month: 13,
  'calendar-month': 13,
}

const cycle: Readonly<Record<Frequency, number>> = {
  year: 1,
  half: 2,
  quarter: 4,
  month: 11,
  'calendar-month': 12,
}

const simulation = { paths: 1000, seed: 20_260_101 } as const

/**
 * The future of a series up to the ends of years, as simulated paths whose errors go together: a
 * sum over the rest of a year is less sure than its months on their own. Undefined where the past is
 * too short. [F1]
 */
export function yearOutlook(question: OutlookQuestion): Outlook | undefined {
  const series = singleSeries(question)
  const last = series.at(-1)
  if (
    !last ||
    series.filter(({ value }) => value !== undefined).length < fewest[question.frequency]
  )
    return undefined
  const horizonYear = Math.max(...question.years.filter((year) => year >= yearOf(last.period)))
  if (!Number.isFinite(horizonYear)) return undefined
  const ahead = periodsAhead(last.period, horizonYear, question.frequency)
  const factors = factorsOf(question, series, ahead)
  const usual =
    ahead.length === 0
      ? { mean: [], intervals: [], models: ['known'] }
      : forecast({
          values: series.map(({ value }, t) => value && value / (factors[t] ?? 1)),
          period: cycle[question.frequency],
          horizon: ahead.length,
          levels: [],
        })
  if (!usual) return undefined
  const coming = factors.slice(series.length)
  const worked = (path: readonly number[]): readonly number[] =>
    path.map((value, step) => value * (coming[step] ?? 1))
  const future = { ...usual, mean: worked(usual.mean) }
  const past = pastOfYear(question, last.period)
  const paths = pathsOf(usual, series, ahead.length).map(worked)
  return {
    models: future.models,
    years: question.years
      .filter((year) => year >= yearOf(last.period))
      .map((year) => outlookOf(year, { ...question, ahead, paths, past, future })),
    periods: fan({ ...question, ahead, paths, past, future }),
  }
}

/** How likely a goal is: the share of simulated years that reach it. */
export function chanceOf(
  outlook: YearOutlook,
  goal: number,
  direction: 'up' | 'down',
  judgement = 0,
): number {
  return probabilityOfReaching(outlook.simulated, { soFar: judgement, value: goal, direction })
}

interface Drawn extends OutlookQuestion {
  readonly ahead: readonly Period[]
  readonly paths: readonly (readonly number[])[]
  readonly past: { readonly year: number; readonly soFar: number }
  readonly future: Pick<Forecast, 'mean' | 'models'>
}

/** What the working days of each period, past and coming, make of it. [F3] */
function factorsOf(
  { workingDays, isFlow, frequency }: OutlookQuestion,
  series: readonly { readonly period: Period; readonly value: number | undefined }[],
  ahead: readonly Period[],
): readonly number[] {
  const periods = [...series.map(({ period }) => period), ...ahead]
  if (!isFlow || !workingDays) return periods.map(() => 1)
  const usual = usualDays(periods, cycle[frequency], workingDays)
  const days = periods.map((period, t) => workingDays[period] ?? usual[t % cycle[frequency]])
  if (!days.every((count) => count !== undefined)) return periods.map(() => 1)
  const past = series.map(({ period, value }, t) => ({
    value: workingDays[period] === undefined ? undefined : value,
    days: days[t] ?? 0,
  }))
  return dayFactors(days, cycle[frequency], dayEffect(past, cycle[frequency]))
}

/** The mean count of the same period of the years whose days are known, by place in the cycle. */
function usualDays(
  periods: readonly Period[],
  length: number,
  workingDays: Readonly<Record<Period, number>>,
): readonly (number | undefined)[] {
  return Array.from({ length }, (_, place) => {
    const known = periods.flatMap((period, t) =>
      t % length === place && workingDays[period] !== undefined ? [workingDays[period]] : [],
    )
    return known.length === 0 ? undefined : mean(known)
  })
}

function pathsOf(
  future: Forecast,
  series: readonly { readonly value: number | undefined }[],
  steps: number,
): readonly (readonly number[])[] {
  const neverNegative = series.every(({ value }) => value === undefined || value >= 0)
  return simulatedPaths(future, steps, { ...simulation, neverNegative })
}

/** Values of single periods in order, gaps included; of a flow differences of cumulative values. */
export function singleSeries({
  readings,
  frequency,
  isFlow,
}: Pick<OutlookQuestion, 'readings' | 'frequency' | 'isFlow'>): readonly {
  readonly period: Period
  readonly value: number | undefined
}[] {
  const known = new Map(readings.map(({ period, value }) => [period, value]))
  const periods = inOrder([...known.keys()], frequency)
  return periods.map((period) => ({
    period,
    value: isFlow ? singleOf(known, period, frequency) : known.get(period),
  }))
}

function inOrder(all: readonly Period[], frequency: Frequency): readonly Period[] {
  const byTime = all.toSorted((a, b) => endOf(a) - endOf(b))
  const [first, last] = [byTime[0], byTime.at(-1)]
  return first && last ? periodsBetween(first, last, frequency) : []
}

function endOf(period: Period): number {
  return yearOf(period) * 100 + monthsOf(period).to
}

function singleOf(
  known: ReadonlyMap<Period, number>,
  period: Period,
  frequency: Frequency,
): number | undefined {
  if (frequency === 'year') return known.get(period)
  const terms = singleTerms(period, frequency)
  if (!terms) return undefined
  const plus = known.get(terms.plus)
  if (plus === undefined || terms.minus === undefined) return plus
  const minus = known.get(terms.minus)
  return minus === undefined ? undefined : plus - minus
}

function periodsAhead(last: Period, year: number, frequency: Frequency): readonly Period[] {
  const ahead: Period[] = []
  for (let each = nextPeriod(last, frequency); yearOf(each) <= year;) {
    ahead.push(each)
    each = nextPeriod(each, frequency)
  }
  return ahead
}

function pastOfYear({ readings, isFlow }: OutlookQuestion, last: Period) {
  const latest = readings.find(({ period }) => period === last)
  return { year: yearOf(last), soFar: isFlow ? (latest?.value ?? 0) : 0 }
}

function outlookOf(year: number, drawn: Drawn): YearOutlook {
  const valueOf = valueOfYear(year, drawn)
  const simulated = drawn.paths.map(valueOf).toSorted((a, b) => a - b)
  const mean = valueOf(drawn.future.mean)
  return {
    year,
    mean,
    lower80: quantile(simulated, 0.1) ?? mean,
    upper80: quantile(simulated, 0.9) ?? mean,
    lower95: quantile(simulated, 0.025) ?? mean,
    upper95: quantile(simulated, 0.975) ?? mean,
    simulated,
  }
}

/** What a path makes of a year: the sum of a flow with what is there already, else its last level. */
function valueOfYear(
  year: number,
  { ahead, isFlow, past, readings }: Drawn,
): (path: readonly number[]) => number {
  const steps = ahead.flatMap((period, step) => (yearOf(period) === year ? [step] : []))
  if (isFlow) {
    const soFar = past.year === year ? past.soFar : 0
    return (path) => steps.reduce((sum, step) => sum + (path[step] ?? 0), soFar)
  }
  const last = steps.at(-1)
  const present = readings.toSorted((a, b) => endOf(a.period) - endOf(b.period)).at(-1)?.value ?? 0
  return (path) => (last === undefined ? present : (path[last] ?? present))
}

function fan(drawn: Drawn): readonly PeriodOutlook[] {
  const { ahead, paths, past, future, isFlow } = drawn
  const first = ahead[0]
  if (!first) return []
  const year = yearOf(first)
  const count = ahead.filter((period) => yearOf(period) === year).length
  const start = past.year === year ? past.soFar : 0
  const reached = (path: readonly number[], step: number): number =>
    isFlow ? path.slice(0, step + 1).reduce((sum, value) => sum + value, start) : (path[step] ?? 0)
  return ahead.slice(0, count).map((period, step) => {
    const simulated = paths.map((path) => reached(path, step)).toSorted((a, b) => a - b)
    const mean = reached(future.mean, step)
    return {
      period,
      mean,
      lower50: quantile(simulated, 0.25) ?? mean,
      upper50: quantile(simulated, 0.75) ?? mean,
      lower80: quantile(simulated, 0.1) ?? mean,
      upper80: quantile(simulated, 0.9) ?? mean,
    }
  })
}

function quantile(sorted: readonly number[], share: number): number | undefined {
  return sorted[Math.round(share * (sorted.length - 1))]
}

/**
 * The mean size of the error that forecasts of the year's end made at the same point of past years,
 * as a share of what came: what a forecast has been worth so far. Undefined without two such years. [F2]
 */
export function pastError(question: Omit<OutlookQuestion, 'years'>): number | undefined {
  const ordered = question.readings.toSorted((a, b) => endOf(a.period) - endOf(b.period))
  const last = ordered.at(-1)
  if (!last) return undefined
  const errors = [1, 2, 3].flatMap((back) => {
    const year = yearOf(last.period) - back
    const end = ordered.find(({ period }) => endOf(period) === year * 100 + 12)
    const cut = endOf(last.period) - back * 100
    const readings = ordered.filter(({ period }) => endOf(period) <= cut)
    const past = end && yearOutlook({ ...question, readings, years: [year] })?.years[0]
    return past && end.value !== 0 ? [Math.abs(past.mean / end.value - 1)] : []
  })
  return errors.length < 2
    ? undefined
    : errors.reduce((sum, error) => sum + error, 0) / errors.length
}
