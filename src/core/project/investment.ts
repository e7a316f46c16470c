import { comparePeriods, monthsOf, type Period, yearOf } from '../period/period.ts'
import type { YearPlan } from './project.ts'

/** Invested from January to the end of a month, in ten thousand yuan. */
export interface ToldInvestment {
  readonly period: Period
  readonly value: number
}

/**
 * - `on-time`: at least the share of the year gone (时序进度), which is only a yardstick
 * - `slow`: less, `late`: less than four fifths of it
 */
export type Pace = 'on-time' | 'slow' | 'late'

/** How far the money has gone; what is not known is absent. */
export interface InvestmentProgress {
  /** The last month told. */
  readonly period?: Period
  readonly thisYear?: number
  readonly yearPlan?: number
  /** Of the year's plan, a ratio. */
  readonly yearShare?: number
  /** The share of the year gone at that month. */
  readonly yearGone?: number
  readonly pace?: Pace
  /** Of all years told. */
  readonly sinceStart?: number
  /** Of the total investment, a ratio. */
  readonly totalShare?: number
}

const lateBelow = 0.8

/** The progress of a project in the year of `now`, by what was told of it in any order. */
export function investmentProgress(
  { total, yearPlans }: { readonly total: string; readonly yearPlans: readonly YearPlan[] },
  told: readonly ToldInvestment[],
  now: number,
): InvestmentProgress {
  const inOrder = told.toSorted((a, b) => comparePeriods(a.period, b.period))
  const lastOfYears = new Map(inOrder.map((one) => [yearOf(one.period), one]))
  const sinceStart = [...lastOfYears.values()].reduce((sum, { value }) => sum + value, 0)
  const last = lastOfYears.get(now)
  const planned = yearPlans.find(({ year }) => year === now)
  const yearPlan = planned === undefined ? undefined : Number(planned.amount)
  return {
    ...(inOrder.length > 0 && { sinceStart }),
    ...(inOrder.length > 0 && Number(total) > 0 && { totalShare: sinceStart / Number(total) }),
    ...(yearPlan !== undefined && { yearPlan }),
    ...(last && { period: last.period, thisYear: last.value, yearGone: goneAt(last.period) }),
    ...(last && yearPlan !== undefined && yearPlan > 0 && paceOf(last, yearPlan)),
  }
}

function paceOf(
  { period, value }: ToldInvestment,
  yearPlan: number,
): Pick<InvestmentProgress, 'yearShare' | 'pace'> {
  const yearShare = value / yearPlan
  const due = goneAt(period)
  if (yearShare >= due) return { yearShare, pace: 'on-time' }
  return { yearShare, pace: yearShare < due * lateBelow ? 'late' : 'slow' }
}

function goneAt(period: Period): number {
  return monthsOf(period).to / 12
}
