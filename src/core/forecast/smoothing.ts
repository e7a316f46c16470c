import { minimise } from './minimise.ts'
import { line, type Series } from './series.ts'

interface Smoothing {
  readonly alpha: number
  readonly beta: number
  readonly phi: number
  readonly trend: boolean
}

interface Smoothed {
  readonly squares: number
  /** Level and slope after the last value. */
  readonly level: number
  readonly slope: number
}

/**
 * Runs linear exponential smoothing with the best initial level and slope. The errors are linear in
 * the initial states, so these come from least squares and only the smoothing parameters are searched.
 */
function smoothed(values: Series, { alpha, beta, phi, trend }: Smoothing): Smoothed {
  const run = (scale: number, level: number, slope: number) => {
    const errors = new Float64Array(values.length)
    for (let t = 0; t < errors.length; t++) {
      const expected = level + phi * slope
      const error = scale * (values[t] ?? 0) - expected
      errors[t] = error
      level = expected + alpha * error
      slope = phi * slope + beta * error
    }
    return { errors, level, slope }
  }
  const own = run(1, 0, 0)
  const unitLevel = run(0, 1, 0)
  if (!trend) {
    const weight = dot(unitLevel.errors, unitLevel.errors)
    const level0 = weight ? -dot(unitLevel.errors, own.errors) / weight : (values[0] ?? 0)
    return {
      squares: squaresOf(own.errors, [[level0, unitLevel.errors]]),
      level: own.level + level0 * unitLevel.level,
      slope: 0,
    }
  }
  const unitSlope = run(0, 0, 1)
  const a = dot(unitLevel.errors, unitLevel.errors)
  const b = dot(unitLevel.errors, unitSlope.errors)
  const c = dot(unitSlope.errors, unitSlope.errors)
  const p = -dot(unitLevel.errors, own.errors)
  const q = -dot(unitSlope.errors, own.errors)
  // A whisper of ridge keeps the two states apart where the data do not.
  const ridge = 1e-9 * (a + c)
  const determinant = (a + ridge) * (c + ridge) - b * b
  const level0 = (p * (c + ridge) - b * q) / determinant
  const slope0 = ((a + ridge) * q - b * p) / determinant
  return {
    squares: squaresOf(own.errors, [
      [level0, unitLevel.errors],
      [slope0, unitSlope.errors],
    ]),
    level: own.level + level0 * unitLevel.level + slope0 * unitSlope.level,
    slope: own.slope + level0 * unitLevel.slope + slope0 * unitSlope.slope,
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function squaresOf(
  errors: Float64Array,
  terms: readonly (readonly [weight: number, errors: Float64Array])[],
): number {
  let sum = 0
  for (let i = 0; i < errors.length; i++) {
    let error = errors[i] ?? 0
    for (const [weight, part] of terms) error += weight * (part[i] ?? 0)
    sum += error * error
  }
  return sum
}

/** Simple exponential smoothing: the last level, repeated. */
export function simpleSmoothing(values: Series, horizon: number): number[] {
  const at = (alpha: number) => smoothed(values, { alpha, beta: 0, phi: 1, trend: false })
  return Array<number>(horizon).fill(at(bestAlpha((alpha) => at(alpha).squares)).level)
}

/** A coarse grid, then golden section around its best point. */
function bestAlpha(cost: (alpha: number) => number): number {
  let best = 0.5
  let lowest = Infinity
  for (let alpha = 0.02; alpha < 1; alpha += 0.07) {
    const value = cost(alpha)
    if (value < lowest) [lowest, best] = [value, alpha]
  }
  const golden = (Math.sqrt(5) - 1) / 2
  let low = Math.max(0.001, best - 0.07)
  let high = Math.min(0.999, best + 0.07)
  let left = high - golden * (high - low)
  let right = low + golden * (high - low)
  let [leftCost, rightCost] = [cost(left), cost(right)]
  for (let round = 0; round < 18; round++) {
    if (leftCost < rightCost) {
      ;[high, right, rightCost] = [right, left, leftCost]
      left = high - golden * (high - low)
      leftCost = cost(left)
    } else {
      ;[low, left, leftCost] = [left, right, rightCost]
      right = low + golden * (high - low)
      rightCost = cost(right)
    }
  }
  return (low + high) / 2
}

/** Holt's linear trend, damped (Gardner and McKenzie 1985). */
export function dampedTrend(values: Series, horizon: number): number[] {
  const parameters = ([alpha = 0, share = 0, phi = 1]: readonly number[]): Smoothing => ({
    alpha,
    beta: alpha * share,
    phi,
    trend: true,
  })
  const search = (start: readonly number[], step: readonly number[]) =>
    minimise((at) => smoothed(values, parameters(at)).squares, {
      start,
      step,
      low: [0.001, 0.0001, 0.8],
      high: [0.999, 0.999, 0.98],
      iterations: 120,
      tolerance: 1e-6,
    })
  const calm = search([0.3, 0.1, 0.95], [0.3, 0.2, -0.05])
  const quick = search([0.8, 0.05, 0.95], [-0.3, 0.1, -0.05])
  const best = parameters((quick.value < calm.value ? quick : calm).at)
  const { level, slope } = smoothed(values, best)
  let damped = 0
  return Array.from({ length: horizon }, (_, j) => {
    damped += best.phi ** (j + 1)
    return level + damped * slope
  })
}

/**
 * The theta method of Assimakopoulos and Nikolopoulos (2000): the mean of the trend line and of
 * simple smoothing on the series with twice its curvature.
 */
export function theta(values: Series, horizon: number): number[] {
  const { intercept, slope } = line(values)
  const curved = values.map((value, i) => 2 * value - (intercept + slope * (i + 1)))
  const level = simpleSmoothing(curved, horizon)
  return level.map((value, j) => (intercept + slope * (values.length + j + 1) + value) / 2)
}
