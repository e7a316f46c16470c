import { periodName } from '#core/period/period-name.ts'
import { columnTitles, type LaidLine, layoutOf } from '#core/report/layout.ts'
import { isWritable } from '#core/report/life.ts'
import { printable } from '#server/export/printable.ts'
import { cellsOfReport, type ReportGround } from './ground.ts'
import type { PlacedReport } from './report-store.ts'
import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx'

/** The first line of the table, counted from 0; above stand title, reporter and head. */
export const firstLine = 3
/** Columns before the first figure: code, name, unit. */
export const leadColumns = 3
/** The hidden sheet that tells what the workbook is for. */
export const keySheet = '_jingwei'
export const keyMark = 'jingwei.report/1'

/** What the hidden sheet holds, in this order under the mark. */
export interface TemplateKey {
  readonly report: string
  readonly form: string
  readonly version: string
  readonly period: string
  readonly reporter: string
  readonly revision: string
}

export function keyOfTemplate(row: PlacedReport): TemplateKey {
  return {
    report: row.id,
    form: row.form,
    version: String(row.version),
    period: row.period,
    reporter: row.enterpriseName ?? row.title,
    revision: String(row.revision),
  }
}

/** A report as a workbook to be filled in: only open cells can be changed, figures are numbers. */
export function reportWorkbook(row: PlacedReport, ground: ReportGround): Promise<Uint8Array> {
  const { form } = ground.compiled
  const layout = layoutOf(form, row.period)
  const values = cellsOfReport(row, ground).cells
  const isOpen = isWritable(row)
  const last = leadColumns + layout.columns.length - 1
  const cells = new Map<string, Partial<Cell>>()
  const put = (line: number, column: number, cell: Partial<Cell>): void => {
    cells.set(`${line},${column}`, cell)
  }
  put(0, 0, text(`${form.number} ${form.name}`, titleStyle))
  put(
    1,
    0,
    text(`填报单位：${row.enterpriseName ?? row.title}　　${periodName(row.period)}`, leadStyle),
  )
  const head = ['行号', '指标名称', '计量单位', ...layout.columns.map((one) => columnTitles[one])]
  head.forEach((title, column) => put(firstLine - 1, column, text(title, headStyle)))
  layout.lines.forEach((line, index) => {
    const at = firstLine + index
    for (const [column, cell] of lineCells(line).entries()) put(at, column, cell)
    if (line.kind === 'title') return
    line.cells.forEach((key, column) => {
      const value = key === undefined ? undefined : values.get(key)
      const isTyped = isOpen && key !== undefined && !line.isComputed && !ground.locked.has(key)
      put(at, leadColumns + column, figure(value, line.decimals, key ? isTyped : undefined))
    })
  })
  return writeXlsx({
    sheets: [
      {
        name: form.number.replaceAll(/[\\/?*[\]:]/gu, '-').slice(0, 31) || '报表',
        columns: [8, 34, 12, ...layout.columns.map(() => 18)].map((width) => ({ width })),
        cells,
        rows: Array.from({ length: firstLine + layout.lines.length }, () =>
          Array.from({ length: last + 1 }, () => null),
        ),
        merges: [0, 1].map((line) => ({ startRow: line, startCol: 0, endRow: line, endCol: last })),
        freezePane: { rows: firstLine, columns: leadColumns },
        protection: { sheet: true, formatColumns: true, formatRows: true },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
        },
      },
      {
        name: keySheet,
        rows: [keyMark, ...Object.entries(keyOfTemplate(row)).flat()].map((value) => [value]),
        veryHidden: true,
      },
    ],
  })
}

function lineCells(line: LaidLine): readonly Partial<Cell>[] {
  if (line.kind === 'title') {
    return [text('', sectionStyle), text(line.text, sectionStyle), text('', sectionStyle)]
  }
  const name = { ...lockedStyle, alignment: { indent: line.indent } }
  return [text(line.code, lockedStyle), text(line.name, name), text(line.unit, lockedStyle)]
}

function text(content: string, style: CellStyle): Partial<Cell> {
  return { value: printable(content), type: 'string', style }
}

/** `isTyped` is undefined where the row has no such cell. */
function figure(
  value: string | undefined,
  decimals: number,
  isTyped: boolean | undefined,
): Partial<Cell> {
  const numFmt = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  const style = { ...(isTyped === true ? typedStyle : lockedStyle), numFmt }
  if (isTyped === undefined) return { value: null, type: 'empty', style: absentStyle }
  if (value === undefined) return { value: null, type: 'empty', style }
  // A double holds fifteen digits exactly; a longer figure travels as text.
  const isExact = value.replaceAll(/\D/gu, '').length <= 15
  return isExact
    ? { value: Number(value), type: 'number', style }
    : { value, type: 'string', style }
}

const thin = { style: 'thin', color: { rgb: 'D0D7E2' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F4F6F9' } } as const
const blue = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9F0FC' } } as const

const titleStyle: CellStyle = {
  font: { bold: true, size: 16 },
  alignment: { horizontal: 'center', vertical: 'center' },
}
const leadStyle: CellStyle = { alignment: { vertical: 'center' } }
const headStyle: CellStyle = {
  border,
  font: { bold: true },
  fill: blue,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}
const sectionStyle: CellStyle = { border, font: { bold: true }, fill: grey }
const lockedStyle: CellStyle = { border, fill: grey, protection: { locked: true } }
const absentStyle: CellStyle = { border, fill: grey, protection: { locked: true } }
const typedStyle: CellStyle = { border, protection: { locked: false } }
