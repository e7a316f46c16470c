import type { Period } from '../period/period.ts'
import { cellKey, type CellKey, columnKinds, type ColumnKind, type Form, isAsked } from './form.ts'

/** A printed line of a form: the title of a section, or a row with a cell for each column. */
export type LaidLine =
  | { readonly kind: 'title'; readonly text: string }
  | {
      readonly kind: 'row'
      readonly code: string
      readonly name: string
      readonly indent: number
      readonly unit: string
      readonly decimals: number
      readonly isComputed: boolean
      /** By column of the layout; undefined where the row has none such. */
      readonly cells: readonly (CellKey | undefined)[]
    }

/** A form as a sheet, the same each time it is laid out for a period. */
export interface Layout {
  readonly columns: readonly ColumnKind[]
  readonly lines: readonly LaidLine[]
}

/** How the columns are called on paper. */
export const columnTitles: Readonly<Record<ColumnKind, string>> = {
  month: '本年本月',
  'to-date': '本年1—本月',
  'month-last-year': '上年同期本月',
  'to-date-last-year': '上年同期1—本月',
  level: '期末',
  'level-last-year': '上年同期期末',
}

export function layoutOf(form: Pick<Form, 'sections'>, period: Period): Layout {
  const used = new Set(form.sections.flatMap(({ rows }) => rows.flatMap((row) => row.columns)))
  const columns = columnKinds.filter((column) => used.has(column) && isAsked(column, period))
  const lines = form.sections.flatMap(({ title, rows }): readonly LaidLine[] => [
    ...(title === '' ? [] : [{ kind: 'title' as const, text: title }]),
    ...rows.map((row) => ({
      kind: 'row' as const,
      code: row.code,
      name: row.name,
      indent: row.indent,
      unit: row.unit,
      decimals: row.decimals,
      isComputed: row.formula !== undefined,
      cells: columns.map((column) =>
        row.columns.includes(column) ? cellKey(row.code, column) : undefined,
      ),
    })),
  ])
  return { columns, lines }
}
