import type { GivenFigure, Subject } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'
import { convertExact } from '../quantity/unit.ts'
import type { Cells } from './cells.ts'
import { cellKey, type Form, lastYearOf, mainColumn, rowsOf } from './form.ts'

/**
 * The figures an accepted report makes known, in the units of their indicators. A required cell that
 * is empty is told as not reported; an optional one is not told at all. [K2]
 */
export function figuresOfReport({
  form,
  period,
  subject,
  cells,
  reference,
  unitOf,
}: {
  readonly form: Form
  readonly period: Period
  readonly subject: Subject
  readonly cells: Cells
  /** Id of the submission. */
  readonly reference: string
  /** The unit of an indicator; undefined for one that is not in the library. */
  readonly unitOf: (indicator: string) => string | undefined
}): readonly GivenFigure[] {
  return rowsOf(form).flatMap((row) => {
    const unit = row.indicator === undefined ? undefined : unitOf(row.indicator)
    if (row.indicator === undefined || unit === undefined) return []
    const column = mainColumn(row)
    const value = cells.get(cellKey(row.code, column))
    if (value === undefined && !row.isRequired) return []
    const before = lastYearOf(column)
    const base = before && cells.get(cellKey(row.code, before))
    return [
      {
        subject,
        indicator: row.indicator,
        period,
        value: value === undefined ? null : inUnit(value, row.unit, unit),
        ...(base !== undefined && { base: inUnit(base, row.unit, unit) }),
        ...(value === undefined && { gap: 'not-reported' as const }),
        source: { kind: 'submission', reference, place: cellKey(row.code, column) },
      },
    ]
  })
}

// A form whose unit does not convert is refused when it is made; a bug must not become a wrong figure.
function inUnit(value: string, from: string, to: string): string {
  const converted = convertExact(value, from, to)
  if (converted === undefined) throw new Error(`no way from ${from} to ${to}`)
  return converted
}
