import type { Frequency, Period } from '../period/period.ts'

/** Which way is good: 产值 up, 能耗 down, 资产负债率 keep within bounds. */
export type Direction = 'up' | 'down' | 'keep'

/**
 * What a figure is: a `stock` stands at a moment (资产总计), a `flow` runs over a period (营业收入), a `rate` is a ratio
 * of two others (利润率, 增速, 强度), an `index` has a base of 100 or is scored, a `count` says how many there are at a moment (户数).
 */
export type IndicatorKind = 'stock' | 'flow' | 'rate' | 'index' | 'count'

/** How a figure of a whole comes from its parts: added up, not at all (given by those who publish it), or from the sums its formula names. */
export type OverSpace = 'sum' | 'none' | 'ratio'

/**
 * How figures of a year come from those within: `cumulative` runs from January (the native grain of flows is 本年累计
 * at the end of the period), `end` is the last one, `average` the mean of them, `none` cannot be had from them.
 */
export type OverTime = 'cumulative' | 'end' | 'average' | 'none'

/** One version of what an indicator is. Figures of `from` to `to` are read by it. */
export interface IndicatorDefinition {
  /** Kebab-case English, e.g. `industrial-output`; it never changes. */
  readonly code: string
  /** The name of the field, which formulas use too. */
  readonly name: string
  readonly englishName: string
  /** Canonical spelling, as `src/core/quantity/unit.ts` reads it: 万元, %, 吨标准煤/万元. */
  readonly unit: string
  /** Digits shown after the point. */
  readonly decimals: number
  readonly direction: Direction
  readonly kind: IndicatorKind
  readonly frequency: Frequency
  readonly overSpace: OverSpace
  readonly overTime: OverTime
  /** In the language of `src/core/expression`, over names of other indicators; absent where figures are reported. */
  readonly formula?: string
  /** The form, law or office the figure comes from: 一套表 B203-1 财务状况. */
  readonly source: string
  /** What is counted, in words. */
  readonly definition: string
  /** The standard or document that defines it. */
  readonly standard?: string
  /** First and last period this version holds for, both included; absent is open. */
  readonly from?: Period
  readonly to?: Period
  /** Other names people write for the same thing, with the same scope. */
  readonly aliases: readonly string[]
  /** Code of the row in the form it is reported by; these change with editions, so they are data. */
  readonly formCode?: string
  /** How sure code, source or standard are; absent is high. */
  readonly confidence?: 'medium' | 'low'
}

/** A library is a list of versions: several of one code follow each other in time. */
export type IndicatorLibrary = readonly IndicatorDefinition[]
