import { Decimal } from 'decimal.js'
import {
  averageRate,
  type Growth,
  growthInWords,
  growthOf,
  pointsInWords,
} from '../indicator/growth.ts'

/** What is known of an indicator for a sentence; exact decimals in its own unit. */
export interface PhraseFacts {
  readonly unit: string
  readonly decimals: number
  /** A rate or an index is told in 百分点 and has no growth of its own. */
  readonly isRate: boolean
  /** Cumulative for a flow. */
  readonly value?: string
  /** 上年同期 on the same sample, and the part of the value it belongs to. */
  readonly base?: string
  readonly matched?: string
  /** The period alone, and the same a year before. */
  readonly single?: string
  readonly singleBase?: string
  /** The period before: its growth tells whether this one is better. */
  readonly before?: { readonly matched: string; readonly base: string }
  /** The same months one year ago, with their own base: for the mean of two years. */
  readonly lastYear?: { readonly matched: string; readonly base: string }
  /** What the plan asks for by now. */
  readonly planned?: string
}

export const phraseKinds = [
  '累计值',
  '当月值',
  '增速',
  '当月增速',
  '增速变化',
  '两年平均',
  '计划值',
  '偏差',
] as const
export type PhraseKind = (typeof phraseKinds)[number]

/** What stands where a figure is not there: it is named as missing, never left out or made up. */
export const missing = '（缺数）'

const rateDecimals = 1

/** An indicator in the words of statistical releases. [R5] */
export function phrase(kind: PhraseKind, facts: PhraseFacts): string {
  switch (kind) {
    case '累计值':
      return amount(facts.value, facts)
    case '当月值':
      return amount(facts.single, facts)
    case '计划值':
      return amount(facts.planned, facts)
    case '增速':
      return growthPhrase(facts, facts.matched ?? facts.value, facts.base)
    case '当月增速':
      return growthPhrase(facts, facts.single, facts.singleBase)
    case '增速变化':
      return changeOfGrowth(facts)
    case '两年平均':
      return twoYears(facts)
    case '偏差':
      return deviationPhrase(facts)
  }
}

function amount(value: string | undefined, { unit, decimals }: PhraseFacts): string {
  if (value === undefined) return missing
  return `${new Decimal(value).toFixed(decimals, Decimal.ROUND_HALF_UP)}${unit}`
}

function growthPhrase(
  { isRate }: PhraseFacts,
  now: string | undefined,
  base: string | undefined,
): string {
  if (now === undefined || base === undefined) return missing
  return isRate
    ? pointsInWords(now, base, rateDecimals)
    : growthInWords(growthOf(now, base), rateDecimals)
}

/** How this period's growth stands to the last one's: 由降转增, 降幅收窄1.2个百分点, 增速回落. */
function changeOfGrowth({ matched, value, base, before }: PhraseFacts): string {
  const now = matched ?? value
  if (now === undefined || base === undefined || !before) return missing
  const [rate, last] = [rateOf(growthOf(now, base)), rateOf(growthOf(before.matched, before.base))]
  if (rate === undefined || last === undefined) return '增速不可比'
  const [a, b] = [rounded(rate), rounded(last)]
  const points = a.minus(b).abs()
  const difference = `${points.toFixed(rateDecimals)}个百分点`
  if (b.isNegative() && !b.isZero() && a.isPositive() && !a.isZero()) return '由降转增'
  if (b.isPositive() && !b.isZero() && a.isNegative() && !a.isZero()) return '由增转降'
  if (points.isZero()) return '增速与上期持平'
  if (a.isNegative()) return `降幅${a.gt(b) ? '收窄' : '扩大'}${difference}`
  return `增速${a.gt(b) ? '提高' : '回落'}${difference}`
}

// Differences are told of figures as they are shown: 5.2 less 4.9 is 0.3 on the page too.
function rounded(rate: string): Decimal {
  return new Decimal(rate).toDecimalPlaces(rateDecimals, Decimal.ROUND_HALF_UP)
}

function rateOf(growth: Growth): string | undefined {
  if (growth.kind === 'unchanged') return '0'
  return growth.kind === 'rate' ? growth.rate : undefined
}

function twoYears({ matched, value, base, lastYear }: PhraseFacts): string {
  const now = matched ?? value
  if (now === undefined || base === undefined || !lastYear) return missing
  const rates = [growthOf(now, base), growthOf(lastYear.matched, lastYear.base)].map(rateOf)
  const known = rates.filter((rate) => rate !== undefined)
  const mean = known.length === 2 ? averageRate(known) : undefined
  if (mean === undefined) return '两年平均增速不可比'
  return `两年平均${growthInWords({ kind: 'rate', rate: mean }, rateDecimals)}`
}

function deviationPhrase({ value, planned, isRate }: PhraseFacts): string {
  if (value === undefined || planned === undefined) return missing
  const difference = new Decimal(value).minus(planned)
  if (isRate) {
    const text = difference.abs().toFixed(rateDecimals)
    if (new Decimal(text).isZero()) return '与规划路径一致'
    return `${difference.isNegative() ? '低于' : '高于'}规划路径${text}个百分点`
  }
  if (new Decimal(planned).isZero()) return '规划路径为0，偏差不可比'
  const share = difference.div(new Decimal(planned).abs()).times(100)
  const text = share.abs().toFixed(rateDecimals)
  if (new Decimal(text).isZero()) return '与规划路径一致'
  return `${share.isNegative() ? '低于' : '高于'}规划路径${text}%`
}
