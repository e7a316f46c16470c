import { type IntervalTable, monthly, quantileLevels, quarterly, yearly } from './constants.ts'
import { optimisedTheta } from './optimised-theta.ts'
import { withoutSeason } from './seasonality.ts'
import { mean } from '../quantity/mean.ts'
import { differences, drift, median, rootMeanSquare, type Series } from './series.ts'

/** How far off a forecast is likely to be, step by step. */
export interface Uncertainty {
  /** The size of the error at each step ahead, in the unit of the series. */
  readonly scale: readonly number[]
  readonly table: IntervalTable
}

export function tableFor(period: number): IntervalTable {
  if (period === 1) return yearly
  return period <= 4 ? quarterly : monthly
}

/**
 * The error's scale by step, a log-linear function of what the past shows: seasonal differences,
 * one-step errors over all and lately, steps, errors of a drift over as many steps, disagreement of
 * the models, size of the forecast, length. Distribution-free: bounds are quantiles seen elsewhere.
 */
export function uncertainty(
  values: Series,
  period: number,
  forecast: { readonly mean: Series; readonly spread: Series },
): Uncertainty {
  const table = tableFor(period)
  const n = values.length
  const adjusted = withoutSeason(values, period, period > 1 ? 'recent' : 'tested').values
  const errors = optimisedTheta(adjusted, 1).errors.slice(Math.min(3, n >> 2))
  const recent = errors.slice(-Math.max(8, 2 * period))
  const size = mean(values.map(Math.abs))
  const smallest = 1e-9 * (size || 1)
  const log = (x: number): number => Math.log(Number.isFinite(x) ? Math.max(x, smallest) : smallest)

  const seasonalStep = mean(differences(values, period).map(Math.abs))
  const fixed = [
    log(n > period ? seasonalStep : mean(differences(values).map(Math.abs))),
    log(rootMeanSquare(errors)),
    log(rootMeanSquare(recent)),
    log(median(differences(adjusted).map(Math.abs))),
  ]
  const ends = [log(Math.abs(forecast.mean[0] ?? 0)), Math.log(n)]
  const driftErrors = errorsOfDrift(adjusted, forecast.mean.length)
  const scale = forecast.mean.map((_, j) => {
    const features = [...fixed, log(driftErrors[j] ?? 0), log(forecast.spread[j] ?? 0), ...ends]
    const weighted = features.reduce((sum, x, i) => sum + x * (table.weights[i] ?? 0), 0)
    return Math.exp(interceptAt(table, j) + weighted)
  })
  return { scale, table }
}

/** Mean absolute error of a random walk with drift over 1, 2, … steps, on the past of the series. */
function errorsOfDrift(values: Series, horizon: number): number[] {
  const step = drift(values)
  const sizes: number[] = []
  for (let ahead = 1; ahead <= horizon; ahead++) {
    const errors = differences(values, ahead).map((change) => Math.abs(change - step * ahead))
    // Beyond what the past can show, errors grow with the square root of time.
    const last = sizes.at(-1) ?? 0
    sizes.push(errors.length >= 3 ? mean(errors) : last * Math.sqrt(ahead / Math.max(1, ahead - 1)))
  }
  return sizes
}

/** Steps beyond the table go on with its last intercept: the features carry the growth. */
function interceptAt(table: IntervalTable, j: number): number {
  return table.intercepts[Math.min(j, table.intercepts.length - 1)] ?? 0
}

/** The error at step `j` (from 0) that is not exceeded with the given probability. */
export function errorQuantile(
  { scale, table }: Uncertainty,
  j: number,
  probability: number,
): number {
  const quantiles = table.quantiles[Math.min(j, table.quantiles.length - 1)] ?? []
  return (scale[j] ?? 0) * interpolated(quantiles, probability)
}

function interpolated(quantiles: readonly number[], probability: number): number {
  const last = quantileLevels.length - 1
  const above = quantileLevels.findIndex((level) => level >= probability)
  // Outside the table the two outermost quantiles are drawn on, by the logit of the probability.
  if (above === 0 || above === -1) {
    const [a, b] = above === 0 ? [0, 1] : [last - 1, last]
    return along(quantiles, a, b, probability, logit)
  }
  return along(quantiles, above - 1, above, probability, (p) => p)
}

function along(
  quantiles: readonly number[],
  a: number,
  b: number,
  probability: number,
  on: (p: number) => number,
): number {
  const [from, to] = [on(quantileLevels[a] ?? 0), on(quantileLevels[b] ?? 1)]
  const share = (on(probability) - from) / (to - from)
  return (quantiles[a] ?? 0) + share * ((quantiles[b] ?? 0) - (quantiles[a] ?? 0))
}

function logit(p: number): number {
  const inside = Math.min(1 - 1e-6, Math.max(1e-6, p))
  return Math.log(inside / (1 - inside))
}
