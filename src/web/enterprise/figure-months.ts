import type { EnterpriseFigure } from '#contract/enterprise.ts'
import { comparePeriods, parsePeriod, type Period } from '#core/period/period.ts'
import { singleValue } from '#core/period/single-value.ts'

/** One period of one indicator, as the table beneath the chart shows it. */
export interface FigureMonth {
  readonly period: Period
  /** As reported: cumulative for flows. */
  readonly value: number | undefined
  readonly base: number | undefined
  /** What the period alone brought; for what is no flow the value itself. */
  readonly single: number | undefined
  readonly singleBase: number | undefined
  readonly gap?: string
}

/** The periods of one indicator in their order, with what each alone brought. */
export function figureMonths(
  figures: readonly EnterpriseFigure[],
  indicator: { readonly code: string; readonly kind: string },
): readonly FigureMonth[] {
  const own = figures.flatMap((figure) => {
    const period = parsePeriod(figure.period)
    return figure.indicator === indicator.code && period ? [{ ...figure, period }] : []
  })
  const values = new Map(own.map(({ period, value }) => [period, value ?? undefined]))
  const bases = new Map(own.map(({ period, base }) => [period, base ?? undefined]))
  const isFlow = indicator.kind === 'flow'
  const alone = (period: Period, of: ReadonlyMap<Period, string | undefined>) =>
    isFlow ? singleValue(period, (each) => of.get(each)) : of.get(period)
  return own
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map(({ period, value, base, gap }) => ({
      period,
      value: numberOf(value ?? undefined),
      base: numberOf(base ?? undefined),
      single: numberOf(alone(period, values)),
      singleBase: numberOf(alone(period, bases)),
      ...(gap !== undefined && { gap }),
    }))
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text)
}

/** 同比: what the value is over its base, less one; undefined where the base is none or not above zero. */
export function growthOf(value: number | undefined, base: number | undefined): number | undefined {
  return value === undefined || base === undefined || base <= 0 ? undefined : value / base - 1
}
