import { type Caption, declaredUnit } from './captions.ts'
import type { Cell } from './document.ts'
import type { TableDraft } from './draft.ts'
import type { LaidTable } from './layout.ts'
import { headRowsOf } from './tables/head.ts'
import type { Piece } from './tables/piece.ts'

/** A table the source knew, with its caption and unit, which may stand in its first rows. */
export function nativeTable({ start, end, source, cells }: LaidTable, above: Caption): TableDraft {
  const { rows, columns, page } = source
  const titles = titleCells(cells, columns)
  const inside = titles.find(
    (cell) => declaredUnit(cell.text) !== cell.text && !/^[（(]?\s?单位/.test(cell.text),
  )
  const caption = above.caption ?? (inside && { start: inside.start, end: inside.end })
  const unit =
    above.unit ?? titles.map((cell) => declaredUnit(cell.text)).find((text) => text !== undefined)
  return {
    kind: 'table',
    start,
    end,
    ...(caption && { caption }),
    ...(unit && { unit }),
    ...(page !== undefined && { page }),
    rows,
    columns,
    headRows: source.headRows ?? titles.length + headDepth(cells, titles.length, columns),
    cells,
  }
}

/** Leading rows of one cell across the table: its caption, its unit. */
function titleCells(cells: readonly Cell[], columns: number): readonly Cell[] {
  const end = cells.findIndex(
    (cell, index) => cell.row !== index || cell.columnSpan < columns || columns < 2,
  )
  return cells.slice(0, Math.max(0, end))
}

/** How many rows from `first` on are head: as many as its first row's cells span, or as read from their words. */
function headDepth(cells: readonly Cell[], first: number, columns: number): number {
  const row = cells.filter((cell) => cell.row === first)
  const isWide = row.some((cell) => cell.columnSpan > 1)
  const deepest = row.reduce((most, cell) => Math.max(most, cell.rowSpan), 1)
  const rows = [first, first + 1, first + 2].map((number) => piecesOfRow(cells, number, columns))
  const read = headRowsOf(rows, columns)
  return read > 0 && isWide ? Math.max(read, deepest) : read
}

function piecesOfRow(cells: readonly Cell[], row: number, columns: number): readonly Piece[] {
  const pieces: Piece[] = Array.from({ length: columns }, () => ({ start: 0, end: 0, text: '' }))
  for (const cell of cells) if (cell.row === row) pieces[cell.column] = cell
  return pieces
}
