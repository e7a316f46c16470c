import type { SourceCell, SourceTable } from '#core/document/document.ts'
import { tableOf } from '../grid.ts'
import { limits } from '../limits.ts'
import { tooLarge } from '../unreadable.ts'
import { allElements, attribute, elementsIn, rawText, type HtmlElement } from './dom.ts'

/** Text from which a cell that holds most of its table is no cell but the page. */
const layoutCharacters = 1500

/** Whether a table only arranges a page: it holds tables, or a cell with nearly all of a long text. */
export function isLayoutTable(table: HtmlElement): boolean {
  if (attribute(table, 'role') === 'presentation') return true
  if (allElements(table, 'table').some((inner) => rawText(inner).trim() !== '')) return true
  const lengths = cellElements(table).map((cell) => rawText(cell).trim().length)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  return lengths.some((length) => length > layoutCharacters && length > 0.8 * total)
}

/** The cells of a table in their order, for tables read as mere layout. */
export function cellElements(table: HtmlElement): readonly HtmlElement[] {
  return rowElements(table).flatMap(cellsOfRow)
}

/** A table by the algorithm of the HTML standard (4.9.12.1); `textOf` reads a cell. */
export function readHtmlTable(
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
): SourceTable {
  const rows = rowElements(table)
  const cells: SourceCell[] = []
  // For each column, the first row that no cell from above reaches into.
  const freeFrom: number[] = []
  rows.forEach((row, rowIndex) => {
    let column = 0
    for (const element of cellsOfRow(row)) {
      while ((freeFrom[column] ?? 0) > rowIndex) column += 1
      if (column >= limits.tableColumns) break
      const columnSpan = spanOf(element, 'colspan', limits.tableColumns - column)
      const rowSpan = rowSpanOf(element, rows.length - rowIndex)
      freeFrom.fill(rowIndex + rowSpan, column, column + columnSpan)
      for (let at = freeFrom.length; at < column + columnSpan; at += 1) {
        freeFrom[at] = at < column ? 0 : rowIndex + rowSpan
      }
      cells.push({ row: rowIndex, column, rowSpan, columnSpan, text: textOf(element) })
      column += columnSpan
    }
    if (cells.length > limits.tableCells) throw tooLarge('A table', limits.tableCells)
  })
  return tableOf(cells, { headRows: headRowsOf(rows) })
}

function rowElements(table: HtmlElement): readonly HtmlElement[] {
  return elementsIn(table).flatMap((child) => {
    if (child.tagName === 'tr') return [child]
    const isGroup = ['thead', 'tbody', 'tfoot'].includes(child.tagName)
    return isGroup ? elementsIn(child).filter((row) => row.tagName === 'tr') : []
  })
}

function cellsOfRow(row: HtmlElement): readonly HtmlElement[] {
  return elementsIn(row).filter((cell) => ['td', 'th'].includes(cell.tagName))
}

function headRowsOf(rows: readonly HtmlElement[]): number {
  const first = rows.findIndex((row) => {
    const isInHead = row.parentNode !== null && row.parentNode.nodeName === 'thead'
    const cells = cellsOfRow(row)
    return !isInHead && !(cells.length > 0 && cells.every((cell) => cell.tagName === 'th'))
  })
  return first < 0 ? 0 : first
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10)
  return Number.isFinite(span) ? Math.min(Math.max(1, span), most) : 1
}

// `rowspan=0` reaches to the end of the rows.
function rowSpanOf(cell: HtmlElement, most: number): number {
  return attribute(cell, 'rowspan')?.trim() === '0' ? most : spanOf(cell, 'rowspan', most)
}
