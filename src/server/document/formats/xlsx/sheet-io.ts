import {
  formatValue,
  parseCsv,
  readXlsx as readWorkbook,
  type Cell,
  type CellValue,
  type Sheet,
} from 'hucre'
import type { Grid, GridCell } from '#core/spreadsheet/grid.ts'
import { limits } from '../limits.ts'
import { broken, encrypted, tooLarge } from '../unreadable.ts'

/** A worksheet as one sees it. The one file that knows which library reads workbooks. */
export interface ReadSheet {
  readonly name: string
  readonly isHidden: boolean
  /** The shown text of each cell, row by row; rows may differ in length. */
  readonly rows: readonly (readonly string[])[]
  readonly merges: readonly Merge[]
  /** Cells with a formula whose value the file does not hold. */
  readonly formulasWithoutValue: number
}

/** A merged range; `last…` is inside it. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
}

/** The sheets of an xlsx workbook in their order. */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  return (await openSheets(bytes)).map(sheetOf)
}

/** The sheets of an xlsx workbook with all that matters of each cell, hidden ones too. */
export async function readGrids(bytes: Uint8Array): Promise<readonly Grid[]> {
  return (await openSheets(bytes)).map(gridOf)
}

/** A text of separated values as one sheet; what separates them is told from the text. */
export function csvGrid(text: string, name: string): Grid {
  const delimiter = ['\t', ';'].find((each) => commonest(text, each))
  const rows = parseCsv(text, { ...(delimiter !== undefined && { delimiter }) })
  return {
    name,
    isHidden: false,
    rows: rows.map((row) =>
      row.map((value) => (value === null || value === '' ? null : { text: String(value) })),
    ),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }
}

// A comma also groups digits: another sign that stands in nearly every line separates.
function commonest(text: string, delimiter: string): boolean {
  const lines = text.split(/\r?\n/, 50).filter((line) => line.trim() !== '')
  const having = lines.filter((line) => line.includes(delimiter))
  return having.length * 2 > lines.length
}

async function openSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  try {
    const { sheets } = await readWorkbook(bytes, { readStyles: true, maxRows: limits.tableRows })
    return sheets
  } catch (error) {
    if (!(error instanceof Error)) throw broken('The workbook is damaged', String(error))
    if (/encrypt|password/i.test(error.name + error.message)) throw encrypted()
    if (/limit|exceed|too (?:large|many)/i.test(error.message)) {
      throw tooLarge('A worksheet', limits.tableCells)
    }
    throw broken('The workbook is damaged', error.message)
  }
}

function gridOf(sheet: Sheet): Grid {
  const cells = sheet.cells ?? new Map<string, Cell>()
  const ends = lastFormulas(cells)
  return {
    name: sheet.name,
    isHidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
    rows: sheet.rows.map((row, rowIndex) =>
      Array.from({ length: Math.max(row.length, ends.get(rowIndex) ?? 0) }, (_, column) =>
        gridCell(row[column] ?? null, cells.get(`${rowIndex},${column}`)),
      ),
    ),
    merges: mergesOf(sheet),
    hiddenRows: [...(sheet.rowDefs ?? [])].flatMap(([row, { hidden }]) => (hidden ? [row] : [])),
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  }
}

// A formula without a value at the end of a row is no part of its values.
function lastFormulas(cells: ReadonlyMap<string, Cell>): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  for (const [key, { formula }] of cells) {
    if (formula === undefined) continue
    const [row = 0, column = 0] = key.split(',').map(Number)
    ends.set(row, Math.max(ends.get(row) ?? 0, column + 1))
  }
  return ends
}

function gridCell(value: CellValue, cell: Cell | undefined): GridCell | null {
  const hasFormula = cell?.formula !== undefined
  const kept = value ?? cell?.formulaResult ?? null
  if (kept === null) return hasFormula ? { text: '', formula: 'lost' } : null
  const format = cell?.style?.numFmt ?? 'General'
  const isError =
    cell?.type === 'error' || /^#(?:REF!|DIV\/0!|N\/A|NAME\?|NULL!|NUM!|VALUE!)$/.test(String(kept))
  const indent = cell?.style?.alignment?.indent ?? 0
  return {
    text: shown(kept, cell),
    ...(typeof kept === 'number' && { number: exactDigits(kept) }),
    ...(typeof kept === 'number' && format.includes('%') && { isPercent: true as const }),
    ...(kept instanceof Date && { isDate: true as const }),
    ...(hasFormula && { formula: 'kept' as const }),
    ...(isError && { error: String(kept) }),
    ...(indent > 0 && { indent }),
  }
}

function mergesOf(sheet: Sheet): readonly Merge[] {
  return (sheet.merges ?? []).map((merge) => ({
    row: merge.startRow,
    column: merge.startCol,
    lastRow: merge.endRow,
    lastColumn: merge.endCol,
  }))
}

function sheetOf(sheet: Sheet): ReadSheet {
  const cells = sheet.cells ?? new Map<string, Cell>()
  return {
    name: sheet.name,
    isHidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
    rows: sheet.rows.map((row, rowIndex) =>
      row.map((value, column) => shown(value, cells.get(`${rowIndex},${column}`))),
    ),
    merges: mergesOf(sheet),
    formulasWithoutValue: [...cells.values()].filter(isUnvalued).length,
  }
}

function isUnvalued(cell: Cell): boolean {
  return cell.formula !== undefined && cell.value === null && (cell.formulaResult ?? null) === null
}

function shown(value: CellValue, cell: Cell | undefined): string {
  const format = cell?.style?.numFmt ?? 'General'
  if (value === null) return ''
  if (value instanceof Date) return shownDate(value, format)
  if (typeof value === 'number') return shownNumber(value, format)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value
}

// Only plain digits and percentages: formats with words, colours or conditions hide the figure.
function shownNumber(value: number, format: string): string {
  const [positive = ''] = format.split(';')
  if (/^[#0,.]*0[#0,.]*%?_?\)?\s*$/.test(positive)) {
    return formatValue(value, positive.replace(/_?\)?\s*$/, ''))
  }
  return exactDigits(value)
}

// Doubles carry fifteen digits; what follows is noise of the arithmetic.
function exactDigits(value: number): string {
  return String(Number(value.toPrecision(15)))
}

function shownDate(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return ''
  const year = date.getUTCFullYear()
  const monthOfYear = date.getUTCMonth() + 1
  if (/y/i.test(format) && !/d/i.test(format)) return `${year}年${monthOfYear}月`
  const [day = '', time = ''] = date.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`
}
