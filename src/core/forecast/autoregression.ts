import { aicc } from './criterion.ts'
import { differences, type Series } from './series.ts'

/** An autoregression of the differences with up to `most` lags, by least squares, chosen by AICc. */
export function autoregression(
  values: Series,
  horizon: number,
  most: number,
): number[] | undefined {
  const steps = differences(values)
  const n = steps.length
  const lags = Math.min(most, Math.floor(n / 4))
  const count = n - lags
  let best: { criterion: number; p: number; drift: boolean; weights: number[] } | undefined
  for (let p = 0; p <= lags; p++) {
    for (const drift of [false, true]) {
      const k = p + (drift ? 1 : 0)
      if (count <= k + 2) continue
      const rows = Array.from({ length: count }, (_, i) => regressors(steps, lags + i, p, drift))
      const goals = steps.slice(lags)
      const weights = leastSquares(rows, goals, drift ? 1 : 0)
      if (!weights) continue
      const squares = goals.reduce(
        (sum, goal, i) => sum + (goal - weigh(rows[i] ?? [], weights)) ** 2,
        0,
      )
      const criterion = aicc(squares, count, k)
      if (!best || criterion < best.criterion) best = { criterion, p, drift, weights }
    }
  }
  if (!best) return undefined
  const extended = [...steps]
  for (let j = 0; j < horizon; j++) {
    extended.push(weigh(regressors(extended, n + j, best.p, best.drift), best.weights))
  }
  let last = values.at(-1) ?? 0
  return extended.slice(n).map((step) => (last += step))
}

function regressors(steps: Series, t: number, p: number, drift: boolean): number[] {
  const lagged = Array.from({ length: p }, (_, i) => steps[t - 1 - i] ?? 0)
  return drift ? [1, ...lagged] : lagged
}

function weigh(row: Series, weights: Series): number {
  return row.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
}

/** Normal equations by Gaussian elimination; `fixed` leading columns are not ridged. */
function leastSquares(rows: readonly Series[], goals: Series, fixed: number): number[] | undefined {
  const k = rows[0]?.length ?? 0
  const system = Array.from({ length: k }, (_, i) => {
    const row = Array.from({ length: k + 1 }, (_, j) =>
      rows.reduce((sum, x, t) => sum + (x[i] ?? 0) * (j < k ? (x[j] ?? 0) : (goals[t] ?? 0)), 0),
    )
    if (i >= fixed) row[i] = (row[i] ?? 0) * (1 + 1e-9)
    return row
  })
  for (let i = 0; i < k; i++) {
    const pivot = system
      .slice(i)
      .reduce((a, b) => (Math.abs(b[i] ?? 0) > Math.abs(a[i] ?? 0) ? b : a))
    const head = pivot[i] ?? 0
    if (Math.abs(head) < 1e-14) return undefined
    system[system.indexOf(pivot)] = system[i] ?? pivot
    system[i] = pivot
    for (const row of system.slice(i + 1)) {
      const factor = (row[i] ?? 0) / head
      for (let j = i; j <= k; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  const weights = Array<number>(k).fill(0)
  for (let i = k - 1; i >= 0; i--) {
    const row = system[i] ?? []
    let rest = row[k] ?? 0
    for (let j = i + 1; j < k; j++) rest -= (row[j] ?? 0) * (weights[j] ?? 0)
    weights[i] = rest / (row[i] ?? 1)
  }
  return weights
}
