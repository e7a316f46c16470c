import { aicc, type Fit, isStationary } from './criterion.ts'
import { minimise } from './minimise.ts'
import { differences, rootMeanSquare, type Series } from './series.ts'

const seasonalOrders: readonly (readonly [p: number, q: number, seasonalP: number])[] = [
  [0, 1, 0],
  [1, 1, 0],
  [1, 0, 0],
  [0, 1, 1],
  [2, 1, 0],
]

/**
 * ARIMA(p, 1, q)(P, 1, 1) by conditional sum of squares, chosen by AICc. Undefined for series of
 * less than four cycles.
 */
export function seasonalArima(
  values: Series,
  period: number,
  horizon: number,
): number[] | undefined {
  if (values.length < 4 * period) return undefined
  const steps = differences(differences(values), period)
  if (steps.length < 2 * period) return undefined
  const scale = rootMeanSquare(steps) || 1
  const scaled = steps.map((step) => step / scale)
  let best: Fit | undefined
  for (const order of seasonalOrders) {
    const fit = seasonalFit(scaled, order, period, horizon)
    if (fit && (!best || fit.criterion < best.criterion)) best = fit
  }
  if (!best) return undefined
  const extended = [...values]
  for (const step of best.ahead()) {
    const t = extended.length
    const at = (lag: number): number => extended[t - lag] ?? 0
    extended.push(step * scale + at(1) + at(period) - at(period + 1))
  }
  return extended.slice(values.length)
}

function seasonalFit(
  steps: Series,
  [p, q, seasonalP]: readonly [number, number, number],
  period: number,
  horizon: number,
): Fit | undefined {
  const start = [
    ...Array<number>(p).fill(0.2),
    ...Array<number>(q).fill(-0.4),
    ...Array<number>(seasonalP).fill(0.1),
    -0.5,
  ]
  const run = (at: readonly number[], ahead: number) =>
    seasonalRun(steps, { p, q, seasonalP, period }, at, ahead)
  const best = minimise((at) => run(at, 0).squares, {
    start,
    step: start.map(() => 0.25),
    low: start.map(() => -0.97),
    high: start.map(() => 0.97),
    iterations: 130,
    tolerance: 1e-6,
  })
  if (p === 2 && !isStationary(best.at, Infinity, 0.98)) return undefined
  return {
    criterion: aicc(best.value, steps.length, p + q + seasonalP + 1),
    ahead: () => run(best.at, horizon).expected,
  }
}

interface SeasonalOrder {
  readonly p: number
  readonly q: number
  readonly seasonalP: number
  readonly period: number
}

function seasonalRun(
  steps: Series,
  { p, q, seasonalP, period }: SeasonalOrder,
  at: readonly number[],
  horizon: number,
) {
  const n = steps.length
  const seasonalAr = seasonalP > 0 ? (at[p + q] ?? 0) : 0
  const seasonalMa = at[p + q + seasonalP] ?? 0
  // Zeros before the first value stand for the unknown past and spare every look-back its check.
  const lead = period + Math.max(p, q)
  const values = new Float64Array(lead + n + horizon)
  const errors = new Float64Array(lead + n + horizon)
  values.set(steps, lead)
  let squares = 0
  for (let t = lead; t < lead + n + horizon; t++) {
    let forecast = seasonalAr * (values[t - period] ?? 0) + seasonalMa * (errors[t - period] ?? 0)
    for (let i = 0; i < p; i++) {
      const lag = t - 1 - i
      forecast += (at[i] ?? 0) * ((values[lag] ?? 0) - seasonalAr * (values[lag - period] ?? 0))
    }
    for (let i = 0; i < q; i++) {
      const lag = t - 1 - i
      forecast += (at[p + i] ?? 0) * ((errors[lag] ?? 0) + seasonalMa * (errors[lag - period] ?? 0))
    }
    if (t < lead + n) {
      const error = (values[t] ?? 0) - forecast
      errors[t] = error
      squares += error * error
    } else values[t] = forecast
  }
  return { squares, expected: Array.from(values.subarray(lead + n)) }
}
