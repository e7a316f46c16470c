import {
  comparePeriods,
  monthPeriod,
  monthsOf,
  type Period,
  periodsOfYear,
  yearOf,
} from '../period/period.ts'
import { type Books, booksOf, scaleOf } from './books.ts'
import { type DemonstrationEnterprise, demonstrationEnterprises } from './enterprises.ts'
import { type DemonstrationProject, demonstrationProjects } from './projects.ts'
import { type DemonstrationReport, type ReportGround, reportsOf } from './reports.ts'
import { rawSeries } from './series.ts'
import { type Slip, slipsOf } from './slips.ts'
import { type DemonstrationTag, tagsOf } from './tags.ts'
import { type Turn, turnsOf } from './turns.ts'

/** How much of the invented district is made. */
export interface DemonstrationOptions {
  readonly seed: number
  /** 350 is the whole district; fewer make the same totals with fewer, larger enterprises. At least 30. */
  readonly enterprises: number
  /** Calendar months of reports up to the last, 70 of them from January 2021 on. */
  readonly months: number
}

export const usualDemonstration: DemonstrationOptions = { seed: 1, enterprises: 350, months: 70 }

/** The last month of the demonstration's reports. */
export const lastReported = monthPeriod(2026, 10)

/** An invented district, the same to the last digit for the same options. */
export interface Demonstration {
  readonly options: DemonstrationOptions
  /** The periods that are reported, in order. */
  readonly periods: readonly Period[]
  readonly enterprises: readonly DemonstrationEnterprise[]
  /** Of each enterprise, in their order. */
  readonly books: readonly Books[]
  /** Water of each enterprise month by month, in cubic metres. */
  readonly water: readonly (readonly number[])[]
  readonly tags: readonly DemonstrationTag[]
  readonly projects: readonly DemonstrationProject[]
  /** What is planted: troubles of enterprises, and mistakes in reports. */
  readonly turns: readonly Turn[]
  readonly slips: readonly Slip[]
  /** All versions of the reports of a period. */
  readonly reportsOf: (period: Period) => readonly DemonstrationReport[]
}

export function demonstrationOf(options: DemonstrationOptions): Demonstration {
  const { seed } = options
  const periods = periodsOf(options.months)
  const enterprises = demonstrationEnterprises(seed, options.enterprises)
  const turns = turnsOf(seed, enterprises)
  const turnOf = new Map(turns.map((turn) => [turn.enterprise, turn]))
  const series = enterprises.map((enterprise, index) =>
    rawSeries(seed, index, enterprise, turnOf.get(index)),
  )
  const scale = scaleOf(enterprises, series)
  const books = enterprises.flatMap((enterprise, index) => {
    const own = series[index]
    return own ? [booksOf(seed, index, enterprise, { series: own, scale })] : []
  })
  const tags = tagsOf(seed, enterprises)
  const slips = slipsOf(seed, enterprises, turns, periods)
  const ground: ReportGround = { seed, enterprises, books, slips, last: lastReported }
  return {
    options,
    periods,
    enterprises,
    books,
    tags,
    water: series.map(({ water }) => water.map((value) => Math.round(value * scale.water))),
    projects: demonstrationProjects(seed),
    turns,
    slips,
    reportsOf: (period) => reportsOf(ground, period),
  }
}

function periodsOf(months: number): readonly Period[] {
  const last = yearOf(lastReported) * 12 + monthsOf(lastReported).to
  const years = Array.from({ length: 7 }, (_, index) => 2020 + index)
  return years
    .flatMap((year) => periodsOfYear(year, 'month'))
    .filter((period) => {
      const end = yearOf(period) * 12 + monthsOf(period).to
      return period >= '2021' && end > last - months && comparePeriods(period, lastReported) <= 0
    })
}
