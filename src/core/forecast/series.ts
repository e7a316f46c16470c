import { mean } from '../quantity/mean.ts'

/** Values of equal periods, oldest first. */
export type Series = readonly number[]

export function median(values: Series): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2
}

export function rootMeanSquare(values: Series): number {
  return Math.sqrt(mean(values.map((value) => value * value)))
}

export function differences(values: Series, lag = 1): number[] {
  return values.slice(lag).map((value, t) => value - (values[t] ?? NaN))
}

/** The mean step from first to last value, the slope of a random walk with drift. */
export function drift(values: Series): number {
  return values.length < 2 ? 0 : ((values.at(-1) ?? 0) - (values[0] ?? 0)) / (values.length - 1)
}

/** Intercept and slope of the least-squares line over t = 1 … n. */
export function line(values: Series): { readonly intercept: number; readonly slope: number } {
  const n = values.length
  const middle = (n + 1) / 2
  const level = mean(values)
  let across = 0
  let along = 0
  for (const [i, value] of values.entries()) {
    across += (i + 1 - middle) * (value - level)
    along += (i + 1 - middle) ** 2
  }
  const slope = along === 0 ? 0 : across / along
  return { intercept: level - slope * middle, slope }
}

export function allPositive(values: Series): boolean {
  return values.every((value) => value > 0)
}
