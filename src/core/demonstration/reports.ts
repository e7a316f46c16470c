import { firstTwoMonths, monthPeriod, monthsOf, type Period, yearOf } from '../period/period.ts'
import { type Books, shownAt } from './books.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type ColumnName, columnNames, columns } from './columns.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import { monthIndex } from './rhythm.ts'
import { type Shown, type Slip, slipKey, type SlipFate, withSlip } from './slips.ts'
import { isReported } from './standing.ts'

/** One version of an enterprise's report of a month, as it was handed in. */
export interface DemonstrationReport extends Shown {
  /** Its place in the region's list of enterprises. */
  readonly enterprise: number
  readonly period: Period
  /** 1 is the first; a later one takes its place. */
  readonly version: number
  readonly submittedAt: string
  /** Absent where it was sent back or waits for review. */
  readonly acceptedAt?: string
  readonly isLate: boolean
}

export interface ReportGround {
  readonly seed: number
  readonly enterprises: readonly DemonstrationEnterprise[]
  readonly books: readonly Books[]
  readonly slips: readonly Slip[]
  /** The last period there is; what is wrong in it is still open. */
  readonly last: Period
}

// A few are late often, the others seldom.
const alwaysLate = 0.4
const seldomLate = 0.015
/** Thousand yuan a year. */
const large = 120_000

/** All versions of the reports of a period, in the order of the enterprises. */
export function reportsOf(ground: ReportGround, period: Period): readonly DemonstrationReport[] {
  const slips = new Map(ground.slips.map((slip) => [slipKey(slip.enterprise, slip.period), slip]))
  return ground.enterprises.flatMap((enterprise, index) => {
    const books = ground.books[index]
    if (!books || !isReported(enterprise.standing, period)) return []
    return versionsOf(ground, index, books, period, slips.get(slipKey(index, period)))
  })
}

function versionsOf(
  { seed, last, enterprises }: ReportGround,
  enterprise: number,
  books: Books,
  period: Period,
  slip: Slip | undefined,
): readonly DemonstrationReport[] {
  const chance = chanceOf(seed, 'report', enterprise, period)
  const isLate = slip === undefined && chance.next() < lateness(seed, enterprises, enterprise)
  const right = shownIn(books, period)
  const about = { enterprise, period, isLate }
  if (isLate && period === last) return []
  if (slip) return slipVersions(about, right, slip, books)
  const [first, second] = [at(period, isLate ? 21 : chance.whole(5, 8)), at(period, 10)]
  const acceptedAt = isLate ? at(period, 26) : second
  if (period === last || chance.next() > 0.012) {
    return [{ ...about, version: 1, submittedAt: first, acceptedAt, ...right }]
  }
  const revisedAt = at(nextRound(period), 10)
  return [
    { ...about, version: 1, submittedAt: first, acceptedAt, ...revised(right, chance) },
    { ...about, version: 2, submittedAt: revisedAt, acceptedAt: revisedAt, ...right },
  ]
}

function slipVersions(
  about: Pick<DemonstrationReport, 'enterprise' | 'period' | 'isLate'>,
  right: Shown,
  { kind, fate }: { readonly kind: Slip['kind']; readonly fate: SlipFate },
  books: Books,
): readonly DemonstrationReport[] {
  const { period } = about
  const wrong = withSlip(right, kind, singleMonth(books, period))
  const submittedAt = at(period, 7)
  const first = { ...about, version: 1, submittedAt, ...wrong }
  switch (fate) {
    case 'open':
      return [first]
    case 'returned':
      return [
        first,
        { ...about, version: 2, submittedAt: at(period, 9), acceptedAt: at(period, 10), ...right },
      ]
    case 'accepted': {
      const later = at(nextRound(period), 10)
      return [
        { ...first, acceptedAt: at(period, 10) },
        { ...about, version: 2, submittedAt: later, acceptedAt: later, ...right },
      ]
    }
  }
}

function lateness(
  seed: number,
  enterprises: readonly DemonstrationEnterprise[],
  enterprise: number,
): number {
  // Large enterprises have a statistician.
  if ((enterprises[enterprise]?.output ?? 0) >= large) return 0
  return chanceOf(seed, 'lateness', enterprise).next() < 0.02 ? alwaysLate : seldomLate
}

/** A first version that was a little wrong: output and what hangs on it. */
function revised({ values, base }: Shown, chance: Chance): Shown {
  const factor = 1 + chance.between(0.004, 0.022) * (chance.next() < 0.6 ? -1 : 1)
  const scaled = (value: number): number => Math.round(value * factor)
  return {
    values: {
      ...values,
      output: scaled(values.output),
      sales: scaled(values.sales),
      exports: scaled(values.exports),
      valueAdded: scaled(values.valueAdded),
    },
    base,
  }
}

function shownIn(books: Books, period: Period): Shown {
  const month = monthIndex(yearOf(period), monthsOf(period).to)
  return { values: byName(shownAt(books, month)), base: byName(shownAt(books, month - 12)) }
}

function singleMonth(books: Books, period: Period): Readonly<Record<ColumnName, number>> {
  const month = monthIndex(yearOf(period), monthsOf(period).to)
  return byName(columnNames.map((name) => books[name][month] ?? 0))
}

function byName(values: readonly number[]): Readonly<Record<ColumnName, number>> {
  return Object.fromEntries(columnNames.map((name, index) => [name, values[index] ?? 0])) as Record<
    ColumnName,
    number
  >
}

/** The report after the one of `period`. */
function nextRound(period: Period): Period {
  const [year, to] = [yearOf(period), monthsOf(period).to]
  return to === 12 ? firstTwoMonths(year + 1) : monthPeriod(year, to + 1)
}

/** A working hour of a day of the month after `period`. */
function at(period: Period, day: number): string {
  const [year, to] = [yearOf(period), monthsOf(period).to]
  const [nextYear, month] = to === 12 ? [year + 1, 1] : [year, to + 1]
  return `${monthPeriod(nextYear, month)}-${String(day).padStart(2, '0')}T02:00:00.000Z`
}

/** A value of a column as an exact decimal in the column's unit. */
export function decimalOf(name: ColumnName, value: number): string {
  const { decimals } = columns[name]
  if (decimals === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0')
  const sign = value < 0 ? '-' : ''
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
