import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import type { Grid } from '#core/spreadsheet/grid.ts'
import { checkArchive } from '#server/document/formats/archive.ts'
import { decodeText } from '#server/document/formats/decode-text.ts'
import { limits } from '#server/document/formats/limits.ts'
import { problemOf } from '#server/document/formats/read-content.ts'
import { sniff, type Sniffed } from '#server/document/formats/sniff.ts'
import { empty, tooLarge, Unreadable } from '#server/document/formats/unreadable.ts'
import { csvGrid, readGrids } from '#server/document/formats/xlsx/sheet-io.ts'
import path from 'node:path'

export interface WorkbookFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Workbook {
  readonly format: 'xlsx' | 'csv'
  readonly grids: readonly Grid[]
}

/** Most cells of all sheets together; the longest list of enterprises has some 30,000. */
export const mostCells = 300_000

/** Reads a workbook or a csv file as sheets. Never throws: a refusal is a `Problem`. */
export async function readWorkbook({
  name,
  bytes,
}: WorkbookFile): Promise<Result<Workbook, Problem>> {
  try {
    const workbook = await sheetsOf(name, bytes)
    return ok({ ...workbook, grids: checked(workbook.grids) })
  } catch (error) {
    return err(problemOf(error))
  }
}

async function sheetsOf(name: string, bytes: Uint8Array): Promise<Workbook> {
  const sniffed = await sniff(bytes, path.extname(name).slice(1).toLowerCase())
  if (sniffed.kind !== 'readable') throw notASheet(sniffed)
  switch (sniffed.format) {
    case 'xlsx':
      if (sniffed.hasMacros === true) throw withMacros()
      checkArchive(bytes, (part) => part.endsWith('.xml'))
      return { format: 'xlsx', grids: await readGrids(bytes) }
    case 'txt':
    case 'md': {
      if (bytes.length > limits.textBytes) throw tooLarge('The file', limits.textBytes)
      const text = decodeText(bytes)?.text
      if (text === undefined) throw notASheet(sniffed)
      return { format: 'csv', grids: [csvGrid(text, path.parse(name).name)] }
    }
    default:
      throw notASheet(sniffed)
  }
}

function withMacros(): Unreadable {
  return new Unreadable({
    code: 'sheet-with-macros',
    title: 'Workbooks with macros are not taken in',
  })
}

function notASheet(sniffed: Sniffed): Unreadable {
  const actual =
    sniffed.kind === 'readable'
      ? sniffed.format
      : sniffed.kind === 'other'
        ? sniffed.name
        : undefined
  return new Unreadable({
    code: 'sheet-type-unknown',
    title: 'Only xlsx and csv files hold tables of figures',
    ...(actual !== undefined && { detail: { actual } }),
  })
}

/** The sheets cut to what is filled; refuses those that claim more than can be honest. */
function checked(grids: readonly Grid[]): readonly Grid[] {
  const trimmed = grids.map(trim)
  const cells = trimmed.reduce(
    (sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0),
    0,
  )
  if (cells > mostCells) throw tooLarge('The workbook', mostCells)
  if (cells === 0) throw empty()
  return trimmed
}

function trim(grid: Grid): Grid {
  const rows = grid.rows.map((row) => row.slice(0, row.findLastIndex(isFilled) + 1))
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (width > limits.tableColumns) throw tooLarge('A worksheet', limits.tableColumns)
  return { ...grid, rows: rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1) }
}

function isFilled(cell: Grid['rows'][number][number]): boolean {
  return cell !== null && (cell.text.trim() !== '' || cell.formula !== undefined)
}
