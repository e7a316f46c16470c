import type { Figure } from '#core/indicator/figure.ts'
import { dayInChina } from '#server/clock.ts'
import { growthOf } from '#server/indicator/figure-view.ts'
import { type FigureTable, laidOut, type LaidOutTable } from './table-layout.ts'
import { keySheet, type TableKey } from './table-key.ts'
import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx'

/** The figures themselves, or their 同比 in per cent. */
export type Shown = 'value' | 'growth'

/**
 * The table as a workbook, laid out as it is asked for. Its hidden sheet says what each cell is, so that an
 * edited copy is taken in as a difference; a table of 同比 has none, for nobody reports growth.
 */
export function figureTableWorkbook(table: FigureTable, shown: Shown): Promise<Uint8Array> {
  const seen = laidOut(table)
  const { heads, rows } = seen
  const [first = []] = heads
  const labels = rows[0]?.labels.length ?? 0
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: titleOf(table, shown), type: 'string' }],
    ...heads.flatMap((line, row) =>
      line.map((head, column): [string, Partial<Cell>] => [
        `${row + 1},${column}`,
        { value: head, type: 'string', style: headStyle },
      ]),
    ),
    ...rows.flatMap((row, index) => cellsOfRow(row, index + 1 + heads.length, shown)),
  ])
  const key = shown === 'value' ? keySheet(keyOf(table, seen)) : undefined
  return writeXlsx({
    sheets: [
      {
        name: shown === 'value' ? '指标数据' : '同比',
        columns: first.map((_, column) => ({ width: widthOf(column, labels) })),
        rows: [[titleOf(table, shown)], ...heads, ...rows.map(() => first.map(() => null))].map(
          (line) => [...line],
        ),
        cells,
        freezePane: { rows: 1 + heads.length, columns: labels },
      },
      ...(key ? [{ name: key.name, rows: key.rows, veryHidden: true }] : []),
    ],
  })
}

function titleOf({ at }: FigureTable, shown: Shown): string {
  const day = dayInChina(at)
  return shown === 'value'
    ? `指标数据（截至${day}所知）。灰底为汇总或计算所得，不能修改；空格表示没有数据，不等于 0。`
    : `同口径同比，%（截至${day}所知）。空格表示没有可比的数据，不等于 0。`
}

function widthOf(column: number, labels: number): number {
  if (column >= labels) return 16
  return column === 0 ? 26 : column === 1 ? 34 : 14
}

function cellsOfRow(
  { labels, cells }: LaidOutTable['rows'][number],
  row: number,
  shown: Shown,
): readonly [string, Partial<Cell>][] {
  return [
    ...labels.map((label, column): [string, Partial<Cell>] => [
      `${row},${column}`,
      { value: label, type: 'string' },
    ]),
    ...cells.map((figure, position): [string, Partial<Cell>] => [
      `${row},${labels.length + position}`,
      {
        ...numberCell(figure, shown),
        ...(shown === 'value' && figure && isDerived(figure) && { style: derivedStyle }),
      },
    ]),
  ]
}

function numberCell(figure: Figure | undefined, shown: Shown): Partial<Cell> {
  const text = textOf(figure, shown)
  return text === '' ? { value: null, type: 'empty' } : { value: Number(text), type: 'number' }
}

function textOf(figure: Figure | undefined, shown: Shown): string {
  if (!figure) return ''
  if (shown === 'value') return figure.value ?? ''
  const growth = growthOf(figure)
  return growth === undefined ? '' : String(Number((growth * 100).toFixed(2)))
}

function keyOf({ region, at, layout, members }: FigureTable, seen: LaidOutTable): TableKey {
  return {
    schema: 'jingwei.figure-table/2',
    region,
    at: new Date(at).toISOString(),
    layout,
    members,
    heads: seen.heads,
    rows: seen.rows.map(({ labels, cells }) => ({
      labels,
      values: cells.map((figure) => figure?.value ?? null),
      isDerived: cells.map((figure) => figure !== undefined && isDerived(figure)),
    })),
  }
}

function isDerived({ origin, value }: Figure): boolean {
  return origin === 'formula' || (origin === 'sum' && value !== null)
}

/** The table as csv, laid out as it is seen. */
export function laidOutCsvText(table: FigureTable, shown: Shown): string {
  const { heads, rows } = laidOut(table)
  return csvText([
    ...heads,
    ...rows.map(({ labels, cells }) => [
      ...labels,
      ...cells.map((figure) => textOf(figure, shown)),
    ]),
  ])
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
  return csvText([head, ...lines])
}

function csvText(lines: readonly (readonly string[])[]): string {
  // The mark makes Excel read UTF-8.
  return `\ufeff${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`
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
