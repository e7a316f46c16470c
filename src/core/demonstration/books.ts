import { type Branch, highTechIndustries } from './branches.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type ColumnName, columnNames, columns } from './columns.ts'
import { type DemonstrationEnterprise } from './enterprises.ts'
import { firstYear, monthIndex, monthOfIndex, yearOfIndex } from './rhythm.ts'
import { type EnterpriseSeries, payShare } from './series.ts'
import { isInBase } from './standing.ts'

/** What each month brings or leaves, by column, as whole numbers of the column's smallest unit. */
export type Books = Readonly<Record<ColumnName, readonly number[]>>

/** Factors that bring the sums of 2025 to what the plan starts from. */
export interface Scale {
  readonly revenue: number
  readonly profit: number
  readonly valueAdded: number
  /** Of high-tech manufacturing, which has a share of its own in the plan. */
  readonly highTechValueAdded: number
  readonly water: number
  readonly employees: number
}

// What the demonstration's plan says of 2025, in the units of the books; 16 % of 205 亿元 are high-tech manufacturing,
// 205 亿元 at 38.0 万元 a head are 53,947 people,
// and 18.5 cubic metres for each ten thousand yuan of value added 37,925,000.
const planned = {
  revenue: 79_000_000,
  profit: 4_740_000,
  valueAdded: 17_220_000,
  highTechValueAdded: 3_280_000,
  water: 37_925_000,
  employees: 53_947,
} as const satisfies Record<keyof Scale, number>

/** The factors for a region: what the plan says over what the series of those in its base add up to. */
export function scaleOf(
  enterprises: readonly DemonstrationEnterprise[],
  series: readonly EnterpriseSeries[],
): Scale {
  const sums = {
    revenue: 0,
    profit: 0,
    valueAdded: 0,
    highTechValueAdded: 0,
    water: 0,
    employees: 0,
  }
  enterprises.forEach(({ standing, branch }, index) => {
    const one = series[index]
    if (!one || !isInBase(standing)) return
    sums.revenue += of2025(one.revenue)
    sums.profit += of2025(one.profit)
    sums[valueAddedOf(branch)] += of2025(one.valueAdded)
    sums.water += of2025(one.water)
    sums.employees += of2025(one.employees) / 12
  })
  return {
    revenue: planned.revenue / sums.revenue,
    profit: planned.profit / sums.profit,
    valueAdded: planned.valueAdded / sums.valueAdded,
    highTechValueAdded: planned.highTechValueAdded / sums.highTechValueAdded,
    water: planned.water / sums.water,
    employees: planned.employees / sums.employees,
  }
}

function valueAddedOf({ industry }: Branch): 'valueAdded' | 'highTechValueAdded' {
  return highTechIndustries.has(industry) ? 'highTechValueAdded' : 'valueAdded'
}

function of2025(months: readonly number[]): number {
  const first = monthIndex(2025, 1)
  return months.slice(first, first + 12).reduce((a, b) => a + b, 0)
}

/**
 * The books of one enterprise. Cost is what revenue leaves after taxes, expenses and profit, so that every
 * identity of the forms holds to the last thousand yuan.
 */
export function booksOf(
  seed: number,
  index: number,
  { branch }: DemonstrationEnterprise,
  { series, scale }: { readonly series: EnterpriseSeries; readonly scale: Scale },
): Books {
  const chance = chanceOf(seed, 'books', index)
  const output = whole(series.output)
  const sales = whole(series.sales)
  const revenue = whole(series.revenue, scale.revenue)
  const employees = whole(series.employees, scale.employees)
  return {
    output,
    sales,
    exports: whole(series.exports).map((value, month) => Math.min(value, sales[month] ?? 0)),
    valueAdded: whole(series.valueAdded, scale[valueAddedOf(branch)]),
    electricity: whole(series.electricity, 100),
    energy: whole(series.energy, 100),
    revenue,
    ...expensesOf(chance, revenue, whole(series.profit, scale.profit)),
    pay: payOf(chance, employees),
    ...stocksOf(chance, series),
    employees,
  }
}

function whole(values: readonly number[], factor = 1): number[] {
  return values.map((value) => Math.round(value * factor))
}

function expensesOf(
  chance: Chance,
  revenue: readonly number[],
  profit: readonly number[],
): Pick<
  Books,
  'cost' | 'taxes' | 'selling' | 'administration' | 'research' | 'finance' | 'profit' | 'vat'
> {
  const share = (low: number, high: number): readonly number[] => {
    const part = chance.between(low, high)
    return revenue.map((value) => Math.round(value * part * chance.between(0.95, 1.05)))
  }
  const taxes = share(0.003, 0.008)
  const selling = share(0.012, 0.035)
  const administration = share(0.02, 0.045)
  const research = share(0.006, 0.032)
  const finance = share(0.002, 0.01)
  const at = (month: number): number =>
    (taxes[month] ?? 0) +
    (selling[month] ?? 0) +
    (administration[month] ?? 0) +
    (research[month] ?? 0) +
    (finance[month] ?? 0)
  const cost = revenue.map((value, month) => value - at(month) - (profit[month] ?? 0))
  return {
    cost,
    taxes,
    selling,
    administration,
    research,
    finance,
    profit,
    vat: share(0.018, 0.038),
  }
}

function payOf(chance: Chance, employees: readonly number[]): readonly number[] {
  const wage = chance.between(6.2, 9.2)
  return employees.map((people, month) => {
    const risen = 1.052 ** (yearOfIndex(month) - firstYear - 5)
    return Math.round(people * wage * risen * payShare(month))
  })
}

function stocksOf(
  chance: Chance,
  series: EnterpriseSeries,
): Pick<
  Books,
  'currentAssets' | 'receivables' | 'inventories' | 'finishedGoods' | 'assets' | 'liabilities'
> {
  const liquid = chance.between(0.48, 0.62)
  const finished = chance.between(0.32, 0.5)
  const receivables = series.receivables.map(Math.round)
  const inventories = series.inventories.map(Math.round)
  const assets = series.assets.map(Math.round)
  const currentAssets = assets.map((value, month) => {
    const tied = (receivables[month] ?? 0) + (inventories[month] ?? 0)
    return Math.round(Math.max(value * liquid, tied * 1.15))
  })
  const all = assets.map((value, month) =>
    Math.max(value, Math.round((currentAssets[month] ?? 0) * 1.3)),
  )
  return {
    currentAssets,
    receivables,
    inventories,
    finishedGoods: inventories.map((value) => Math.round(value * finished)),
    assets: all,
    liabilities: all.map((value, month) => Math.round(value * (series.liabilityRatio[month] ?? 0))),
  }
}

/** What a form shows at the end of a month: cumulative flows, stocks, averages; whole numbers of the smallest unit. */
export function shownAt(books: Books, month: number): readonly number[] {
  const january = month - monthOfIndex(month) + 1
  return columnNames.map((name) => {
    const values = books[name]
    const { kind } = columns[name]
    if (kind === 'stock') return values[month] ?? 0
    let sum = 0
    for (let each = january; each <= month; each++) sum += values[each] ?? 0
    return kind === 'flow' ? sum : Math.round(sum / (month - january + 1))
  })
}
