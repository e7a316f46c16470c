import { type Cell, type CellStyle, writeXlsx } from 'hucre/xlsx'
import { printable } from './printable.ts'

/**
 * What a cell shows. Text is always written as text, so that a quote beginning with `=` or `@` never
 * becomes a formula; `format` is Excel's, e.g. `"≥"General`.
 */
export type CellContent =
  | string
  | number
  | Date
  | { readonly value: number; readonly format: string }
  | undefined

export interface Column<Row> {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly content: (row: Row, index: number) => CellContent
}

export interface Sheet {
  readonly name: string
  readonly head: readonly Pick<Column<never>, 'title' | 'width'>[]
  readonly rows: readonly (readonly CellContent[])[]
}

/** Most characters Excel takes in one cell. */
const longestText = 32_767

export function sheetOf<Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Sheet {
  return {
    name,
    head: columns.map(({ title, width }) => ({ title, width })),
    rows: rows.map((row, index) => columns.map(({ content }) => content(row, index))),
  }
}

/** A workbook for reading and printing: a frozen head, a filter, A4 across, the head on every page. */
export function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, head, rows }) => ({
      name,
      columns: head.map(({ width }) => ({ width })),
      cells: cellsOf([head.map(({ title }) => title), ...rows]),
      rows: [head.map(({ title }) => title), ...rows.map((row) => row.map(() => null))],
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${columnName(head.length)}${rows.length + 1}` },
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: '$1:$1',
      },
    })),
  })
}

function cellsOf(rows: readonly (readonly CellContent[])[]): Map<string, Partial<Cell>> {
  return new Map(
    rows.flatMap((row, index) =>
      row.map((content, column): [string, Partial<Cell>] => [
        `${index},${column}`,
        index === 0 ? { ...cellOf(content), style: headStyle } : cellOf(content),
      ]),
    ),
  )
}

function cellOf(content: CellContent): Partial<Cell> {
  if (content === undefined) return { value: null, type: 'empty', style: bodyStyle }
  if (typeof content === 'string') {
    const value = printable(content).slice(0, longestText)
    return { value, type: 'string', style: bodyStyle }
  }
  if (typeof content === 'number') return { value: content, type: 'number', style: bodyStyle }
  if (content instanceof Date) {
    return { value: content, type: 'date', style: { ...bodyStyle, numFmt: 'yyyy-mm-dd hh:mm' } }
  }
  return { value: content.value, type: 'number', style: { ...bodyStyle, numFmt: content.format } }
}

const thin = { style: 'thin', color: { rgb: 'D0D7E2' } } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }

const bodyStyle: CellStyle = { border, alignment: { vertical: 'top', wrapText: true } }

const headStyle: CellStyle = {
  border,
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E9F0FC' } },
  alignment: { vertical: 'center', horizontal: 'center', wrapText: true },
}

/** 1 is A, 27 is AA. */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26))
}
