import type { showImportSheet } from '#contract/figure-import.ts'
import type { MappedLine, MappedTable } from '#contract/sheet-mapping.ts'
import type { Reply } from '#contract/route.ts'
import { type LineRole, roleOf } from './line-words.ts'

export interface ShownCell {
  readonly column: number
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  /** What the figure in it is; absent outside the figures. */
  readonly role?: LineRole
  readonly isHead: boolean
}

export interface GridRow {
  readonly index: number
  readonly kind: 'title' | 'head' | 'body'
  readonly line?: MappedLine
  readonly cells: readonly ShownCell[]
}

/** The rows of a table and of what stands around it, with merged cells there once. */
export function gridRows(
  sheet: Reply<typeof showImportSheet>,
  table: MappedTable,
): readonly GridRow[] {
  const { left, right, bottom } = table.bounds
  const lines = new Map(table.rows.map((line) => [line.index, line]))
  const columns = new Map(table.columns.map((line) => [line.index, line]))
  const heads = new Set(table.headRows)
  const last = Math.min(sheet.from + sheet.rows.length - 1, bottom + table.notes.length)
  const rows = Array.from({ length: last - sheet.from + 1 }, (_, offset) => sheet.from + offset)
  return rows.map((index): GridRow => {
    const line = lines.get(index)
    const isHead = heads.has(index)
    return {
      index,
      kind: isHead ? 'head' : line ? 'body' : 'title',
      ...(line && { line }),
      cells: cellsOf(sheet, { index, left, right, last }).map((cell) => {
        const column = columns.get(cell.column)
        const role = line && column ? crossed(line, column) : undefined
        return { ...cell, isHead, ...(role && { role }) }
      }),
    }
  })
}

/** What a figure is where a row and a column cross: the weaker of the two decides. */
function crossed(row: MappedLine, column: MappedLine): LineRole {
  const roles = [roleOf(row), roleOf(column)]
  const decisive = (['ignored', 'open', 'total', 'check', 'base'] as const).find((one) =>
    roles.includes(one),
  )
  return decisive ?? 'value'
}

interface Window {
  readonly index: number
  readonly left: number
  readonly right: number
  readonly last: number
}

function cellsOf(
  sheet: Reply<typeof showImportSheet>,
  { index, left, right, last }: Window,
): readonly Omit<ShownCell, 'isHead'>[] {
  const merges = sheet.merges.filter(({ row, lastRow }) => row <= index && index <= lastRow)
  const texts = sheet.rows[index - sheet.from] ?? []
  return Array.from({ length: right - left + 1 }, (_, offset) => left + offset).flatMap(
    (column) => {
      const merge = merges.find((one) => one.column <= column && column <= one.lastColumn)
      if (!merge) return [{ column, text: texts[column] ?? '', rowSpan: 1, columnSpan: 1 }]
      if (merge.row !== index || Math.max(merge.column, left) !== column) return []
      return [
        {
          column,
          text: texts[merge.column] ?? '',
          rowSpan: Math.min(merge.lastRow, last) - index + 1,
          columnSpan: Math.min(merge.lastColumn, right) - column + 1,
        },
      ]
    },
  )
}
