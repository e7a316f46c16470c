import { monthsOf, periodKind, type Period, yearOf } from '../period/period.ts'
import type { Cells } from '../report/cells.ts'
import { cellKey, type CellKey, type Form, lastYearOf, mainColumn, rowsOf } from '../report/form.ts'
import { type ColumnName, columnNames, columns } from './columns.ts'
import type { Demonstration } from './demonstration.ts'
import { decimalOf, type DemonstrationReport } from './reports.ts'
import { monthIndex } from './rhythm.ts'
import { slipColumns, type SlipKind, slipKey } from './slips.ts'

/** A report of the invented district as it stands in the cells of a form; rows it knows nothing of stay empty. */
export function formCells(
  form: Pick<Form, 'sections'>,
  demonstration: Demonstration,
  report: DemonstrationReport,
): Cells {
  const singles = singlesOf(demonstration, report)
  const cells = new Map<CellKey, string>()
  for (const row of rowsOf(form)) {
    if (row.formula !== undefined) continue
    const main = mainColumn(row)
    const put = (column: typeof main | undefined, value: string | undefined): void => {
      if (column && row.columns.includes(column) && value !== undefined) {
        cells.set(cellKey(row.code, column), value)
      }
    }
    const tell = told(row.indicator ?? row.name)
    if (!tell) continue
    put(main, tell(report.values))
    put(lastYearOf(main), tell(report.base))
    if (singles && main === 'to-date') {
      put('month', tell(singles.now))
      put('month-last-year', tell(singles.before))
    }
  }
  return cells
}

type Amounts = Readonly<Record<ColumnName, number>>
type Tell = (amounts: Amounts) => string | undefined

const byCode: ReadonlyMap<string, ColumnName> = new Map(
  columnNames.map((name) => [columns[name].code, name]),
)

/** How a row is told: as a column of the books, or as what follows from them. */
function told(indicator: string): Tell | undefined {
  const name = byCode.get(indicator)
  if (name) return (amounts) => decimalOf(name, amounts[name])
  switch (indicator) {
    case 'owners-equity':
      return ({ assets, liabilities }) => String(assets - liabilities)
    // The books know nothing beside the operation.
    case 'operating-profit':
      return ({ profit }) => String(profit)
    case '其他燃料消费量':
      return otherFuel
    default:
      return undefined
  }
}

// 吨标准煤 in hundredths, by the coefficient of the form; electricity is in hundredths of 万千瓦时.
const electricityCoefficient = 1.229

function otherFuel({ energy, electricity }: Amounts): string | undefined {
  const rest = Math.round(energy - electricity * electricityCoefficient)
  return rest >= 0 ? decimalOf('energy', rest) : undefined
}

/** What the month alone brought, this year and last; a slip of units is made in every column. */
function singlesOf(
  { books, slips }: Demonstration,
  { enterprise, period, version }: DemonstrationReport,
): { readonly now: Amounts; readonly before: Amounts } | undefined {
  const own = books[enterprise]
  if (!own || periodKind(period) === 'first-two-months') return undefined
  const slip = slips.find(
    (one) => slipKey(one.enterprise, one.period) === slipKey(enterprise, period),
  )
  const kind = version === 1 ? slip?.kind : undefined
  const month = indexOf(period)
  const at = (index: number, wrong: SlipKind | undefined): Amounts =>
    Object.fromEntries(
      columnNames.map((name) => [name, scaled(own[name][index] ?? 0, name, wrong)]),
    ) as Amounts
  return { now: at(month, kind), before: at(month - 12, undefined) }
}

function indexOf(period: Period): number {
  return monthIndex(yearOf(period), monthsOf(period).to)
}

const unitSlips: Readonly<Partial<Record<SlipKind, number>>> = {
  'unit-10': 0.1,
  'unit-1000': 1000,
  'unit-10000': 10_000,
}

function scaled(value: number, name: ColumnName, slip: SlipKind | undefined): number {
  const factor = slip && slipColumns[slip].includes(name) ? unitSlips[slip] : undefined
  return factor === undefined ? value : Math.round(value * factor)
}
