import { type Frequency, type Period, periodKind } from '../period/period.ts'

/**
 * - `month`, `to-date`: 本月, 本年累计 of a flow
 * - `month-last-year`, `to-date-last-year`: the same of last year on the same sample
 * - `level`, `level-last-year`: a stock or a ratio at the end of the period, and a year before
 */
export const columnKinds = [
  'month',
  'to-date',
  'month-last-year',
  'to-date-last-year',
  'level',
  'level-last-year',
] as const
export type ColumnKind = (typeof columnKinds)[number]

/** A line of a form. */
export interface FormRow {
  /** As printed in the form: 01, 301. It names the row in cells, templates and returned remarks. */
  readonly code: string
  /** As expressions call it; one row of a form, one name. */
  readonly name: string
  /** 其中 is one deeper. */
  readonly indent: number
  /** The indicator the row feeds; none where the row is for checks alone. */
  readonly indicator?: string
  /** As it is filled in: 千元. Figures travel on in the unit of the indicator. */
  readonly unit: string
  readonly decimals: number
  readonly columns: readonly ColumnKind[]
  /** Computed from other rows, column by column; not filled in. */
  readonly formula?: string
  readonly isRequired: boolean
  /** Profit, equity, a tax refunded: a loss is no mistake. A month alone may always be below zero. [N3] */
  readonly mayBeNegative?: boolean
  /** A level that seldom changes: a report begins with what was told last, to be looked at and mended. */
  readonly startsFromLast?: boolean
}

/** What rows that a reporter lists are: classes of GB/T 4754, or products under names of their own. */
export const rowLists = ['industry-class', 'product'] as const
export type RowList = (typeof rowLists)[number]

/** Rows each reporter lists itself, because no form can name them all: 按行业小类分列, 主要产品产量. */
export interface OwnRows {
  readonly list: RowList
  /** Of every row; absent where each brings its own. */
  readonly unit?: string
  readonly decimals: number
  readonly columns: readonly ColumnKind[]
  /** The name of the row they add up to. */
  readonly addUpTo?: string
}

export interface FormSection {
  readonly title: string
  /** Of a section of own rows none, until a reporter has listed them. */
  readonly rows: readonly FormRow[]
  readonly ownRows?: OwnRows
}

/** Refused, or passed with an explanation. */
export type CheckLevel = 'hard' | 'soft'

/** What must hold between cells: a condition in the expression language over the names of rows. */
export interface FormCheck {
  readonly code: string
  readonly name: string
  readonly holds: string
  readonly level: CheckLevel
  /** What to do where it does not hold. */
  readonly advice: string
  /** Endings of periods in which it is not asked, such as `M1-2`. */
  readonly notIn: readonly string[]
}

/** Who fills a form in. */
export type Reporter = 'enterprise' | 'park' | 'organisation' | 'project'

/** A step of review, in order; the last accepts. */
export type ReviewStep = 'park' | 'region'

/** One version of a form. */
export interface Form {
  readonly code: string
  /** 表号 as printed. */
  readonly number: string
  readonly name: string
  readonly frequency: Frequency
  readonly reporter: Reporter
  /** Working days after the end of the period. */
  readonly dueAfter: number
  readonly review: readonly ReviewStep[]
  /** Whether the region waits for all of a park before it accepts any. */
  readonly waitsForAll: boolean
  readonly sections: readonly FormSection[]
  readonly checks: readonly FormCheck[]
  /** What the person who fills it in should know. */
  readonly notes: string
  readonly source: string
}

export function rowsOf(form: Pick<Form, 'sections'>): readonly FormRow[] {
  return form.sections.flatMap(({ rows }) => rows)
}

/** `01.to-date`: a cell of a form as one string. */
export type CellKey = string & { readonly __brand: 'cell-key' }

export function cellKey(row: string, column: ColumnKind): CellKey {
  return `${row}.${column}` as CellKey
}

export function readCellKey(
  form: Pick<Form, 'sections'>,
  key: string,
): { readonly row: FormRow; readonly column: ColumnKind } | undefined {
  const point = key.lastIndexOf('.')
  const row = rowsOf(form).find(({ code }) => code === key.slice(0, point))
  const column = columnKinds.find((kind) => kind === key.slice(point + 1))
  return row && column && row.columns.includes(column) ? { row, column } : undefined
}

/** A single January or February is told by nobody: 1-2月 has no column for the month alone. [N3] */
export function isAsked(column: ColumnKind, period: Period): boolean {
  return !(column.startsWith('month') && periodKind(period) === 'first-two-months')
}

/** Whether a cell may be below zero: what a month alone brought may, after a correction. [N3] */
export function mayBeNegative(row: Pick<FormRow, 'mayBeNegative'>, column: ColumnKind): boolean {
  return row.mayBeNegative === true || column.startsWith('month')
}

/** Last year's columns are told once: where the archive has them they are carried over and locked. */
export function isLastYear(column: ColumnKind): boolean {
  return column.endsWith('last-year')
}

/** The column that holds a row's figure of the period: cumulative for a flow, the level else. */
export function mainColumn({ columns }: Pick<FormRow, 'columns'>): ColumnKind {
  return columns.includes('to-date') ? 'to-date' : columns.includes('level') ? 'level' : 'month'
}

/** The column with the same of last year, where the row has one. */
export function lastYearOf(column: ColumnKind): ColumnKind | undefined {
  switch (column) {
    case 'month':
      return 'month-last-year'
    case 'to-date':
      return 'to-date-last-year'
    case 'level':
      return 'level-last-year'
    default:
      return undefined
  }
}
