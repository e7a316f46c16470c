import { combination } from './combine.ts'
import { errorQuantile, type Uncertainty, uncertainty } from './interval.ts'
import { withoutSeason } from './seasonality.ts'
import type { Series } from './series.ts'

export interface ForecastQuestion {
  /** Oldest first; a gap is undefined. */
  readonly values: readonly (number | undefined)[]
  /** Periods in a cycle: 1 yearly, 4 quarterly, 12 monthly, 11 with 1-2月 as one. */
  readonly period: number
  readonly horizon: number
  /** Levels of the intervals in per cent, e.g. 80 and 95. */
  readonly levels: readonly number[]
}

export interface Forecast {
  readonly mean: readonly number[]
  readonly intervals: readonly Interval[]
  /** The models whose mean it is. */
  readonly models: readonly string[]
  /** What simulated paths are drawn from; absent where a single value says nothing of errors. */
  readonly uncertainty?: Uncertainty
}

export interface Interval {
  readonly level: number
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/** The longest stretch ahead that is answered. */
export const longestHorizon = 240

/**
 * Forecasts a series: the mean of a few small models, with intervals whose width follows from the
 * series' own past errors. Undefined where there is no value at all. Deterministic.
 */
export function forecast(question: ForecastQuestion): Forecast | undefined {
  const { period, levels } = question
  // What is missing at the end has to be forecast too before the first step that was asked for.
  const lead = question.values.length - 1 - question.values.findLastIndex(isThere)
  const horizon = Math.min(question.horizon, longestHorizon) + lead
  const values = filled(question.values, period)
  const last = values.at(-1)
  if (last === undefined) return undefined
  if (isConstant(values)) return flat(last, horizon - lead, levels)

  const points = combination(values, period, horizon)
  const full = uncertainty(values, period, points)
  const spread = { ...full, scale: full.scale.slice(lead) }
  const asked = points.mean.slice(lead)
  const neverNegative = values.every((value) => value >= 0)
  const bound = (probability: number): number[] =>
    asked.map((value, j) => {
      const edge = value + errorQuantile(spread, j, probability)
      return neverNegative ? Math.max(0, edge) : edge
    })
  return {
    mean: asked,
    intervals: levels.map((level) => ({
      level,
      lower: bound((1 - level / 100) / 2),
      upper: bound((1 + level / 100) / 2),
    })),
    models: points.components,
    uncertainty: spread,
  }
}

function isConstant(values: Series): boolean {
  return values.every((value) => value === values[0])
}

/** A series that never moved goes on so; with one value alone there is no telling how sure that is. */
function flat(value: number, horizon: number, levels: readonly number[]): Forecast {
  const same = Array<number>(horizon).fill(value)
  return {
    mean: same,
    intervals: levels.map((level) => ({ level, lower: same, upper: same })),
    models: ['naive'],
  }
}

/**
 * The series without gaps: those before the first and after the last value are cut off, the others
 * are bridged by a straight line on the seasonally adjusted series.
 */
export function filled(values: readonly (number | undefined)[], period: number): Series {
  const first = values.findIndex(isThere)
  if (first === -1) return []
  const known = values.slice(first, values.findLastIndex(isThere) + 1)
  if (known.every(isThere)) return known
  const rough = bridged(known)
  const adjusted = withoutSeason(rough, period, 'recent')
  const season = rough.map((value, t) => value - (adjusted.values[t] ?? value))
  const smooth = bridged(known.map((value, t) => (isThere(value) ? adjusted.values[t] : undefined)))
  return smooth.map((value, t) => known[t] ?? value + (season[t] ?? 0))
}

function isThere(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value)
}

function bridged(values: readonly (number | undefined)[]): number[] {
  return values.map((value, t) => {
    if (value !== undefined) return value
    const before = values.findLastIndex((each, i) => i < t && each !== undefined)
    const after = values.findIndex((each, i) => i > t && each !== undefined)
    const [from, to] = [values[before] ?? 0, values[after] ?? 0]
    return from + ((to - from) * (t - before)) / (after - before)
  })
}
