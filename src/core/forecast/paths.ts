import type { Forecast } from './forecast.ts'
import { errorQuantile, type Uncertainty } from './interval.ts'

export interface PathOptions {
  readonly paths: number
  /** The same seed gives the same paths. */
  readonly seed: number
  /** True where the series cannot fall below zero. */
  readonly neverNegative: boolean
}

/**
 * Simulated futures of the first `steps` steps. Errors of neighbouring steps go together as they did
 * in the past of many series: a sum over a year would look far too sure if months erred on their own.
 */
export function simulatedPaths(
  { mean, uncertainty }: Pick<Forecast, 'mean' | 'uncertainty'>,
  steps: number,
  { paths, seed, neverNegative }: PathOptions,
): number[][] {
  const points = mean.slice(0, steps)
  if (!uncertainty) return Array.from({ length: paths }, () => [...points])
  const factor = lowerFactor(uncertainty, points.length)
  const normal = normals(seed)
  return Array.from({ length: paths }, () => {
    const own = points.map(() => normal())
    return points.map((point, j) => {
      const row = factor[j] ?? []
      const together = row.reduce((sum, weight, i) => sum + weight * (own[i] ?? 0), 0)
      const value = point + errorQuantile(uncertainty, j, normalProbability(together))
      return neverNegative ? Math.max(0, value) : value
    })
  })
}

/** The sums of simulated paths, smallest first. */
export function simulatedSums(
  forecast: Pick<Forecast, 'mean' | 'uncertainty'>,
  steps: number,
  options: PathOptions,
): number[] {
  return simulatedPaths(forecast, steps, options)
    .map((path) => path.reduce((sum, value) => sum + value, 0))
    .toSorted((a, b) => a - b)
}

/** The share of paths whose remaining sum, with what is already there, reaches the target. */
export function probabilityOfReaching(
  sums: readonly number[],
  target: { readonly soFar: number; readonly value: number; readonly direction: 'up' | 'down' },
): number {
  const needed = target.value - target.soFar
  const kept = sums.filter((sum) => (target.direction === 'up' ? sum >= needed : sum <= needed))
  return kept.length / sums.length
}

/** The Cholesky factor of the error correlation; steps beyond the table correlate as its last do. */
function lowerFactor({ table }: Uncertainty, steps: number): number[][] {
  const known = table.correlation.length
  const correlation = (i: number, j: number): number => {
    if (i === j) return 1
    if (i < known && j < known) return table.correlation[i]?.[j] ?? 0
    const neighbour = table.correlation[known - 1]?.[known - 2] ?? 0
    return neighbour ** Math.abs(i - j)
  }
  const factor: number[][] = []
  for (let i = 0; i < steps; i++) {
    const row: number[] = []
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : (factor[j] ?? [])
      const explained = row.reduce((sum, weight, k) => sum + weight * (other[k] ?? 0), 0)
      const rest = correlation(i, j) - explained
      row.push(i === j ? Math.sqrt(Math.max(rest, 1e-6)) : rest / (other[j] ?? 1))
    }
    factor.push(row)
  }
  return factor
}

/** Standard normal numbers from a seed, by Box and Muller over the mulberry32 generator. */
function normals(seed: number): () => number {
  let state = seed | 0
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

/** The standard normal distribution function, by Abramowitz and Stegun 7.1.26; error below 2e-7. */
function normalProbability(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const polynomial =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  const tail = 0.5 * polynomial * Math.exp(-x * x)
  return z >= 0 ? 1 - tail : tail
}
