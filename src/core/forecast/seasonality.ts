import { mean } from '../quantity/mean.ts'
import { allPositive, type Series } from './series.ts'

/**
 * How seasonal indices are estimated:
 * `tested`: classical multiplicative indices where the autocorrelation at one cycle is significant,
 * none otherwise (the benchmark adjustment of the M4 competition);
 * `shrunk`: indices on logs, shrunk towards none by James and Stein;
 * `recent`: the same, each cycle back in time weighing three quarters of the next.
 */
export type SeasonalMethod = 'tested' | 'shrunk' | 'recent'

/** A series without its season, and the way back. */
export interface Adjusted {
  readonly values: Series
  /** Puts the season on values that follow the series. */
  readonly back: (values: Series) => number[]
}

export function withoutSeason(values: Series, period: number, method: SeasonalMethod): Adjusted {
  const none: Adjusted = { values, back: (ahead) => [...ahead] }
  const n = values.length
  if (period === 1 || n < 2 * period + 1) return none
  if (method === 'tested') {
    if (!isSeasonal(values, period) || !allPositive(values)) return none
    return adjusted(values, multiplicativeIndices(values, period), true)
  }
  const positive = allPositive(values)
  const indices = shrunkIndices(
    positive ? values.map(Math.log) : values,
    period,
    method === 'recent' ? 0.75 : 1,
  )
  if (!indices) return none
  return adjusted(values, positive ? indices.map(Math.exp) : indices, positive)
}

function adjusted(values: Series, indices: Series, multiplicative: boolean): Adjusted {
  const period = indices.length
  const at = (t: number): number => indices[t % period] ?? (multiplicative ? 1 : 0)
  return {
    values: values.map((value, t) => (multiplicative ? value / at(t) : value - at(t))),
    back: (ahead) =>
      ahead.map((value, j) => {
        const index = at(values.length + j)
        return multiplicative ? value * index : value + index
      }),
  }
}

/** The autocorrelation test of the M4 benchmarks, at 90 %. */
export function isSeasonal(values: Series, period: number): boolean {
  const n = values.length
  if (period < 2 || n < 3 * period) return false
  const level = mean(values)
  const covariance = (lag: number): number => {
    let sum = 0
    for (let t = lag; t < n; t++)
      sum += ((values[t] ?? 0) - level) * ((values[t - lag] ?? 0) - level)
    return sum
  }
  const variance = covariance(0)
  if (variance === 0) return false
  let inflation = 1
  for (let lag = 1; lag < period; lag++) inflation += 2 * (covariance(lag) / variance) ** 2
  return Math.abs(covariance(period) / variance) > 1.645 * Math.sqrt(inflation / n)
}

/**
 * The strength of the season, 0 none to 1 pure: 1 − var(remainder) / var(remainder + season), from a
 * centred moving average on logs where values are positive (Wang, Smith and Hyndman 2006).
 */
export function seasonalStrength(values: Series, period: number): number {
  if (period < 2 || values.length < 3 * period) return 0
  const logs = allPositive(values) ? values.map(Math.log) : values
  const groups = bySeason(logs, period, (value, trend) => value - trend)
  const seasons = groups.map(mean)
  const centre = mean(seasons)
  const detrended = groups.flat()
  const level = mean(detrended)
  let remainder = 0
  let total = 0
  for (const [season, group] of groups.entries()) {
    for (const value of group) {
      remainder += (value - ((seasons[season] ?? 0) - centre)) ** 2
      total += (value - level) ** 2
    }
  }
  return total === 0 ? 0 : Math.max(0, 1 - remainder / total)
}

/** The classical multiplicative indices, with mean 1. */
export function multiplicativeIndices(values: Series, period: number): number[] {
  return centred(
    values,
    period,
    (value, trend) => value / trend,
    1,
    (index, level) => index / level,
  )
}

/** The classical additive indices, with mean 0. */
export function additiveIndices(values: Series, period: number): number[] {
  return centred(
    values,
    period,
    (value, trend) => value - trend,
    0,
    (index, level) => index - level,
  )
}

function centred(
  values: Series,
  period: number,
  detrend: (value: number, trend: number) => number,
  neutral: number,
  centre: (index: number, level: number) => number,
): number[] {
  const groups = bySeason(values, period, detrend)
  const indices = groups.map((group) => (group.length > 0 ? mean(group) : neutral))
  const level = mean(indices)
  return indices.map((index) => centre(index, level))
}

/** Additive indices drawn towards zero as far as their own scatter says; undefined where nothing is left. */
function shrunkIndices(values: Series, period: number, memory: number): number[] | undefined {
  const groups = bySeason(values, period, (value, trend) => value - trend)
  if (groups.some((group) => group.length === 0)) return undefined
  const raw = groups.map((group) => weightedMean(group, memory))
  const level = mean(raw)
  const indices = raw.map((index) => index - level)

  let scatter = 0
  let degrees = -period
  for (const group of groups) {
    const centre = mean(group)
    for (const value of group) scatter += (value - centre) ** 2
    degrees += group.length
  }
  if (degrees < 1) return undefined
  const variance = scatter / degrees / effectiveCycles(degrees / period + 1, memory)
  const size = indices.reduce((sum, index) => sum + index * index, 0)
  const shrinkage = Math.min(1, ((period - 3 + (period <= 4 ? 1 : 0)) * variance) / size)
  // Also where size is 0 and the quotient NaN: a season that weak is better left alone.
  return 1 - shrinkage >= 0.02 ? indices.map((index) => index * (1 - shrinkage)) : undefined
}

/** As many equally weighted cycles as carry the same information as the discounted ones. */
function effectiveCycles(cycles: number, memory: number): number {
  if (memory === 1) return cycles
  const weights = (1 - memory ** cycles) / (1 - memory)
  const squares = (1 - memory ** (2 * cycles)) / (1 - memory * memory)
  return weights ** 2 / squares
}

function weightedMean(values: Series, memory: number): number {
  let sum = 0
  let weights = 0
  for (const [i, value] of values.entries()) {
    const weight = memory ** (values.length - 1 - i)
    sum += weight * value
    weights += weight
  }
  return sum / weights
}

function bySeason(
  values: Series,
  period: number,
  detrend: (value: number, trend: number) => number,
): number[][] {
  const groups: number[][] = Array.from({ length: period }, () => [])
  for (const [t, trend] of movingAverage(values, period).entries()) {
    if (trend !== undefined) groups[t % period]?.push(detrend(values[t] ?? NaN, trend))
  }
  return groups
}

/** The centred moving average over one cycle; undefined at both ends. */
function movingAverage(values: Series, period: number): (number | undefined)[] {
  const half = period >> 1
  return values.map((_, t) => {
    if (t < half || t >= values.length - half) return undefined
    const window = values.slice(t - half, t + half + 1)
    const sum = window.reduce((total, value) => total + value, 0)
    if (period % 2 === 1) return sum / period
    return (sum - ((window[0] ?? 0) + (window.at(-1) ?? 0)) / 2) / period
  })
}
