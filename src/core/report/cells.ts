import type { Environment } from '../expression/check/step.ts'
import { gap, type Value } from '../expression/value.ts'
import {
  cumulativeMonth,
  type Period,
  previousPeriod,
  yearOf,
  yearsEarlier,
} from '../period/period.ts'
import { type ColumnKind, cellKey, type CellKey, type Form, mainColumn, rowsOf } from './form.ts'

/** What stands in the cells of a report: exact decimals; what is not there is not reported. */
export type Cells = ReadonlyMap<CellKey, string>

/** What is known of the same reporter besides this report. */
export interface Archive {
  /** The cells of this form in an earlier period, as accepted, or as submitted where not yet. */
  readonly cellsOf: (period: Period) => Cells | undefined
  /** A figure that another form of the same period tells, by the name of its row. */
  readonly elsewhere?: (name: string) => number | undefined
}

export interface CellsAt {
  readonly form: Form
  readonly period: Period
  readonly cells: Cells
  readonly archive: Archive
}

/**
 * A report as expressions see it. A row's name is its figure of the period (本年累计 of a flow);
 * 当期 reads the month, 上年同期 the column of last year, 上期 and 往年 what was reported then.
 */
export function environmentOf(at: CellsAt): Environment {
  return seenAs(at, 'main')
}

type Sight = 'main' | 'month' | 'base' | 'base-month'

function seenAs(at: CellsAt, sight: Sight): Environment {
  const { form, period, archive } = at
  return {
    value: (name) => valueAt(at, name, sight),
    when: period,
    shifted: (shift) => {
      if (shift === 'base') return seenAs(at, sight === 'month' ? 'base-month' : 'base')
      if (shift === 'matched') return seenAs(at, sight)
      if (shift === 'year-end') return earlier(at, `${yearOf(period) - 1}-12` as Period, sight)
      const then =
        'years' in shift
          ? yearsEarlier(period, -shift.years)
          : periodsBefore(period, -shift.periods, form)
      return earlier({ ...at, archive }, then, sight)
    },
    read: (reading) => seenAs(at, reading === 'alone' ? monthly(sight) : cumulative(sight)),
    monthsToDate: () => {
      const end = cumulativeMonth(period, form.frequency)
      return end === undefined ? undefined : end.endsWith('M1-2') ? 2 : Number(end.slice(-2))
    },
  }
}

function monthly(sight: Sight): Sight {
  return sight === 'base' || sight === 'base-month' ? 'base-month' : 'month'
}

function cumulative(sight: Sight): Sight {
  return sight === 'base' || sight === 'base-month' ? 'base' : 'main'
}

function earlier(at: CellsAt, period: Period, sight: Sight): Environment | undefined {
  const cells = at.archive.cellsOf(period)
  return cells && seenAs({ ...at, period, cells, archive: { cellsOf: at.archive.cellsOf } }, sight)
}

function periodsBefore(period: Period, count: number, form: Form): Period {
  let reached = period
  for (let left = count; left > 0; left--) reached = previousPeriod(reached, form.frequency)
  return reached
}

function valueAt(at: CellsAt, name: string, sight: Sight): Value {
  const row = rowsOf(at.form).find((each) => each.name === name)
  if (!row)
    return sight === 'main'
      ? (at.archive.elsewhere?.(name) ?? gap('missing', name))
      : gap('missing', name)
  const text = at.cells.get(cellKey(row.code, columnFor(sight, mainColumn(row))))
  return text === undefined ? gap('missing', name) : Number(text)
}

function columnFor(sight: Sight, main: ColumnKind): ColumnKind {
  const isFlow = main !== 'level'
  switch (sight) {
    case 'main':
      return main
    case 'month':
      return isFlow ? 'month' : 'level'
    case 'base':
      return isFlow
        ? main === 'month'
          ? 'month-last-year'
          : 'to-date-last-year'
        : 'level-last-year'
    case 'base-month':
      return isFlow ? 'month-last-year' : 'level-last-year'
  }
}
