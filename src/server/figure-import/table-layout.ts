import { type Figure, figureKey, type Subject } from '#core/indicator/figure.ts'
import {
  cellKey,
  type PivotDimension,
  type PivotLayout,
  type PivotLine,
  type PivotMembers,
  pivotOf,
} from '#core/indicator/pivot.ts'
import { periodName } from '#core/period/period-name.ts'
import type { KnownIndicator } from '#core/spreadsheet/names.ts'
import { printable } from '#server/export/printable.ts'

/** Figures of subjects × indicators × periods with what they are called and where they stand. */
export interface FigureTable {
  readonly region: string
  /** The moment whose knowledge it shows. */
  readonly at: string
  readonly layout: PivotLayout
  readonly members: PivotMembers
  readonly figures: readonly Figure[]
  readonly nameOf: (subject: Subject) => string
  readonly indicatorOf: (code: string) => KnownIndicator | undefined
}

/** A table as it is seen: its heads, and each row with its labels and cells. */
export interface LaidOutTable {
  /** From the outermost dimension of the columns; the last one names the labels of the rows too. */
  readonly heads: readonly (readonly string[])[]
  readonly rows: readonly {
    readonly labels: readonly string[]
    readonly cells: readonly (Figure | undefined)[]
  }[]
}

export function laidOut(table: FigureTable): LaidOutTable {
  const { layout, members, figures } = table
  const { rows, columns } = pivotOf(members, layout)
  const byKey = new Map(figures.map((figure) => [figureKey(figure), figure]))
  const labelHeads = layout.rows.flatMap((dimension) => rowHeads[dimension])
  const lead = labelHeads.length > 0 ? labelHeads : ['']
  const lines = layout.columns.map((dimension) =>
    columns.map((column) => columnHead(table, dimension, column)),
  )
  const heads = lines.length > 0 ? lines : [['数值']]
  return {
    heads: heads.map((line, index) => [
      ...(index === heads.length - 1 ? lead : lead.map(() => '')),
      ...line,
    ]),
    rows: rows.map((row) => ({
      labels: layout.rows.length > 0 ? labelsOf(table, row) : ['数值'],
      cells: columns.map((column) => byKey.get(cellKey(row, column))),
    })),
  }
}

const rowHeads: Readonly<Record<PivotDimension, readonly string[]>> = {
  subject: ['对象'],
  indicator: ['指标', '单位'],
  period: ['时期'],
}

function labelsOf({ layout, nameOf, indicatorOf }: FigureTable, row: PivotLine): readonly string[] {
  return layout.rows.flatMap((dimension): readonly string[] => {
    if (dimension === 'subject') return row.subject ? [printable(nameOf(row.subject))] : []
    if (dimension === 'period') return row.period ? [periodName(row.period)] : []
    const known = indicatorOf(row.indicator ?? '')
    return [printable(known?.name ?? row.indicator ?? ''), printable(known?.unit ?? '')]
  })
}

function columnHead(
  { nameOf, indicatorOf }: FigureTable,
  dimension: PivotDimension,
  { subject, indicator = '', period }: PivotLine,
): string {
  if (dimension === 'subject') return subject ? printable(nameOf(subject)) : ''
  if (dimension === 'period') return period ? periodName(period) : ''
  const known = indicatorOf(indicator)
  return printable(known?.unit ? `${known.name}（${known.unit}）` : (known?.name ?? indicator))
}
