import { Decimal } from 'decimal.js'
import { chainedRate } from './growth.ts'

const Exact = Decimal.clone({ precision: 40 })

/**
 * 单位增加值能耗升降率 in %: (1 + growth of use) / (1 + real growth of output) − 1, both in %; negative is a fall.
 * Undefined where output fell by everything.
 */
export function intensityChange(useGrowth: string, outputGrowth: string): string | undefined {
  const output = new Exact(outputGrowth).div(100).plus(1)
  if (!output.isPositive() || output.isZero()) return undefined
  const use = new Exact(useGrowth).div(100).plus(1)
  return use.div(output).minus(1).times(100).toSignificantDigits(30).toFixed()
}

/** 累计降低率 in % of yearly changes in %: 1 − Π(1 + rᵢ); five times −3 % is 14.1 %. */
export function cumulativeReduction(changes: readonly string[]): string {
  return new Exact(chainedRate(changes)).neg().toFixed()
}

/** 节能量: (former use per output − use per output now) × output now, at comparable prices. */
export function energySaved(former: string, now: string, output: string): string {
  return new Exact(former).minus(now).times(output).toFixed()
}

/** One industry of the working estimate of real growth. */
export interface DeflatedOutput {
  /** 增加值率 of the base year, in %. */
  readonly valueAddedRate: string
  /** 现价总产值, and last year's of the same sample. */
  readonly output: string
  readonly base: string
  /** 工业生产者出厂价格指数, 上年同期 = 100. */
  readonly priceIndex: string
}

/**
 * 可比价增加值增速 in % by single deflation: Σ rᵢ·(outputᵢ ÷ priceᵢ) / Σ rᵢ·baseᵢ − 1. It is an estimate (测算) and says
 * so wherever it is shown: the official rate is handed down by the statistics office and taken in as data.
 */
export function estimatedRealGrowth(industries: readonly DeflatedOutput[]): string | undefined {
  const weighted = (value: Decimal.Value, rate: string) => new Exact(value).times(rate)
  const base = Exact.sum(0, ...industries.map((each) => weighted(each.base, each.valueAddedRate)))
  if (!base.isPositive() || base.isZero()) return undefined
  if (industries.some(({ priceIndex }) => !new Exact(priceIndex).gt(0))) return undefined
  const now = Exact.sum(
    0,
    ...industries.map(({ output, priceIndex, valueAddedRate }) =>
      weighted(new Exact(output).div(priceIndex).times(100), valueAddedRate),
    ),
  )
  return now.div(base).minus(1).times(100).toSignificantDigits(30).toFixed()
}
