import type { ReportSheet } from '#contract/collection.ts'
import type { Period } from '#core/period/period.ts'
import {
  type CellKey,
  cellKey,
  columnKinds,
  type ColumnKind,
  isAsked,
  isLastYear,
  mainColumn,
  rowsOf,
} from '#core/report/form.ts'

/** A column of the sheet: one cell of the form, for every reporter. */
export interface SheetColumn {
  readonly cell: CellKey
  readonly code: string
  readonly name: string
  readonly kind: ColumnKind
  readonly unit: string
  /** The indicator the row feeds, and the cell its figure is taken from. */
  readonly feeds?: { readonly indicator: string; readonly cell: CellKey }
}

/** What is typed, form row by form row; what is computed stands in no sheet, last year only where it is wanted. */
export function sheetColumns(
  form: ReportSheet['form'],
  period: Period,
  withLastYear: boolean,
): readonly SheetColumn[] {
  return rowsOf(form).flatMap(({ code, name, unit, formula, columns, indicator }) =>
    formula !== undefined
      ? []
      : columnKinds
          .filter((kind) => columns.includes(kind) && isAsked(kind, period))
          .filter((kind) => withLastYear || !isLastYear(kind))
          .map((kind) => ({
            cell: cellKey(code, kind),
            code,
            name,
            kind,
            unit,
            ...(indicator !== undefined && {
              feeds: { indicator, cell: cellKey(code, mainColumn({ columns })) },
            }),
          })),
  )
}
