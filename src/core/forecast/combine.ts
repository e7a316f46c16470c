import { arima } from './arima.ts'
import { autoregression } from './autoregression.ts'
import { holtWinters } from './holt-winters.ts'
import { optimisedTheta } from './optimised-theta.ts'
import { bestPower, boxCox, fromBoxCox } from './power.ts'
import {
  type Adjusted,
  type SeasonalMethod,
  seasonalStrength,
  withoutSeason,
} from './seasonality.ts'
import { seasonalArima } from './seasonal-arima.ts'
import { mean } from '../quantity/mean.ts'
import { allPositive, drift, rootMeanSquare, type Series } from './series.ts'
import { dampedTrend, theta } from './smoothing.ts'

/** Small models; `log` and `power` work on the logarithm or the Box-Cox scale of positive values. */
type Model =
  | 'drift'
  | 'log-theta'
  | 'power-theta'
  | 'optimised-theta'
  | 'power-optimised-theta'
  | 'log-damped-trend'
  | 'power-damped-trend'
  | 'arima'
  | 'log-arima'
  | 'log-autoregression'

/** A model on the series adjusted by a seasonal method, or a model with a season of its own. */
type Component =
  | readonly [SeasonalMethod, Model]
  | 'holt-winters'
  | 'seasonal-arima'
  | 'log-seasonal-arima'

export interface Combination {
  readonly mean: number[]
  /** By step ahead, the standard deviation between the components. */
  readonly spread: number[]
  readonly components: readonly string[]
}

/** The equal-weight mean of four to six small models, chosen by frequency, length and season alone. */
export function combination(values: Series, period: number, horizon: number): Combination {
  const chosen = componentsFor(values, period)
  const adjustments = new Map<SeasonalMethod, Adjusted>()
  const adjustedBy = (method: SeasonalMethod): Adjusted => {
    const known = adjustments.get(method) ?? withoutSeason(values, period, method)
    adjustments.set(method, known)
    return known
  }
  const forecasts = chosen.map((component) => {
    if (component === 'holt-winters') return ownSeason(values, period, horizon, adjustedBy)
    if (component === 'seasonal-arima') return seasonalArima(values, period, horizon) ?? []
    if (component === 'log-seasonal-arima') return seasonalOnLogs(values, period, horizon)
    const adjusted = adjustedBy(component[0])
    return adjusted.back(modelled(component[1], adjusted.values, period, horizon))
  })
  return {
    ...together(values, forecasts, naive(adjustedBy('tested'), horizon)),
    components: chosen.map((component) =>
      typeof component === 'string' ? component : component.join(':'),
    ),
  }
}

/** Which models work best where, measured on competition series; see `docs/decisions`. */
function componentsFor(values: Series, period: number): readonly Component[] {
  const n = values.length
  if (period === 1) {
    return [
      ['tested', 'log-theta'],
      ['tested', 'power-optimised-theta'],
      ['tested', 'log-damped-trend'],
      ['tested', 'drift'],
    ]
  }
  const seasonal = seasonalStrength(values, period) >= 0.4
  if (period <= 4) {
    if (n < 10 * period) {
      return [
        ['shrunk', 'optimised-theta'],
        ['shrunk', 'power-theta'],
        ['shrunk', 'arima'],
        ['shrunk', 'log-autoregression'],
        ['recent', 'log-autoregression'],
        'holt-winters',
      ]
    }
    if (!seasonal) {
      return [
        ['shrunk', 'optimised-theta'],
        ['recent', 'log-arima'],
        ['recent', 'power-damped-trend'],
        ['shrunk', 'arima'],
        ['shrunk', 'log-autoregression'],
      ]
    }
    return [
      ['recent', 'optimised-theta'],
      ['recent', 'log-theta'],
      ['recent', 'arima'],
      ['recent', 'log-arima'],
      'log-seasonal-arima',
      'holt-winters',
    ]
  }
  if (n < 5 * period) {
    return [
      ['tested', 'power-theta'],
      ['tested', 'log-autoregression'],
      ['tested', 'optimised-theta'],
      ['recent', 'power-optimised-theta'],
      ['recent', 'log-theta'],
    ]
  }
  if (!seasonal) {
    return [
      ['recent', 'log-theta'],
      ['recent', 'optimised-theta'],
      ['tested', 'log-autoregression'],
      ['recent', 'log-arima'],
    ]
  }
  return [
    ['recent', 'optimised-theta'],
    ['recent', 'power-theta'],
    ['recent', 'arima'],
    'seasonal-arima',
    'log-seasonal-arima',
    'holt-winters',
  ]
}

/** One model on an adjusted series; where values are not all positive, without its scale. */
function modelled(model: Model, values: Series, period: number, horizon: number): number[] {
  const positive = allPositive(values)
  const onLogs = (run: (logs: Series) => number[]): number[] =>
    positive ? run(values.map(Math.log)).map(Math.exp) : run(values)
  const onPower = (run: (powers: Series) => number[]): number[] => {
    if (!positive) return run(values)
    const power = bestPower(values)
    return fromBoxCox(run(boxCox(values, power)), power)
  }
  switch (model) {
    case 'drift':
      return Array.from(
        { length: horizon },
        (_, j) => (values.at(-1) ?? 0) + drift(values) * (j + 1),
      )
    case 'log-theta':
      return onLogs((logs) => theta(logs, horizon))
    case 'power-theta':
      return onPower((powers) => theta(powers, horizon))
    case 'optimised-theta':
      return optimisedTheta(values, horizon).mean
    case 'power-optimised-theta':
      return onPower((powers) => optimisedTheta(powers, horizon).mean)
    case 'log-damped-trend':
      return onLogs((logs) => dampedTrend(logs, horizon))
    case 'power-damped-trend':
      return onPower((powers) => dampedTrend(powers, horizon))
    case 'arima':
      return arima(values, horizon)
    case 'log-arima':
      return onLogs((logs) => arima(logs, horizon))
    case 'log-autoregression': {
      const lags = period > 1 ? Math.min(period + 1, 6) : 3
      const run = (logs: Series): number[] => autoregression(logs, horizon, lags) ?? []
      return onLogs(run)
    }
  }
}

function ownSeason(
  values: Series,
  period: number,
  horizon: number,
  adjustedBy: (method: SeasonalMethod) => Adjusted,
): number[] {
  const forecast = holtWinters(values, period, horizon, allPositive(values))
  if (forecast) return forecast
  const adjusted = adjustedBy('tested')
  return adjusted.back(dampedTrend(adjusted.values, horizon))
}

function seasonalOnLogs(values: Series, period: number, horizon: number): number[] {
  const positive = allPositive(values)
  const forecast = seasonalArima(positive ? values.map(Math.log) : values, period, horizon) ?? []
  return positive ? forecast.map(Math.exp) : forecast
}

function naive(adjusted: Adjusted, horizon: number): number[] {
  return adjusted.back(Array<number>(horizon).fill(adjusted.values.at(-1) ?? 0))
}

/**
 * The mean over components, each kept within eight times the largest value seen; a component that
 * has no value at a step is the naive forecast there. What was never negative stays so.
 */
function together(
  values: Series,
  forecasts: readonly Series[],
  fallback: Series,
): { mean: number[]; spread: number[] } {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const neverNegative = values.every((value) => value >= 0)
  const steps = fallback.map((instead, j) => {
    const there = forecasts.map((forecast) => {
      const value = forecast[j] ?? NaN
      const known = Number.isFinite(value) ? value : instead
      return Math.max(-8 * largest, Math.min(8 * largest, known))
    })
    const centre = mean(there)
    return {
      mean: neverNegative ? Math.max(0, centre) : centre,
      spread: rootMeanSquare(there.map((value) => value - centre)),
    }
  })
  return { mean: steps.map((step) => step.mean), spread: steps.map((step) => step.spread) }
}
