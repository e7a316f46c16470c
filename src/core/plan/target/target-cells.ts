import type { Cell } from '../../document/document.ts'
import type { Quantity } from '../../quantity/quantity.ts'
import { type CellReading, readCell } from '../../quantity/read-cell.ts'
import { canonicalUnit } from '../../quantity/printed-unit.ts'
import type { Baseline, Growth, Milestone } from '../plan.ts'
import type { GrowthColumn, YearColumn } from './target-columns.ts'
import type { PlanPeriod } from './target-time.ts'

/** What a cell promises for the year of its column; nothing where it is blank or states growth only. */
export function milestoneOf(
  cell: Cell | undefined,
  column: YearColumn,
  unit: string | undefined,
  name: string,
): readonly Milestone[] {
  if (!cell) return []
  const reading = readCell(cell.text, unit)
  if (reading.kind === 'blank') return []
  if (reading.kind === 'words') {
    return [
      {
        year: column.year,
        kind: 'level',
        op: '=',
        text: reading.text,
        ...(unit !== undefined && { unit }),
      },
    ]
  }
  if (reading.isAnnual && reading.isChange) return []
  return [
    { year: column.year, kind: kindOf(reading, name, unit), ...inUnit(reading.quantity, unit) },
  ]
}

// A column of % says so once; cells that print 个百分点 or another unit keep their own.
function inUnit(quantity: Quantity, unit: string | undefined): Quantity {
  const isSame =
    unit !== undefined &&
    quantity.unit !== undefined &&
    canonicalUnit(unit) === canonicalUnit(quantity.unit)
  return isSame ? { ...quantity, unit } : quantity
}

function kindOf(
  reading: Extract<CellReading, { kind: 'quantity' }>,
  name: string,
  unit: string | undefined,
): Milestone['kind'] {
  if (reading.isCumulative || /累计|新增|净增|\[|〔/.test(name) || /累计/.test(unit ?? ''))
    return 'cumulative'
  if (reading.isChange || /(?:下降|降低|减少|削减)(?:率|幅度|比例)?$/.test(name)) return 'change'
  return 'level'
}

/** The yearly growth a cell of a year's column states: 年均增长8%. */
export function annualIn(
  cell: Cell | undefined,
  column: YearColumn,
  unit: string | undefined,
  period: PlanPeriod,
): readonly Growth[] {
  const reading = cell ? readCell(cell.text, unit) : undefined
  if (reading?.kind !== 'quantity' || !reading.isAnnual || !reading.isChange) return []
  return [growthFrom(reading, period.start - 1, column.year, false)]
}

// A share that grows by 0.8 grows by 百分点, unless the cell prints %.
function inPoints<R extends { readonly quantity: Quantity }>(
  reading: R,
  unit: string | undefined,
): R {
  const isShare = unit === '%' && reading.quantity.unit === undefined
  return isShare ? { ...reading, quantity: { ...reading.quantity, unit: '百分点' } } : reading
}

/** What a cell of a column of growth states, from the year of the base on. */
export function growthOf(
  cell: Cell | undefined,
  column: GrowthColumn,
  from: number,
  unit: string | undefined,
): readonly Growth[] {
  const reading = readCell(cell?.text ?? '')
  if (reading.kind !== 'quantity') return []
  const isCumulative = column.isCumulative || reading.isCumulative
  return [growthFrom(inPoints(reading, unit), from, column.to, isCumulative)]
}

function growthFrom(
  { quantity }: Extract<CellReading, { kind: 'quantity' }>,
  from: number,
  to: number,
  isCumulative: boolean,
): Growth {
  const unit =
    quantity.unit === undefined || quantity.unit === '%'
      ? '%'
      : /百分点/.test(quantity.unit)
        ? '百分点'
        : 'absolute'
  return {
    from,
    to,
    value: quantity.value ?? 0,
    unit,
    text: quantity.text,
    ...(isCumulative && { cumulative: true }),
  }
}

/** A rise over the whole stretch that leads from base to goal when added is an amount, whatever its head says. */
export function asRise(
  growth: Growth,
  baseline: Baseline | undefined,
  milestones: readonly Milestone[],
): Growth {
  const goal = milestones.find(({ year }) => year === growth.to)?.value
  const base = baseline?.value
  if (growth.unit !== '%' || !growth.cumulative || growth.text?.includes('%')) return growth
  if (goal === undefined || base === undefined) return growth
  const isSum = Math.abs(base + growth.value - goal) <= Math.abs(goal) * 1e-9
  return isSum ? { ...growth, unit: 'absolute' } : growth
}

/** Where a target starts from. */
export function baselineOf(
  cell: Cell | undefined,
  { year }: YearColumn,
  unit: string | undefined,
): Baseline | undefined {
  const reading = readCell(cell?.text ?? '', unit)
  if (reading.kind === 'blank') return undefined
  if (reading.kind === 'words') return { year, text: reading.text }
  const { value, text } = reading.quantity
  return { year, ...(value !== undefined && { value }), text }
}
