import { type PivotLine, pivotOf } from '#core/indicator/pivot.ts'
import { cellName, type Grid } from '#core/spreadsheet/grid.ts'
import { readFigure } from '#core/spreadsheet/read-figure.ts'
import { badInput } from '#server/http/failure.ts'
import { isKeySheet, type TableKey } from './table-key.ts'
import type { RefusedCell, ToldByFile, ToldFigure } from './told-by-file.ts'
import { Decimal } from 'decimal.js'

/** Where an exported table has its head, in rows from 0. */
const headRow = 1

/**
 * What was edited in an exported table. Refuses (400) a table whose rows, columns or hidden sheet are
 * not as they were exported: figures would land in other places.
 */
export function editedFigures(
  grids: readonly Grid[],
  key: TableKey | 'broken',
  region: string,
): ToldByFile {
  const sheet = grids.find((grid) => !isKeySheet(grid))
  if (key === 'broken' || !sheet) throw notTheSame('key')
  if (key.region !== region) throw notTheSame('region')
  for (const [position, heads] of key.heads.entries()) checkTexts(sheet, headRow + position, heads)
  const body = headRow + key.heads.length
  const { rows, columns } = pivotOf(key.members, key.layout)
  const figures: ToldFigure[] = []
  const refused: RefusedCell[] = []
  for (const [position, row] of key.rows.entries()) {
    const index = body + position
    checkTexts(sheet, index, row.labels)
    for (const [column, line] of columns.entries()) {
      const place = { row, index, column, line: { ...rows[position], ...line } }
      const edit = editOf(sheet, place)
      if (edit === undefined) continue
      if ('why' in edit) refused.push(edit)
      else figures.push(edit)
    }
  }
  const below = sheet.rows.slice(body + key.rows.length)
  if (below.some((row) => row.some((cell) => cell !== null && cell.text.trim() !== ''))) {
    throw notTheSame('rows', { row: body + key.rows.length + 1 })
  }
  return { figures, refused, doubts: [] }
}

interface Place {
  readonly row: TableKey['rows'][number]
  readonly index: number
  readonly column: number
  /** What the cell is about. */
  readonly line: PivotLine
}

function editOf(
  sheet: Grid,
  { row, index, column, line }: Place,
): ToldFigure | RefusedCell | undefined {
  const at = row.labels.length + column
  const exported = row.values[column] ?? null
  const read = readFigure(sheet.rows[index]?.[at] ?? undefined)
  const place = {
    table: '0-0',
    place: `${sheet.name}!${cellName(index, at)}`,
    row: index,
    column: at,
  }
  if (read.kind === 'refused') return { ...place, why: read.why, text: read.text }
  const value = read.kind === 'value' ? read.value : null
  const { subject, indicator, period } = line
  if (!subject || !indicator || !period) throw notTheSame('key')
  if (isSame(value, exported)) return undefined
  if (row.isDerived[column] === true) return { ...place, why: 'figure-derived', text: value ?? '' }
  return {
    ...place,
    subject,
    indicator,
    period,
    value,
    ...(value === null && { gap: 'not-reported' as const }),
    remarks: read.kind === 'value' ? read.remarks : [],
    doubts: [],
    exported,
  }
}

// What Excel writes back has fifteen digits.
function isSame(value: string | null, exported: string | null): boolean {
  if (value === null || exported === null) return value === exported
  const [one, other] = [new Decimal(value), new Decimal(exported)]
  return one.toSignificantDigits(15).equals(other.toSignificantDigits(15))
}

function checkTexts(sheet: Grid, row: number, expected: readonly string[]): void {
  for (const [column, text] of expected.entries()) {
    if ((sheet.rows[row]?.[column]?.text.trim() ?? '') !== text.trim()) {
      throw notTheSame('labels', { row: row + 1, column: column + 1 })
    }
  }
}

function notTheSame(what: string, place?: { readonly row: number; readonly column?: number }) {
  return badInput('table-not-same', 'The table is not as it was exported', { what, ...place })
}
