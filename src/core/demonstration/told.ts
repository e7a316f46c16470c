import {
  comparePeriods,
  monthPeriod,
  type Period,
  quarterPeriod,
  yearPeriod,
} from '../period/period.ts'

/** A figure told beside the monthly reports, as exact decimals in the unit of its indicator. */
export interface OtherFigure {
  /** The place of an enterprise or a project in its list, or the region as a whole. */
  readonly subject:
    | { readonly kind: 'enterprise' | 'project'; readonly index: number }
    | { readonly kind: 'region' }
  readonly indicator: string
  readonly period: Period
  readonly value: string
  readonly base?: string
  /** The moment it became known. */
  readonly at: string
}

const firstTold = 2021

// What bureaus tell of the district as a whole at the end of 2021 to 2025; the last is the base of the plan.
const yearly: Readonly<Record<string, readonly string[]>> = {
  'high-technology-enterprises': ['72', '81', '93', '105', '118'],
  'specialised-enterprises': ['14', '22', '31', '39', '46'],
  'little-giants': ['1', '2', '2', '3', '4'],
  'numerical-control-rate': ['50.2', '52.1', '54.2', '56.1', '58.0'],
  'solid-waste-use-rate': ['90.6', '91.3', '91.9', '92.5', '93.0'],
  'billion-enterprises': ['7', '8', '9', '10', '12'],
  'resident-population': ['71.20', '71.45', '71.62', '71.80', '71.95'],
  'invention-patents': ['243', '271', '304', '339', '374'],
  'enterprises-with-research-institution': ['79', '88', '98', '108', '121'],
}

// What they tell quarter by quarter; the first is the end of 2025, and what a plan counts from its start begins with it.
const quarterly: Readonly<Record<string, readonly string[]>> = {
  'green-factories': ['9', '9', '10', '11'],
  'park-concentration': ['78.0', '78.3', '78.8', '79.3'],
  'digital-transformation-coverage': ['52.0', '54.6', '57.5', '60.0'],
  'smart-factories': ['0', '1', '2', '3'],
  'digital-workshops': ['0', '5', '10', '17'],
  'signed-projects': ['0', '4', '8', '14'],
  'listed-enterprises': ['0', '0', '0', '0'],
}
const quarters = [
  [2025, 4],
  [2026, 1],
  [2026, 2],
  [2026, 3],
] as const

// Cumulative within the year.
const reusedLand: readonly (readonly [
  year: number,
  quarter: number,
  value: string,
  base: string,
])[] = [
  [2026, 1, '52', '40'],
  [2026, 2, '118', '95'],
  [2026, 3, '178', '150'],
]

/** What bureaus tell of the region as a whole. */
export function toldFigures(periods: readonly Period[]): readonly OtherFigure[] {
  const last = periods.at(-1)
  const first = periods[0]
  if (first === undefined || last === undefined) return []
  const isThere = (year: number, month: number): boolean => {
    const end = monthPeriod(year, month)
    return comparePeriods(end, first) >= 0 && comparePeriods(end, last) <= 0
  }
  return [...yearlyFigures(isThere), ...quarterlyFigures(isThere), ...landFigures(isThere)]
}

type IsThere = (year: number, month: number) => boolean

const region = { kind: 'region' } as const

function yearlyFigures(isThere: IsThere): readonly OtherFigure[] {
  return Object.entries(yearly).flatMap(([indicator, values]) =>
    values.flatMap((value, index) => {
      const year = firstTold + index
      if (!isThere(year, 12)) return []
      const base = values[index - 1]
      const about = { subject: region, indicator, period: yearPeriod(year), value }
      return [
        { ...about, ...(base !== undefined && { base }), at: `${year + 1}-03-31T02:00:00.000Z` },
      ]
    }),
  )
}

function quarterlyFigures(isThere: IsThere): readonly OtherFigure[] {
  return Object.entries(quarterly).flatMap(([indicator, values]) =>
    quarters.flatMap(([year, quarter], index) => {
      const value = values[index]
      if (value === undefined || !isThere(year, quarter * 3)) return []
      const period = quarterPeriod(year, quarter)
      return [{ subject: region, indicator, period, value, at: afterMonth(year, quarter * 3, 20) }]
    }),
  )
}

function landFigures(isThere: IsThere): readonly OtherFigure[] {
  return reusedLand
    .filter(([year, quarter]) => isThere(year, quarter * 3))
    .map(([year, quarter, value, base]) => ({
      subject: region,
      indicator: 'reused-land',
      period: quarterPeriod(year, quarter),
      value,
      base,
      at: afterMonth(year, quarter * 3, 20),
    }))
}

/** A working hour of a day of the month after. */
export function afterMonth(year: number, month: number, day: number): string {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${monthPeriod(nextYear, next)}-${String(day).padStart(2, '0')}T02:00:00.000Z`
}
