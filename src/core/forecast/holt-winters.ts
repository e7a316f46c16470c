import { minimise } from './minimise.ts'
import { additiveIndices, multiplicativeIndices } from './seasonality.ts'
import { line, type Series } from './series.ts'

/**
 * Holt and Winters with a damped trend; multiplicative seasons where values are positive.
 * Undefined for series of less than two cycles and three values.
 */
export function holtWinters(
  values: Series,
  period: number,
  horizon: number,
  multiplicative: boolean,
): number[] | undefined {
  if (values.length < 2 * period + 3) return undefined
  const seasons = multiplicative
    ? multiplicativeIndices(values, period)
    : additiveIndices(values, period)
  const adjusted = values.map((value, t) => {
    const season = seasons[t % period] ?? 0
    return multiplicative ? value / season : value - season
  })
  const start = line(adjusted.slice(0, 2 * period))
  const model = { values, seasons, start, multiplicative }
  const best = minimise((at) => run(model, at, 0).squares, {
    start: [0.3, 0.1, 0.1, 0.95, 0, 1],
    step: [0.3, 0.1, 0.2, -0.05, 0.05, -0.5],
    low: [0.001, 0.0001, 0.0001, 0.8, -0.5, -1],
    high: [0.999, 0.99, 0.99, 0.98, 0.5, 3],
    iterations: 220,
    tolerance: 1e-6,
  })
  return run(model, best.at, horizon).expected
}

interface Model {
  readonly values: Series
  readonly seasons: Series
  readonly start: { readonly intercept: number; readonly slope: number }
  readonly multiplicative: boolean
}

/** The last two parameters shift the initial level (as a share of it) and stretch the initial slope. */
function run(
  { values, seasons: initial, start, multiplicative }: Model,
  [alpha = 0, share = 0, rest = 0, phi = 1, shift = 0, stretch = 1]: readonly number[],
  horizon: number,
) {
  const period = initial.length
  const seasons = [...initial]
  const beta = alpha * share
  const gamma = (1 - alpha) * rest
  let level = start.intercept + shift * Math.abs(start.intercept)
  let slope = start.slope * stretch
  let squares = 0
  for (const [t, value] of values.entries()) {
    const i = t % period
    const season = seasons[i] ?? 0
    const base = level + phi * slope
    const error = value - (multiplicative ? base * season : base + season)
    squares += error * error
    const part = multiplicative ? error / season : error
    level = base + alpha * part
    slope = phi * slope + beta * part
    seasons[i] = season + (gamma * error) / (multiplicative ? Math.max(Math.abs(base), 1e-9) : 1)
  }
  let damped = 0
  const expected = Array.from({ length: horizon }, (_, j) => {
    damped += phi ** (j + 1)
    const season = seasons[(values.length + j) % period] ?? 0
    const base = level + damped * slope
    return multiplicative ? base * season : base + season
  })
  return { squares, expected }
}
