import type { IndicatorVersion } from '#contract/indicator.ts'
import { pivotDimensions, type PivotLayout, pivotLayout } from '#core/indicator/pivot.ts'
import { type Period, samePeriodLastYear, yearOf } from '#core/period/period.ts'
import type { ExplorerSearch } from '../search.ts'
import { monthsOnly } from '../watching/use-period-name.ts'

/** What the table shows: what the address says, and what is usual where it says nothing. */
export interface ExplorerQuestion {
  readonly subject: readonly string[]
  readonly indicator: readonly string[]
  readonly period: readonly Period[]
  readonly layout: PivotLayout
  readonly show: 'value' | 'growth'
  readonly asOf: string | undefined
}

const usualIndicators = ['industrial-output', 'operating-revenue', 'total-profit', 'profit-margin']

/** Without a choice: the main indicators of the whole region in the months of the last year. */
export function explorerQuestion(
  search: ExplorerSearch,
  known: {
    readonly region: string
    readonly library: readonly IndicatorVersion[]
    readonly periods: readonly Period[]
  },
): ExplorerQuestion {
  const codes = new Set(known.library.map(({ definition }) => definition.code))
  const indicator = search.indicator ?? usualIndicators
  return {
    subject: search.subject ?? [`region:${known.region}`],
    // A link may name an indicator that is gone.
    indicator: indicator.filter((code) => codes.has(code)),
    period: search.period ?? quickPeriods(known.periods).thisYear,
    layout: pivotLayout(search.rows ?? [], search.columns ?? []),
    show: search.show ?? 'value',
    asOf: search.asOf,
  }
}

export type QuickPeriods = Readonly<
  Record<'thisYear' | 'twoYears' | 'sameMonth' | 'years', readonly Period[]>
>

/** Stretches that are asked for most, of the periods there are: months of this year, of two, this month of every year, years. */
export function quickPeriods(known: readonly Period[]): QuickPeriods {
  const months = monthsOnly(known)
  const latest = months.at(-1)
  const years = known.filter((period) => period.length === 4)
  if (latest === undefined) return { thisYear: [], twoYears: [], sameMonth: [], years }
  const since = (year: number) => months.filter((period) => yearOf(period) >= year)
  const same = new Set<Period>([latest])
  let at = latest
  for (let back = 0; back < mostYears; back += 1) {
    at = samePeriodLastYear(at)
    same.add(at)
  }
  return {
    thisYear: since(yearOf(latest)),
    twoYears: since(yearOf(latest) - 1),
    sameMonth: months.filter((period) => same.has(period)),
    years,
  }
}

const mostYears = 10

/** The layout after a person chose what stands on one side: the rest goes to the other, nothing is lost. */
export function layoutWith(
  layout: PivotLayout,
  side: 'rows' | 'columns',
  chosen: PivotLayout['rows'],
): PivotLayout {
  const other = side === 'rows' ? layout.columns : layout.rows
  const kept = other.filter((each) => !chosen.includes(each))
  const freed = pivotDimensions.filter((each) => !chosen.includes(each) && !kept.includes(each))
  const rest = [...kept, ...freed]
  return side === 'rows' ? { rows: chosen, columns: rest } : { rows: rest, columns: chosen }
}
