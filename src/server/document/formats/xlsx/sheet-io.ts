import { formatValue, readXlsx as readWorkbook, type Cell, type CellValue, type Sheet } from 'hucre'
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
  try {
    const { sheets } = await readWorkbook(bytes, { readStyles: true, maxRows: limits.tableRows })
    return sheets.map(sheetOf)
  } catch (error) {
    if (!(error instanceof Error)) throw broken('The workbook is damaged', String(error))
    if (/encrypt|password/i.test(error.name + error.message)) throw encrypted()
    if (/limit|exceed|too (?:large|many)/i.test(error.message)) {
      throw tooLarge('A worksheet', limits.tableCells)
    }
    throw broken('The workbook is damaged', error.message)
  }
}

function sheetOf(sheet: Sheet): ReadSheet {
  const cells = sheet.cells ?? new Map<string, Cell>()
  return {
    name: sheet.name,
    isHidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false),
    rows: sheet.rows.map((row, rowIndex) =>
      row.map((value, column) => shown(value, cells.get(`${rowIndex},${column}`))),
    ),
    merges: (sheet.merges ?? []).map((merge) => ({
      row: merge.startRow,
      column: merge.startCol,
      lastRow: merge.endRow,
      lastColumn: merge.endCol,
    })),
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
  // Doubles carry fifteen digits; what follows is noise of the arithmetic.
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
