import { type Figure, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { periodName } from '#core/period/period-name.ts'
import type { Period } from '#core/period/period.ts'
import type { KnownIndicator } from '#core/spreadsheet/names.ts'
import { printable } from '#server/export/printable.ts'
import { tableHeads } from './edited-table.ts'
import { keySheet, type TableKey } from './table-key.ts'
import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx'

/** Figures of subjects × indicators × periods with what they are called. */
export interface FigureTable {
  readonly region: string
  /** The moment whose knowledge it shows. */
  readonly at: string
  readonly periods: readonly Period[]
  /** By subject, then indicator, then period. */
  readonly figures: readonly Figure[]
  readonly nameOf: (subject: Subject) => string
  readonly indicatorOf: (code: string) => KnownIndicator | undefined
}

interface Row {
  readonly subject: Subject
  readonly indicator: string
  readonly labels: readonly string[]
  readonly figures: readonly Figure[]
}

/**
 * The table as a workbook, a subject and indicator a row and a period a column. Its hidden sheet says
 * what each cell is, so that an edited copy is taken in as a difference.
 */
export function figureTableWorkbook(table: FigureTable): Promise<Uint8Array> {
  const rows = rowsOf(table)
  const heads = [...tableHeads, ...table.periods.map(periodName)]
  const title = `指标数据（${table.at.slice(0, 10)}）。灰底为汇总或计算所得，不能修改；空格表示没有数据，不等于 0。`
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: title, type: 'string' }],
    ...heads.map((head, column): [string, Partial<Cell>] => [
      `1,${column}`,
      { value: head, type: 'string', style: headStyle },
    ]),
    ...rows.flatMap((row, index) => cellsOfRow(row, index + 2)),
  ])
  const key = keySheet(keyOf(table, rows))
  return writeXlsx({
    sheets: [
      {
        name: '指标数据',
        columns: heads.map((_, column) => ({ width: column === 1 ? 34 : column === 0 ? 24 : 14 })),
        rows: [[title], heads, ...rows.map(() => heads.map(() => null))],
        cells,
        freezePane: { rows: 2, columns: 3 },
      },
      { name: key.name, rows: key.rows, veryHidden: true },
    ],
  })
}

function rowsOf({ figures, periods, nameOf, indicatorOf }: FigureTable): readonly Row[] {
  const groups = Map.groupBy(
    figures,
    ({ subject, indicator }) => `${subjectKey(subject)} ${indicator}`,
  )
  return [...groups.values()].flatMap((group): readonly Row[] => {
    const [first] = group
    if (!first) return []
    const { subject, indicator } = first
    const known = indicatorOf(indicator)
    const byPeriod = new Map(group.map((figure) => [figure.period, figure]))
    return [
      {
        subject,
        indicator,
        labels: [nameOf(subject), known?.name ?? indicator, known?.unit ?? ''].map(printable),
        figures: periods.flatMap((period) => byPeriod.get(period) ?? []),
      },
    ]
  })
}

function cellsOfRow({ labels, figures }: Row, row: number): readonly [string, Partial<Cell>][] {
  return [
    ...labels.map((label, column): [string, Partial<Cell>] => [
      `${row},${column}`,
      { value: label, type: 'string' },
    ]),
    ...figures.map((figure, position): [string, Partial<Cell>] => [
      `${row},${labels.length + position}`,
      {
        ...(figure.value === null
          ? { value: null, type: 'empty' as const }
          : { value: Number(figure.value), type: 'number' as const }),
        ...(isDerived(figure) && { style: derivedStyle }),
      },
    ]),
  ]
}

function keyOf({ region, at, periods }: FigureTable, rows: readonly Row[]): TableKey {
  return {
    schema: 'jingwei.figure-table/1',
    region,
    at: new Date(at).toISOString(),
    periods,
    rows: rows.map(({ subject, indicator, labels, figures }) => ({
      subject,
      indicator,
      labels,
      values: figures.map(({ value }) => value),
      isDerived: figures.map(isDerived),
    })),
  }
}

function isDerived({ origin, value }: Figure): boolean {
  return origin === 'formula' || (origin === 'sum' && value !== null)
}

/** The same figures as csv, a figure a line; a gap has its reason in place of a value. */
export function figureTableCsvText({ figures, nameOf, indicatorOf }: FigureTable): string {
  const head = [
    '对象类别',
    '对象代码',
    '对象',
    '指标代码',
    '指标',
    '单位',
    '时期',
    '数值',
    '上年同期',
    '缺数原因',
  ]
  const lines = figures.map(({ subject, indicator, period, value, base, gap }) => {
    const known = indicatorOf(indicator)
    return [
      subject.kind,
      subject.code,
      nameOf(subject),
      indicator,
      known?.name ?? '',
      known?.unit ?? '',
      period,
      value ?? '',
      base ?? '',
      gap ?? '',
    ]
  })
  // The mark makes Excel read UTF-8.
  return `\ufeff${[head, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
}

/** A cell of csv (RFC 4180); what a spreadsheet would take for a formula is made text. */
export function csvCell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9F0FC' } },
}
const derivedStyle: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF1F5' } },
}
