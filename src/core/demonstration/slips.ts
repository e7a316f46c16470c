import { monthsOf, type Period, samePeriodLastYear, yearOf } from '../period/period.ts'
import { chanceOf } from './chance.ts'
import type { ColumnName } from './columns.ts'
import type { DemonstrationEnterprise } from './enterprises.ts'
import { isReported } from './standing.ts'
import type { Turn } from './turns.ts'

/** What people get wrong when they fill in a form. The enterprise is sound, the report is not. */
export const slipKinds = [
  /** Output and sales in 万元 instead of 千元. */
  'unit-10',
  /** Revenue in yuan. */
  'unit-1000',
  /** Electricity in kilowatt-hours instead of 万千瓦时. */
  'unit-10000',
  /** The single month where the year so far is asked. */
  'below-last-month',
  /** A stock with a minus. */
  'negative',
  /** Exports above sales. */
  'exports-over-sales',
  /** Finished goods above all inventories. */
  'goods-over-inventories',
  /** One expense many times what it ever was. */
  'outlier',
  /** The same period of last year is not what was reported then. */
  'base-differs',
] as const
export type SlipKind = (typeof slipKinds)[number]

export const slipColumns: Readonly<Record<SlipKind, readonly ColumnName[]>> = {
  'unit-10': ['output', 'sales'],
  'unit-1000': ['revenue'],
  'unit-10000': ['electricity'],
  'below-last-month': ['output', 'sales', 'revenue'],
  negative: ['inventories'],
  'exports-over-sales': ['exports'],
  'goods-over-inventories': ['finishedGoods'],
  outlier: ['selling'],
  'base-differs': ['output'],
}

/** What became of a report that was wrong. */
export type SlipFate =
  /** Sent back, corrected and accepted a few days later. */
  | 'returned'
  /** Accepted as it was and corrected with the next month's round. */
  | 'accepted'
  /** Not looked at yet. */
  | 'open'

export interface Slip {
  readonly kind: SlipKind
  readonly enterprise: number
  readonly period: Period
  readonly fate: SlipFate
}

const fates: readonly SlipFate[] = ['open', 'returned', 'returned', 'accepted']
// What would be out of all proportion is never accepted, not even by the sleepiest.
const glaring: ReadonlySet<SlipKind> = new Set(['unit-1000', 'unit-10000', 'negative'])

// In thousand yuan a year: what is wrong or missing in the last month hardly moves the district.
const small = 150_000

/** The slips in the reports of `periods`, spread over small enterprises nothing else happens to. */
export function slipsOf(
  seed: number,
  enterprises: readonly DemonstrationEnterprise[],
  turns: readonly Turn[],
  periods: readonly Period[],
): readonly Slip[] {
  const inTurn = new Set(turns.map(({ enterprise }) => enterprise))
  const chance = chanceOf(seed, 'slips')
  const free = chance
    .shuffled(enterprises.map((enterprise, index) => ({ enterprise, index })))
    .filter(({ enterprise, index }) => {
      const { kind } = enterprise.standing
      return kind === 'steady' && enterprise.output < small && !inTurn.has(index)
    })
    .values()
  return slipKinds.flatMap((kind) =>
    fates.flatMap((fate) => {
      const one = free.next().value
      const period = slipPeriod(kind, fate, periods, (low, high) => chance.whole(low, high))
      if (!one || !period || !isReported(one.enterprise.standing, period)) return []
      const soberFate = fate === 'accepted' && glaring.has(kind) ? 'returned' : fate
      return [{ kind, enterprise: one.index, period, fate: soberFate }]
    }),
  )
}

function slipPeriod(
  kind: SlipKind,
  fate: SlipFate,
  periods: readonly Period[],
  whole: (low: number, high: number) => number,
): Period | undefined {
  if (fate === 'open') return periods.at(-1)
  const possible = periods.slice(0, -1).filter((period) => canShow(kind, period, periods))
  return possible.length === 0 ? undefined : possible[whole(0, possible.length - 1)]
}

/** Whether somebody who knows the reports before could see it. */
function canShow(kind: SlipKind, period: Period, periods: readonly Period[]): boolean {
  // A single month differs from the year so far only after the first report of a year.
  if (kind === 'below-last-month') return monthsOf(period).from > 2
  if (kind === 'base-differs') return periods.includes(samePeriodLastYear(period))
  return true
}

/** What a report shows; the columns by name, whole numbers of their smallest unit. */
export interface Shown {
  readonly values: Readonly<Record<ColumnName, number>>
  readonly base: Readonly<Record<ColumnName, number>>
}

/** A report with the slip in it. `single` is what the month alone brought. */
export function withSlip(
  { values, base }: Shown,
  kind: SlipKind,
  single: Readonly<Record<ColumnName, number>>,
): Shown {
  const changed = (change: Partial<Record<ColumnName, number>>): Shown => ({
    values: { ...values, ...change },
    base,
  })
  switch (kind) {
    case 'unit-10':
      return changed({
        output: Math.round(values.output / 10),
        sales: Math.round(values.sales / 10),
        exports: Math.round(values.exports / 10),
      })
    case 'unit-1000':
      return changed({ revenue: values.revenue * 1000 })
    case 'unit-10000':
      return changed({ electricity: values.electricity * 10_000 })
    case 'below-last-month':
      return changed({
        output: single.output,
        sales: single.sales,
        exports: single.exports,
        revenue: single.revenue,
      })
    case 'negative':
      return changed({ inventories: -values.inventories })
    case 'exports-over-sales':
      return changed({ exports: Math.round(values.sales * 1.18) })
    case 'goods-over-inventories':
      return changed({ finishedGoods: Math.round(values.inventories * 1.32) })
    case 'outlier':
      return changed({ selling: values.selling * 7 })
    case 'base-differs':
      return { values, base: { ...base, output: Math.round(base.output * 0.82) } }
  }
}

/** Slips by report, for looking them up. */
export function slipKey(enterprise: number, period: Period): string {
  return `${enterprise}/${yearOf(period)}/${monthsOf(period).to}`
}
