import {
  monthPeriod,
  monthsOf,
  type Period,
  quarterPeriod,
  yearOf,
  yearPeriod,
} from '../period/period.ts'
import { chanceOf } from './chance.ts'
import type { Demonstration } from './demonstration.ts'
import { monthIndex } from './rhythm.ts'
import { isInBase, isReported } from './standing.ts'

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
const lastTold = 2025

// What the plan says of 2025: research in thousand yuan, taxes for each 亩 of land in 万元.
const research2025 = 1_460_000
const taxesPerLand = 18
/** Research grew by 4.1 % a year, revenue by more. */
const researchSlope = 1.041 / 1.085

/** What enterprises tell once a year or quarter: research, land and water. */
export function otherFigures(demonstration: Demonstration): readonly OtherFigure[] {
  return [
    ...researchFigures(demonstration),
    ...landFigures(demonstration),
    ...waterFigures(demonstration),
    ...investmentFigures(demonstration),
    ...regionFigures(demonstration),
    ...growthFigures(demonstration),
  ]
}

function yearsOf({ periods }: Demonstration): readonly number[] {
  const years = [2021, 2022, 2023, 2024, 2025]
  return years.filter((year) => periods.includes(monthPeriod(year, 12)))
}

function yearSum(months: readonly number[], year: number): number {
  const first = monthIndex(year, 1)
  return months.slice(first, first + 12).reduce((a, b) => a + b, 0)
}

function researchFigures(demonstration: Demonstration): readonly OtherFigure[] {
  const { options, enterprises, books } = demonstration
  const weights = enterprises.map(({ branch }, index) => {
    const own = chanceOf(options.seed, 'research', index).between(0.3, 1.7)
    return own * (0.5 + branch.strategic)
  })
  const of = (index: number, year: number): number => {
    const own = books[index]
    return own
      ? yearSum(own.revenue, year) * (weights[index] ?? 0) * researchSlope ** (year - lastTold)
      : 0
  }
  const total = enterprises.reduce(
    (sum, { standing }, index) => sum + (isInBase(standing) ? of(index, lastTold) : 0),
    0,
  )
  const scaled = (index: number, year: number): string =>
    String(Math.round((of(index, year) * research2025) / total))
  return enterprises.flatMap(({ standing }, index) =>
    yearsOf(demonstration)
      .filter((year) => isReported(standing, monthPeriod(year, 12)))
      .map((year) => ({
        subject: { kind: 'enterprise' as const, index },
        indicator: 'research-expenditure',
        period: yearPeriod(year),
        value: scaled(index, year),
        base: scaled(index, year - 1),
        at: `${year + 1}-03-31T02:00:00.000Z`,
      })),
  )
}

function landFigures(demonstration: Demonstration): readonly OtherFigure[] {
  const { options, enterprises, books } = demonstration
  const taxOf = (index: number): number => {
    const own = books[index]
    if (!own) return 0
    return (
      (yearSum(own.vat, lastTold) * 0.95 +
        yearSum(own.taxes, lastTold) +
        yearSum(own.revenue, lastTold) * 0.006) /
      10
    )
  }
  const raw = enterprises.map(
    (_, index) => taxOf(index) * chanceOf(options.seed, 'land', index).between(0.45, 1.9),
  )
  const inBase = (values: (index: number) => number): number =>
    enterprises.reduce(
      (sum, { standing }, index) => sum + (isInBase(standing) ? values(index) : 0),
      0,
    )
  const factor = inBase(taxOf) / taxesPerLand / inBase((index) => raw[index] ?? 0)
  return enterprises.flatMap(({ standing }, index) =>
    yearsOf(demonstration)
      .filter((year) => isReported(standing, monthPeriod(year, 12)))
      .map((year) => ({
        subject: { kind: 'enterprise' as const, index },
        indicator: 'industrial-land',
        period: yearPeriod(year),
        value: Math.max(2, (raw[index] ?? 0) * factor).toFixed(2),
        at: `${year + 1}-03-31T02:00:00.000Z`,
      })),
  )
}

function waterFigures(demonstration: Demonstration): readonly OtherFigure[] {
  const { enterprises, water, periods } = demonstration
  const until = (index: number, year: number, quarter: number): number => {
    const first = monthIndex(year, 1)
    const months = water[index]?.slice(first, first + quarter * 3) ?? []
    return months.reduce((a, b) => a + b, 0)
  }
  const quarters = [2021, 2022, 2023, 2024, 2025, 2026]
    .flatMap((year) => [1, 2, 3, 4].map((quarter) => ({ year, quarter })))
    .filter(({ year, quarter }) => periods.includes(monthPeriod(year, quarter * 3)))
  return enterprises.flatMap(({ standing }, index) =>
    quarters
      .filter(({ year, quarter }) => isReported(standing, monthPeriod(year, quarter * 3)))
      .map(({ year, quarter }) => ({
        subject: { kind: 'enterprise' as const, index },
        indicator: 'water-intake',
        period: quarterPeriod(year, quarter),
        value: String(until(index, year, quarter)),
        base: String(until(index, year - 1, quarter)),
        at: afterMonth(year, quarter * 3, 25),
      })),
  )
}

function investmentFigures({ projects, periods }: Demonstration): readonly OtherFigure[] {
  const [first] = periods
  const last = periods.at(-1)
  if (!first || !last) return []
  return projects.flatMap(({ invested }, index) =>
    invested.flatMap((_, month) => {
      const [year, of] = [2020 + Math.floor(month / 12), (month % 12) + 1]
      const period = monthPeriod(year, of)
      const isTold = year >= firstTold && period >= first.slice(0, 4) && period <= last
      const [value, base] = [
        yearToDate(invested, month),
        month >= 12 ? yearToDate(invested, month - 12) : 0,
      ]
      if (!isTold || (value === 0 && base === 0)) return []
      return [
        {
          subject: { kind: 'project' as const, index },
          indicator: 'industrial-investment',
          period,
          value: String(value),
          base: String(base),
          at: afterMonth(year, of, 10),
        },
      ]
    }),
  )
}

function yearToDate(months: readonly number[], index: number): number {
  return months.slice(index - (index % 12), index + 1).reduce((a, b) => a + b, 0)
}

// What bureaus tell of the district as a whole at the end of 2021 to 2025; the last is the base of the plan.
const told: Readonly<Record<string, readonly string[]>> = {
  'high-technology-enterprises': ['72', '81', '93', '105', '118'],
  'specialised-enterprises': ['14', '22', '31', '39', '46'],
  'little-giants': ['1', '2', '2', '3', '4'],
  'numerical-control-rate': ['50.2', '52.1', '54.2', '56.1', '58.0'],
  'solid-waste-use-rate': ['90.6', '91.3', '91.9', '92.5', '93.0'],
  'green-factories': ['3', '4', '6', '7', '9'],
  'billion-enterprises': ['7', '8', '9', '10', '12'],
  'resident-population': ['71.20', '71.45', '71.62', '71.80', '71.95'],
}

function regionFigures(demonstration: Demonstration): readonly OtherFigure[] {
  return yearsOf(demonstration).flatMap((year) =>
    Object.entries(told).map(([indicator, values]) => ({
      subject: { kind: 'region' as const },
      indicator,
      period: indicator === 'green-factories' ? quarterPeriod(year, 4) : yearPeriod(year),
      value: values[year - firstTold] ?? '0',
      ...(year > firstTold && { base: values[year - firstTold - 1] ?? '0' }),
      at: `${year + 1}-03-31T02:00:00.000Z`,
    })),
  )
}

// Prices of what is made rose by so much in most years: growth at comparable prices is less.
const priceChange = 0.006

/** The growth of value added at comparable prices, which those above the district hand down each month. */
function growthFigures({ enterprises, books, periods }: Demonstration): readonly OtherFigure[] {
  return periods.map((period) => {
    const [year, month] = [yearOf(period), monthsOf(period).to]
    const last = monthIndex(year, month)
    const sumAt = (end: number): number =>
      enterprises.reduce((sum, { standing }, index) => {
        const own = isReported(standing, period) ? books[index] : undefined
        return own ? sum + yearToDate(own.valueAdded, end) : sum
      }, 0)
    const growth = sumAt(last) / sumAt(last - 12) - 1 - priceChange
    return {
      subject: { kind: 'region' as const },
      indicator: 'industrial-value-added-growth',
      period,
      value: (growth * 100).toFixed(1),
      at: afterMonth(year, month, 26),
    }
  })
}

function afterMonth(year: number, month: number, day: number): string {
  const [nextYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${monthPeriod(nextYear, next)}-${String(day).padStart(2, '0')}T02:00:00.000Z`
}
