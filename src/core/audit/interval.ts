/**
 * All values a printed figure may stand for: 155.9 is anything from 155.85 to 155.95. Rules compare
 * intervals, so that rounding alone never accuses anybody.
 */
export interface Interval {
  readonly low: number
  readonly high: number
}

// Binary fractions leave dust in the last digits; two printed figures that touch must count as equal.
const dust = 1e-9

/** How many digits stand behind the decimal point of a printed number. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(printed)?.[1]?.length ?? 0
}

/** The values that round to `value` when it is printed with so many decimals. */
export function rounded(value: number, decimals: number): Interval {
  const half = 0.5 / 10 ** decimals
  return { low: value - half, high: value + half }
}

/** As `rounded`, but the last digits may also have been cut off: 8.6957 printed as 8.69. */
export function roundedOrCut(value: number, decimals: number): Interval {
  const unit = 1 / 10 ** decimals
  return value < 0
    ? { low: value - unit, high: value + unit / 2 }
    : { low: value - unit / 2, high: value + unit }
}

export function exactly(value: number): Interval {
  return { low: value, high: value }
}

export function widened(interval: Interval, by: number): Interval {
  return { low: interval.low - by, high: interval.high + by }
}

export function plus(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high }
}

export function minus(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low }
}

export function times(a: Interval, b: Interval): Interval {
  return spanning([a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high])
}

export function scaled(a: Interval, factor: number): Interval {
  return spanning([a.low * factor, a.high * factor])
}

/** `a / b`; undefined where `b` may be zero. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (b.low <= 0 && b.high >= 0) return undefined
  return times(a, { low: 1 / b.high, high: 1 / b.low })
}

/** The yearly growth, in percent, that leads from `from` to `to` in `years`; both must be positive. */
export function yearlyGrowth(from: Interval, to: Interval, years: number): Interval | undefined {
  if (from.low <= 0 || to.low <= 0 || years <= 0) return undefined
  return {
    low: ((to.low / from.high) ** (1 / years) - 1) * 100,
    high: ((to.high / from.low) ** (1 / years) - 1) * 100,
  }
}

export function sumOf(intervals: readonly Interval[]): Interval {
  return intervals.reduce(plus, exactly(0))
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.low <= b.high + slack(a, b) && b.low <= a.high + slack(a, b)
}

/** The values two overlapping intervals share. */
export function common(a: Interval, b: Interval): Interval {
  const [low, high] = [Math.max(a.low, b.low), Math.min(a.high, b.high)]
  return { low: Math.min(low, high), high: Math.max(low, high) }
}

/** True where every value of `a` is below every value of `b`. */
export function isBelow(a: Interval, b: Interval): boolean {
  return a.high < b.low - slack(a, b)
}

export function middle(interval: Interval): number {
  return (interval.low + interval.high) / 2
}

function spanning(values: readonly number[]): Interval {
  return { low: Math.min(...values), high: Math.max(...values) }
}

function slack(a: Interval, b: Interval): number {
  const sizes = [a.low, a.high, b.low, b.high].filter(Number.isFinite).map(Math.abs)
  return dust * Math.max(1, ...sizes)
}
