import { Decimal } from 'decimal.js'

const Exact = Decimal.clone({ precision: 40 })

/**
 * How a figure stands to its base, the same sample a year before. A base of zero or below has no rate: the field says it in words.
 * Rates are in %, as decimals to thirty digits.
 */
export type Growth =
  | { readonly kind: 'rate'; readonly rate: string }
  | { readonly kind: 'from-zero' }
  | { readonly kind: 'turned-positive' }
  | { readonly kind: 'turned-negative' }
  | { readonly kind: 'loss-narrowed'; readonly by: string }
  | { readonly kind: 'loss-widened'; readonly by: string }
  | { readonly kind: 'unchanged' }

/** 同比 and 累计增速: of exact decimals, both cumulative or both alone. */
export function growthOf(now: string, base: string): Growth {
  const [a, b] = [new Exact(now), new Exact(base)]
  if (a.eq(b)) return { kind: 'unchanged' }
  if (b.isZero()) return { kind: 'from-zero' }
  if (b.isPositive()) {
    return a.isNegative() && !a.isZero()
      ? { kind: 'turned-negative' }
      : { kind: 'rate', rate: percentOf(a.minus(b), b) }
  }
  if (a.isPositive() && !a.isZero()) return { kind: 'turned-positive' }
  const by = percentOf(a.minus(b).abs(), b.abs())
  return a.gt(b) ? { kind: 'loss-narrowed', by } : { kind: 'loss-widened', by }
}

/** 累计增速: what the months of this year add up to against those of the last. */
export function growthToDate(thisYear: readonly string[], lastYear: readonly string[]): Growth {
  return growthOf(Exact.sum(0, ...thisYear).toFixed(), Exact.sum(0, ...lastYear).toFixed())
}

/** The words of statistical releases: 增长7.9%, 下降3.2%, 增长1.2倍, 扭亏为盈, 亏损收窄12.5%. */
export function growthInWords(growth: Growth, decimals: number): string {
  switch (growth.kind) {
    case 'unchanged':
      return '持平'
    case 'from-zero':
      return '上年同期为0'
    case 'turned-positive':
      return '扭亏为盈'
    case 'turned-negative':
      return '由盈转亏'
    case 'loss-narrowed':
      return `亏损收窄${shown(growth.by, decimals)}%`
    case 'loss-widened':
      return `亏损扩大${shown(growth.by, decimals)}%`
    case 'rate':
      return rateInWords(new Exact(growth.rate), decimals)
  }
}

function rateInWords(rate: Decimal, decimals: number): string {
  if (rate.gte(100)) return `增长${shown(rate.div(100), decimals)}倍`
  const text = shown(rate.abs(), decimals)
  if (new Exact(text).isZero()) return '基本持平'
  return `${rate.isNegative() ? '下降' : '增长'}${text}%`
}

/** The difference of two percentages in words: 提高1.2个百分点. It is never “%”. */
export function pointsInWords(now: string, before: string, decimals: number): string {
  const difference = new Exact(now).minus(before)
  const text = shown(difference.abs(), decimals)
  if (new Exact(text).isZero()) return '持平'
  return `${difference.isNegative() ? '下降' : '提高'}${text}个百分点`
}

/** 两年平均: √((1+g₁)(1+g₂)) − 1 of rates in %; as 年均 for any number of them. Undefined where a rate is below −100 %. */
export function averageRate(rates: readonly string[]): string | undefined {
  const factors = rates.map((rate) => new Exact(rate).div(100).plus(1))
  if (factors.length === 0 || factors.some((factor) => factor.isNegative())) return undefined
  const product = factors.reduce((all, factor) => all.times(factor), new Exact(1))
  return rateOf(root(product, factors.length))
}

/** n年年均: (end / start)^(1/n) − 1 in %. Undefined where there is no such rate. */
export function yearlyRate(start: string, end: string, years: number): string | undefined {
  const [first, last] = [new Exact(start), new Exact(end)]
  if (!first.isPositive() || first.isZero() || last.isNegative() || !(years > 0)) return undefined
  return rateOf(root(last.div(first), years))
}

/** Rates in % one after another: Π(1+gᵢ) − 1. Five years of −3 % are −14.1 %, not −15 %. */
export function chainedRate(rates: readonly string[]): string {
  return rateOf(
    rates.reduce((all, rate) => all.times(new Exact(rate).div(100).plus(1)), new Exact(1)),
  )
}

function root(value: Decimal, degree: number): Decimal {
  return value.pow(new Exact(1).div(degree))
}

function rateOf(factor: Decimal): string {
  return factor.minus(1).times(100).toSignificantDigits(30).toFixed()
}

function percentOf(part: Decimal, whole: Decimal): string {
  return part.div(whole).times(100).toSignificantDigits(30).toFixed()
}

function shown(value: Decimal | string, decimals: number): string {
  return new Exact(value).toFixed(decimals, Decimal.ROUND_HALF_UP)
}
