import type { Period } from '../period/period.ts'
import { type SingleTerms, singleTerms } from '../period/single-value.ts'
import type { SignalSeries } from './signals.ts'

/** What was told of one period and, on the same sample, of the same period a year before. */
export interface ToldSample {
  readonly value?: number | undefined
  readonly base?: number | undefined
}

/** What is taken from what in each period: a flow is told cumulatively, of a stock counts what is there. */
export function seriesTerms(
  periods: readonly Period[],
  isFlow: boolean,
): readonly (SingleTerms | undefined)[] {
  return periods.map((plus) => (isFlow ? singleTerms(plus) : { plus }))
}

/** What happened period by period, by the terms of each. */
export function singleSeries(
  periods: readonly (SingleTerms | undefined)[],
  toldAt: (period: Period) => ToldSample | undefined,
): SignalSeries {
  const told = periods.map((terms) => {
    const plus = terms && toldAt(terms.plus)
    return terms?.minus === undefined ? plus : less(plus, toldAt(terms.minus))
  })
  return { values: told.map((one) => one?.value), bases: told.map((one) => one?.base) }
}

function less(plus: ToldSample | undefined, minus: ToldSample | undefined): ToldSample {
  return {
    value: difference(plus?.value, minus?.value),
    base: difference(plus?.base, minus?.base),
  }
}

function difference(plus: number | undefined, minus: number | undefined): number | undefined {
  return plus === undefined || minus === undefined ? undefined : plus - minus
}
