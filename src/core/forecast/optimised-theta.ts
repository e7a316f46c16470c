import { minimise } from './minimise.ts'
import { mean } from '../quantity/mean.ts'
import { type Series } from './series.ts'

export interface ThetaForecast {
  readonly mean: number[]
  /** One-step errors over the series; the first is 0. */
  readonly errors: number[]
}

interface Parameters {
  readonly level: number
  readonly alpha: number
  readonly theta: number
}

/**
 * The dynamic optimised theta model of Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler
 * (2016): the trend line is re-estimated at every step, and level, smoothing and theta are searched.
 */
export function optimisedTheta(values: Series, horizon: number): ThetaForecast {
  const first = values[0] ?? 0
  const scale = Math.abs(mean(values)) || 1
  const parameters = ([level = 0, alpha = 0.5, theta = 2]: readonly number[]): Parameters => ({
    level: level * scale,
    alpha,
    theta,
  })
  const best = minimise((at) => run(values, parameters(at), 0).squares, {
    start: [first / scale / 2, 0.5, 2],
    step: [0.5, -0.3, 1],
    low: [-1e3, 0.05, 1],
    high: [1e3, 0.99, 50],
    iterations: 250,
    tolerance: 1e-7,
  })
  const { expected, errors } = run(values, parameters(best.at), horizon)
  return { mean: expected, errors }
}

/** State of the model after t values: smoothed level, running mean and the line's two parts. */
function run(values: Series, { level: level0, alpha, theta }: Parameters, horizon: number) {
  const n = values.length
  const first = values[0] ?? 0
  const weight = 1 - 1 / theta
  const errors: number[] = horizon > 0 ? [0] : []
  const expected: number[] = []
  let squares = 0
  let level = alpha * first + (1 - alpha) * level0
  let average = first
  let intercept = first
  let slope = 0
  let decay = 1 - alpha
  for (let t = 2; t <= n + horizon; t++) {
    const next = decay * (1 - alpha)
    const forecast = level + weight * (decay * intercept + ((1 - next) / alpha) * slope)
    const value = t <= n ? (values[t - 1] ?? 0) : forecast
    if (t <= n) {
      squares += (value - forecast) ** 2
      if (horizon > 0) errors.push(value - forecast)
    } else expected.push(forecast)
    level = alpha * value + (1 - alpha) * level
    const before = average
    average = ((t - 1) * average + value) / t
    slope = ((t - 2) * slope + (6 * (value - before)) / t) / (t + 1)
    intercept = average - (slope * (t + 1)) / 2
    decay = next
  }
  return { squares, expected, errors }
}
