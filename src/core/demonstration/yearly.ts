import {
  monthPeriod,
  monthsOf,
  quarterPeriod,
  samePeriodLastYear,
  yearOf,
  yearPeriod,
} from '../period/period.ts'
import { chanceOf } from './chance.ts'
import type { Demonstration } from './demonstration.ts'
import { monthIndex } from './rhythm.ts'
import { isInBase, isReported } from './standing.ts'
import { afterMonth, type OtherFigure, toldFigures } from './told.ts'

const firstTold = 2021
const lastTold = 2025

// What the plan says of 2025: research in thousand yuan, taxes for each 亩 of land in 万元.
const research2025 = 1_463_000
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
    ...toldFigures(demonstration.periods),
    ...countFigures(demonstration),
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

/** Who stands in the list counts, whether or not the report is in. */
function countFigures({ enterprises, periods }: Demonstration): readonly OtherFigure[] {
  return periods.flatMap((period) =>
    enterprises.flatMap(({ standing }, index) => {
      if (!isReported(standing, period)) return []
      const wasThere = isReported(standing, samePeriodLastYear(period))
      return [
        {
          subject: { kind: 'enterprise' as const, index },
          indicator: 'above-scale-enterprises',
          period,
          value: '1',
          base: wasThere ? '1' : '0',
          at: afterMonth(yearOf(period), monthsOf(period).to, 10),
        },
      ]
    }),
  )
}
