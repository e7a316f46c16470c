import { aicc, type Fit, isStationary } from './criterion.ts'
import { minimise } from './minimise.ts'
import { mean } from '../quantity/mean.ts'
import { differences, rootMeanSquare, type Series } from './series.ts'

const orders: readonly (readonly [p: number, q: number])[] = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [0, 2],
  [2, 1],
]

/** ARIMA(p, 1, q), p + q ≤ 3, with or without drift: conditional sum of squares, chosen by AICc. */
export function arima(values: Series, horizon: number): number[] {
  const steps = differences(values)
  const level = mean(steps)
  const scale = rootMeanSquare(steps.map((step) => step - level)) || 1
  const scaled = steps.map((step) => step / scale)
  let best: Fit | undefined
  for (const [p, q] of orders) {
    for (const drift of [false, true]) {
      const fit = arimaFit(scaled, { p, q, drift }, horizon)
      if (fit && (!best || fit.criterion < best.criterion)) best = fit
    }
  }
  let last = values.at(-1) ?? 0
  if (!best) return Array<number>(horizon).fill(last)
  return best.ahead().map((step) => (last += step * scale))
}

interface Order {
  readonly p: number
  readonly q: number
  readonly drift: boolean
}

function arimaFit(steps: Series, order: Order, horizon: number): Fit | undefined {
  const { p, q, drift } = order
  const k = p + q + (drift ? 1 : 0)
  const n = steps.length
  if (n < k + 4) return undefined
  const start = [
    ...Array<number>(p).fill(0.2),
    ...Array<number>(q).fill(-0.2),
    ...(drift ? [mean(steps)] : []),
  ]
  const isDrift = (i: number): boolean => i >= p + q
  const best =
    k === 0
      ? { at: [], value: arimaRun(steps, order, [], 0).squares }
      : minimise((at) => arimaRun(steps, order, at, 0).squares, {
          start,
          step: start.map((_, i) => (isDrift(i) ? 0.2 : 0.25)),
          low: start.map((_, i) => (isDrift(i) ? -5 : -0.98)),
          high: start.map((_, i) => (isDrift(i) ? 5 : 0.98)),
          iterations: 120,
          tolerance: 1e-6,
        })
  if (p === 2 && !isStationary(best.at, 0.98, 0.99)) return undefined
  return {
    criterion: aicc(best.value, n, k),
    ahead: () => arimaRun(steps, order, best.at, horizon).expected,
  }
}

function arimaRun(steps: Series, { p, q, drift }: Order, at: readonly number[], horizon: number) {
  const n = steps.length
  const level = drift ? (at[p + q] ?? 0) : 0
  const values = new Float64Array(n + horizon)
  const errors = new Float64Array(n + horizon)
  values.set(steps)
  let squares = 0
  for (let t = 0; t < n + horizon; t++) {
    let forecast = level
    for (let i = 0; i < Math.min(p, t); i++) {
      forecast += (at[i] ?? 0) * ((values[t - 1 - i] ?? 0) - level)
    }
    for (let i = 0; i < Math.min(q, t); i++) {
      forecast += (at[p + i] ?? 0) * (errors[t - 1 - i] ?? 0)
    }
    if (t < n) {
      const error = (values[t] ?? 0) - forecast
      errors[t] = error
      squares += error * error
    } else values[t] = forecast
  }
  return { squares, expected: Array.from(values.subarray(n)) }
}
