import type { SourceBlock, SourceCell } from '#core/document/document.ts'
import { isBlankTable, tableOf } from '../grid.ts'
import { limits } from '../limits.ts'
import { textOfBlocks } from '../text-of-blocks.ts'
import { childOf, elementsOf, type XmlElement } from '../xml.ts'
import { numberOf, switchOf } from './values.ts'

/** Reads the blocks inside a cell. */
type ReadBlocks = (parent: XmlElement) => readonly SourceBlock[]

interface OpenCell extends SourceCell {
  rowSpan: number
  columnSpan: number
}

/**
 * A table as a block. A table of one cell that holds further tables is a frame drawn around them:
 * its content comes out as blocks of their own.
 */
export function readTable(
  table: XmlElement,
  page: number | undefined,
  readBlocks: ReadBlocks,
): readonly SourceBlock[] {
  const rows = rowsOf(table)
  const frame = frameOf(rows)
  if (frame !== undefined) return readBlocks(frame)

  const cells: OpenCell[] = []
  let above = new Map<number, OpenCell>()
  rows.forEach((row, index) => {
    above = readRow(row, index, above, cells, readBlocks)
  })
  const headRows = rows.findIndex((row) => !switchOf(childOf(row, 'w:trPr'), 'w:tblHeader'))
  const read = tableOf(cells, {
    headRows: headRows < 0 ? 0 : headRows,
    ...(page !== undefined && { page }),
  })
  return isBlankTable(read) ? [] : [read]
}

/** Reads a row and gives, by column, the cells that the row below may continue. */
function readRow(
  row: XmlElement,
  rowIndex: number,
  above: ReadonlyMap<number, OpenCell>,
  cells: OpenCell[],
  readBlocks: ReadBlocks,
): Map<number, OpenCell> {
  const open = new Map<number, OpenCell>()
  let column = clamped(numberOf(childOf(row, 'w:trPr'), 'w:gridBefore') ?? 0)
  let last: OpenCell | undefined
  for (const element of cellsOf(row)) {
    if (column >= limits.tableColumns) break
    const properties = childOf(element, 'w:tcPr')
    const columnSpan = Math.max(1, clamped(numberOf(properties, 'w:gridSpan') ?? 1))
    const continued = isContinued(properties, 'w:vMerge') ? above.get(column) : undefined
    if (isContinued(properties, 'w:hMerge') && last !== undefined) {
      last.columnSpan += columnSpan
    } else if (continued !== undefined) {
      continued.rowSpan = rowIndex - continued.row + 1
      open.set(column, continued)
      last = undefined
    } else {
      const text = textOfBlocks(readBlocks(element))
      last = { row: rowIndex, column, rowSpan: 1, columnSpan, text }
      cells.push(last)
      open.set(column, last)
    }
    column += columnSpan
  }
  return open
}

function isContinued(properties: XmlElement | undefined, name: 'w:vMerge' | 'w:hMerge'): boolean {
  const merge = childOf(properties, name)
  return merge !== undefined && merge.attributes['w:val'] !== 'restart'
}

function clamped(count: number): number {
  return Math.min(Math.max(0, Math.trunc(count)), limits.tableColumns)
}

/** Rows but those deleted under tracked changes. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return unwrapped(table, 'w:tr').filter(
    (row) => childOf(childOf(row, 'w:trPr'), 'w:del') === undefined,
  )
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return unwrapped(row, 'w:tc')
}

function unwrapped(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    if (node.name === name) return [node]
    if (node.name === 'w:sdt') return unwrapped(childOf(node, 'w:sdtContent'), name)
    return node.name === 'w:customXml' ? unwrapped(node, name) : []
  })
}

function frameOf(rows: readonly XmlElement[]): XmlElement | undefined {
  const [row, ...others] = rows
  if (row === undefined || others.length > 0) return undefined
  const [cell, ...more] = cellsOf(row)
  const holdsTable = cell !== undefined && childOf(cell, 'w:tbl') !== undefined
  return more.length === 0 && holdsTable ? cell : undefined
}
