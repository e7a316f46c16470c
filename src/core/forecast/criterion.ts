/** Corrected information criterion of Hurvich and Tsai for `k` parameters besides the variance. */
export function aicc(squares: number, count: number, k: number): number {
  const parameters = k + 1
  return (
    count * Math.log(Math.max(squares, 1e-12) / count) +
    2 * parameters +
    (2 * parameters * (parameters + 1)) / Math.max(1, count - parameters - 1)
  )
}

/** A fitted candidate: its criterion, and its forecast when it is the one chosen. */
export interface Fit {
  readonly criterion: number
  readonly ahead: () => number[]
}

/** Whether an autoregression of two lags dies out, with some room to the edge. */
export function isStationary(
  [a = 0, b = 0]: readonly number[],
  single: number,
  edge: number,
): boolean {
  return Math.abs(b) < single && a + b < edge && b - a < edge
}
