import { Decimal } from 'decimal.js'
import { mean } from '../../quantity/mean.ts'
import { finite, gap, sameNumber, type Value } from '../value.ts'

export function sum(numbers: readonly number[]): Value {
  if (numbers.length === 0) return gap('nothing-to-sum')
  return finite(numbers.reduce((total, each) => total + each, 0))
}

export function average(numbers: readonly number[]): Value {
  return numbers.length === 0 ? gap('nothing-to-sum') : finite(mean(numbers))
}

/** Variance with n − 1 (`sample`) or n below. */
export function variance(numbers: readonly number[], sample: boolean): Value {
  const middle = average(numbers)
  const degrees = numbers.length - (sample ? 1 : 0)
  if (typeof middle !== 'number' || degrees < 1) return gap('nothing-to-sum')
  return finite(numbers.reduce((total, each) => total + (each - middle) ** 2, 0) / degrees)
}

/** The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantile(numbers: readonly number[], share: number): Value {
  if (numbers.length === 0) return gap('nothing-to-sum')
  if (!(share >= 0 && share <= 1)) return gap('out-of-range')
  const sorted = numbers.toSorted((a, b) => a - b)
  const position = share * (sorted.length - 1)
  const low = sorted[Math.floor(position)] ?? 0
  const high = sorted[Math.ceil(position)] ?? low
  return finite(low + (high - low) * (position - Math.floor(position)))
}

/** Growth of `now` on `base` in %. A base of zero or below has no growth rate: 扭亏 is said in words. */
export function growth(now: number, base: number): Value {
  if (base === 0) return gap('base-zero')
  if (base < 0) return gap('base-negative')
  return finite((now / base - 1) * 100)
}

/** Yearly growth in % that leads from `start` to `end` in `years`: (end / start)^(1/years) − 1. */
export function yearlyGrowth(end: number, start: number, years: number): Value {
  if (start === 0) return gap('base-zero')
  if (start < 0 || end < 0) return gap('base-negative')
  if (!(years > 0)) return gap('out-of-range')
  return finite(((end / start) ** (1 / years) - 1) * 100)
}

/** The geometric mean of growth rates in %, √((1+g₁)(1+g₂)) − 1 for two: the statistics office's 两年平均. */
export function averageGrowth(rates: readonly number[]): Value {
  const chained = chainedGrowth(rates)
  if (typeof chained !== 'number') return chained
  return finite(((1 + chained / 100) ** (1 / rates.length) - 1) * 100)
}

/** Growth rates in % one after another: Π(1+gᵢ) − 1. Five times −3 % is −14.1 %, not −15 %. */
export function chainedGrowth(rates: readonly number[]): Value {
  if (rates.length === 0) return gap('nothing-to-sum')
  const factor = rates.reduce((product, rate) => product * (1 + rate / 100), 1)
  return factor < 0 ? gap('base-negative') : finite((factor - 1) * 100)
}

/** `part` as a share of `whole`, in %. */
export function share(part: number, whole: number): Value {
  return whole === 0 ? gap('division-by-zero') : finite((part / whole) * 100)
}

/** A total that moved less than this share of itself is shown as ±0.0 %: what contributed to nothing is not said. */
export const leastTotalChange = 0.0005

/** What share of a total's change a part's change is, in %; a gap where the total hardly moved. */
export function contributionTo(partChange: number, total: number, totalBefore: number): Value {
  const change = total - totalBefore
  const moves = Math.abs(change) >= leastTotalChange * Math.abs(totalBefore) && change !== 0
  return moves ? share(partChange, change) : gap('total-unchanged')
}

/** The place of `own` among `all`, the first being 1; equal values share the better place (1, 2, 2, 4). */
export function rankAmong(own: number, all: readonly number[], lowestFirst: boolean): number {
  const sign = lowestFirst ? -1 : 1
  return 1 + all.filter((each) => !sameNumber(each, own) && sign * (each - own) > 0).length
}

/** Rounds half away from zero, on the decimal digits as they are written: 1.005 gives 1.01. */
export function rounded(value: number, digits: number): number {
  return new Decimal(value).toDecimalPlaces(Math.trunc(digits), Decimal.ROUND_HALF_UP).toNumber()
}
