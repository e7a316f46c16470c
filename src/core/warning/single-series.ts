import type { Period } from '../period/period.ts'
import { singleTerms } from '../period/single-value.ts'
import type { SignalSeries } from './signals.ts'

/** What was told of one period and, on the same sample, of the same period a year before. */
export interface ToldSample {
  readonly value?: number | undefined
  readonly base?: number | undefined
}

/**
 * What happened period by period: of a flow, which is told cumulatively, the differences; of a stock
 * what is there.
 */
export function singleSeries(
  periods: readonly Period[],
  toldAt: (period: Period) => ToldSample | undefined,
  isFlow: boolean,
): SignalSeries {
  const told = periods.map((period) => {
    const terms = isFlow ? singleTerms(period) : { plus: period }
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
