import {
  decimalsOf,
  exactly,
  type Interval,
  minus,
  overlaps,
  rounded,
  scaled,
  widened,
  yearlyGrowth,
} from './interval.ts'

/** A value in a year, with everything its print allows. */
export interface Dated {
  readonly year: number
  readonly value: number
  readonly range: Interval
}

export interface StatedGrowth {
  readonly value: number
  readonly unit: '%' | '百分点' | 'absolute'
  readonly text?: string
  readonly cumulative?: boolean
}

/**
 * How a stated growth fits two values: as it says, or only when read another way
 * (`period`: as the growth of the whole stretch; `points`: as percentage points a year;
 * `factor`: as a ratio, 150 % for half as much again; `mean`: as the mean of the yearly rates).
 */
export type Reading = 'fits' | 'period' | 'points' | 'factor' | 'none'

export function readingOf(stated: StatedGrowth, from: Dated, to: Dated): Reading {
  const years = to.year - from.year
  const printed = printedGrowth(stated)
  const reads = (growth: Interval | undefined): boolean =>
    growth !== undefined && overlaps(growth, printed)
  if (reads(growthBetween(stated, from, to))) return 'fits'
  if (stated.unit !== '%' || years <= 0) return 'none'
  // [78] in a column headed by % is what a count rises by.
  if (stated.cumulative && isBare(stated.text) && reads(minus(to.range, from.range))) return 'fits'
  if (!stated.cumulative && years > 1 && reads(yearlyGrowth(from.range, to.range, 1)))
    return 'period'
  if (!stated.cumulative && reads(pointsAYear(from, to))) return 'points'
  const yearly = yearlyGrowth(from.range, to.range, years)
  if (yearly && stated.value > 100 && reads({ low: yearly.low + 100, high: yearly.high + 100 }))
    return 'factor'
  return 'none'
}

/** The growth that the two values give, in the unit and for the stretch in which it is stated. */
function growthBetween(stated: StatedGrowth, from: Dated, to: Dated): Interval | undefined {
  const years = stated.cumulative ? 1 : to.year - from.year
  if (years <= 0) return undefined
  if (stated.unit === '%') return yearlyGrowth(from.range, to.range, years)
  return scaled(minus(to.range, from.range), 1 / years)
}

/** The growth that the printed values themselves give, for showing. */
export function growthOfValues(stated: StatedGrowth, from: Dated, to: Dated): number | undefined {
  const plain = ({ year, value }: Dated): Dated => ({ year, value, range: exactly(value) })
  return growthBetween(stated, plain(from), plain(to))?.low
}

/** What a printed growth may stand for; 左右 allows one in the last whole digit more. */
function printedGrowth(stated: StatedGrowth): Interval {
  const digits = /\d+(?:\.\d+)?/.exec(stated.text ?? '')?.[0]
  const decimals = decimalsOf(
    digits !== undefined && Number(digits) === Math.abs(stated.value)
      ? digits
      : String(stated.value),
  )
  const range = rounded(stated.value, decimals)
  if (/以上|超过|高于|不低于/.test(stated.text ?? '')) return { low: range.low, high: Infinity }
  return /左右|约|近/.test(stated.text ?? '')
    ? widened(range, Math.max(0.5, Math.abs(stated.value) / 10))
    : range
}

function isBare(text: string | undefined): boolean {
  return text !== undefined && !/[%％点]/.test(text)
}

function pointsAYear(from: Dated, to: Dated): Interval {
  return scaled(minus(to.range, from.range), 1 / (to.year - from.year))
}
