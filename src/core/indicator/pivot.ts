import { type FigureKey, type Subject, subjectKey } from './figure.ts'
import type { Period } from '../period/period.ts'

/** What a table of figures runs over; each stands on its rows or on its columns. */
export const pivotDimensions = ['subject', 'indicator', 'period'] as const
export type PivotDimension = (typeof pivotDimensions)[number]

/** Each dimension once, on one of the two, the outermost first. */
export interface PivotLayout {
  readonly rows: readonly PivotDimension[]
  readonly columns: readonly PivotDimension[]
}

export interface PivotMembers {
  readonly subject: readonly Subject[]
  readonly indicator: readonly string[]
  readonly period: readonly Period[]
}

/** A row or a column: one member of each dimension that stands on it. */
export type PivotLine = Partial<FigureKey>

export interface Pivot {
  readonly rows: readonly PivotLine[]
  readonly columns: readonly PivotLine[]
}

/**
 * The layout somebody wants, made whole: a dimension named twice counts where it is named first, one that is
 * not named stands on the columns where it is the period, else on the rows.
 */
export function pivotLayout(
  rows: readonly PivotDimension[],
  columns: readonly PivotDimension[],
): PivotLayout {
  const onRows = [...new Set(rows)]
  const onColumns = [...new Set(columns)].filter((each) => !onRows.includes(each))
  const left = pivotDimensions.filter((each) => !onRows.includes(each) && !onColumns.includes(each))
  return {
    rows: [...onRows, ...left.filter((each) => each !== 'period')],
    columns: [...onColumns, ...left.filter((each) => each === 'period')],
  }
}

/** The rows and columns of a table; there is at least one of each if there are figures at all. */
export function pivotOf(members: PivotMembers, layout: PivotLayout): Pivot {
  return { rows: lines(members, layout.rows), columns: lines(members, layout.columns) }
}

function lines(members: PivotMembers, dimensions: readonly PivotDimension[]): readonly PivotLine[] {
  return dimensions.reduce<readonly PivotLine[]>(
    (outer, dimension) =>
      outer.flatMap((line) =>
        members[dimension].map((member) => ({ ...line, [dimension]: member })),
      ),
    [{}],
  )
}

/** The figure of a cell, as `figureKey` writes it. */
export function cellKey(row: PivotLine, column: PivotLine): string {
  const { subject, indicator, period } = { ...row, ...column }
  return `${subject ? subjectKey(subject) : ''} ${indicator ?? ''} ${period ?? ''}`
}
