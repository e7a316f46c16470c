import { Decimal } from 'decimal.js'
import {
  monthsOf,
  type Period,
  previousPeriod,
  samePeriodLastYear,
  yearOf,
} from '../period/period.ts'
import { convertExact } from '../quantity/unit.ts'
import type { Cells } from './cells.ts'
import {
  type CellKey,
  cellKey,
  type Form,
  isAsked,
  lastYearOf,
  mainColumn,
  rowsOf,
} from './form.ts'

/** A figure as the archive knows it, in the unit of its indicator. */
export interface ArchivedFigure {
  readonly value: string | null
  readonly base: string | null
}

/** What is known of an indicator in a period; the unit is the indicator's. */
export type ArchivedFigures = (
  indicator: string,
  period: Period,
) => (ArchivedFigure & { readonly unit: string }) | undefined

/**
 * A form of a past period as it would have been filled in with the figures that are known: for periods
 * whose reports are not kept. What the month alone brought is the difference of cumulative values. [N3]
 */
export function cellsOfFigures(
  form: Pick<Form, 'sections' | 'frequency'>,
  period: Period,
  figures: ArchivedFigures,
): Cells {
  const cells = new Map<CellKey, string>()
  for (const row of rowsOf(form)) {
    if (row.indicator === undefined || row.formula !== undefined) continue
    const main = mainColumn(row)
    const at = (of: Period): string | undefined =>
      inUnitOf(row.unit, figures(row.indicator ?? '', of))
    const value = at(period)
    if (value === undefined) continue
    cells.set(cellKey(row.code, main), value)
    const single = main === 'to-date' ? singleOf(form, period, at) : undefined
    if (row.columns.includes('month') && isAsked('month', period) && single !== undefined) {
      cells.set(cellKey(row.code, 'month'), single)
    }
    const before = lastYearOf(main)
    const base = inUnitOf(row.unit, asBase(figures(row.indicator, period)))
    if (before && base !== undefined) cells.set(cellKey(row.code, before), base)
  }
  return cells
}

function asBase(figure: ReturnType<ArchivedFigures>): ReturnType<ArchivedFigures> {
  return figure && { ...figure, value: figure.base }
}

function inUnitOf(unit: string, figure: ReturnType<ArchivedFigures>): string | undefined {
  return figure?.value == null ? undefined : convertExact(figure.value, figure.unit, unit)
}

function singleOf(
  { frequency }: Pick<Form, 'frequency'>,
  period: Period,
  at: (period: Period) => string | undefined,
): string | undefined {
  const value = at(period)
  if (value === undefined) return undefined
  if (monthsOf(period).from === 1) return value
  const before = previousPeriod(period, frequency)
  const earlier = yearOf(before) === yearOf(period) ? at(before) : undefined
  return earlier === undefined ? undefined : new Decimal(value).minus(earlier).toFixed()
}

/** Last year's columns, from what was told a year ago. [K6] */
export function carriedOver(
  form: Pick<Form, 'sections'>,
  period: Period,
  cellsOf: (period: Period) => Cells | undefined,
): Cells {
  const then = cellsOf(samePeriodLastYear(period))
  const carried = new Map<CellKey, string>()
  if (!then) return carried
  for (const row of rowsOf(form)) {
    if (row.formula !== undefined) continue
    for (const column of row.columns) {
      const before = lastYearOf(column)
      const told = then.get(cellKey(row.code, column))
      const isWanted = before && row.columns.includes(before) && isAsked(column, period)
      if (isWanted && told !== undefined) carried.set(cellKey(row.code, before), told)
    }
  }
  return carried
}
