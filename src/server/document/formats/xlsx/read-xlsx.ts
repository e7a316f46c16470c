import type { SourceBlock, SourceCell } from '#core/document/document.ts'
import { checkArchive } from '../archive.ts'
import { tableOf } from '../grid.ts'
import { limits } from '../limits.ts'
import type { Content, Warning } from '../opened.ts'
import { empty, tooLarge } from '../unreadable.ts'
import { readSheets, type Merge, type ReadSheet } from './sheet-io.ts'

/** Reads a workbook: each visible sheet gives its name as a heading and its cells as a table. */
export async function readXlsx(bytes: Uint8Array): Promise<Content> {
  checkArchive(bytes, (name) => name.endsWith('.xml'))
  const sheets = await readSheets(bytes)
  const visible = sheets.filter((sheet) => !sheet.isHidden)
  const blocks = visible.flatMap(blocksOf)
  if (blocks.length === 0) throw empty()
  return { blocks, warnings: sheets.flatMap(warningsOf) }
}

function warningsOf(sheet: ReadSheet): readonly Warning[] {
  if (sheet.isHidden) return [{ code: 'sheet-hidden', name: sheet.name }]
  const count = sheet.formulasWithoutValue
  return count > 0 ? [{ code: 'sheet-formula-without-value', name: sheet.name, count }] : []
}

function blocksOf(sheet: ReadSheet): readonly SourceBlock[] {
  const rowOffsets = sheet.rows.flatMap((row, index) => (row.some(isFilled) ? [index] : []))
  const columns = sheet.rows.reduce(
    (most, row) => Math.max(most, row.findLastIndex(isFilled) + 1),
    0,
  )
  if (columns === 0) return []
  if (columns > limits.tableColumns) throw tooLarge('A worksheet', limits.tableColumns)
  if (columns * rowOffsets.length > limits.tableCells)
    throw tooLarge('A worksheet', limits.tableCells)

  const texts = rowOffsets.map((row) => onlyText(sheet, row))
  const start = texts.findIndex((text) => text === undefined)
  const end =
    1 + texts.findLastIndex((text) => text === undefined || !/^(?:备?注|说明|.{2}来源)/.test(text))
  const [before, inside, after] =
    start < 0
      ? [rowOffsets, [], []]
      : [rowOffsets.slice(0, start), rowOffsets.slice(start, end), rowOffsets.slice(end)]
  return [
    { kind: 'paragraph', text: sheet.name, outline: 0 },
    ...before.map((row) => paragraph(sheet, row)),
    ...(inside.length > 0
      ? [tableOf(inside.flatMap((row) => cellsOfRow(sheet, row, columns)))]
      : []),
    ...after.map((row) => paragraph(sheet, row)),
  ]
}

function isFilled(text: string): boolean {
  return text.trim() !== ''
}

/** The text of a row that holds one alone: titles above a table, notes below it. */
function onlyText(sheet: ReadSheet, row: number): string | undefined {
  const filled = sheet.rows[row]?.filter(isFilled) ?? []
  return filled.length === 1 ? filled[0]?.trim() : undefined
}

function paragraph(sheet: ReadSheet, row: number): SourceBlock {
  return { kind: 'paragraph', text: onlyText(sheet, row) ?? '' }
}

function cellsOfRow(sheet: ReadSheet, row: number, columns: number): readonly SourceCell[] {
  const merges = sheet.merges.filter((merge) => merge.row <= row && row <= merge.lastRow)
  return Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
    const merge = merges.find((merge) => merge.column <= column && column <= merge.lastColumn)
    if (merge !== undefined && (merge.row !== row || merge.column !== column)) return []
    return [cell(sheet, row, column, merge, columns)]
  })
}

function cell(
  sheet: ReadSheet,
  row: number,
  column: number,
  merge: Merge | undefined,
  columns: number,
): SourceCell {
  const lastColumn = Math.min(merge?.lastColumn ?? column, columns - 1)
  return {
    row,
    column,
    rowSpan: (merge?.lastRow ?? row) - row + 1,
    columnSpan: lastColumn - column + 1,
    text: sheet.rows[row]?.[column]?.trim() ?? '',
  }
}
