import type { Line } from '../layout.ts'
import type { Finding, FoundRows } from './found.ts'
import { gridOf, mostColumns } from './grid.ts'
import { looseRows } from './loose-rows.ts'
import { partedRows, piped, tabbed } from './parted-rows.ts'
import { isBlank, type Piece } from './piece.ts'
import { beginsCell, tabCellRows } from './tab-cells.ts'

const longestRow = 20_000
const longestCell = 2_000

/** The table that begins at line `first`, if one does. */
export function tableAt(lines: readonly Line[], first: number): Finding {
  const line = lines[first]
  if (!line || line.raw.length > longestRow) return { next: first + 1 }
  if (piped.isRow(line)) return finding(partedRows(lines, first, piped), lines, first)
  if (tabbed.isRow(line)) return finding(partedRows(lines, first, tabbed), lines, first)
  if (beginsCell(line)) return finding(tabCells(lines, first), lines, first)
  return looseRows(lines, first)
}

function tabCells(lines: readonly Line[], first: number): FoundRows {
  let next = first
  let blanks = 0
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index]
    if (!line || line.raw.length > longestCell) break
    if (beginsCell(line)) {
      blanks = 0
      next = index + 1
    } else if (line.text === '') {
      blanks += 1
      if (blanks > 1) break
    } else {
      // Behind a blank line a cell goes on only if another cell follows soon.
      if (blanks > 0 && !lines.slice(index + 1, index + 4).some(beginsCell)) break
      if (blanks === 0) next = index + 1
      blanks = 0
    }
  }
  return { rows: tabCellRows(lines.slice(first, next)), next }
}

const note = /^[（(]?\s*(?:注|备注|说明|资料来源|数据来源)\s*[：:]/

function finding(found: FoundRows, lines: readonly Line[], first: number): Finding {
  const nothing = { next: Math.max(found.next, first + 1) }
  if (found.rows.some((row) => row.length > mostColumns)) return nothing
  const [title, body] = found.rows
  if (title?.length === 1 && body?.[0]) return { next: lineOf(lines, first, body[0].start) }
  const rows = withoutRepeatedHead(found.rows)
  const foot = rows.findIndex(
    (row, index) => index > 0 && row.length === 1 && note.test(row[0]?.text ?? ''),
  )
  const kept = foot < 0 ? rows : rows.slice(0, foot)
  if (kept.length < 2 || kept.every((row) => row.length < 2)) return nothing
  const grid = gridOf(kept)
  const printed = grid.cells.filter((cell) => cell.text !== '')
  const start = printed[0]?.start ?? 0
  const end = printed.reduce((last, cell) => Math.max(last, cell.end), start)
  if (printed.length < 3) return nothing
  const footLine =
    foot < 0 ? -1 : lines.slice(first, found.next).findIndex((line) => line.end > end)
  const cells = grid.cells.filter((cell) => cell.start >= start && cell.end <= end)
  return {
    next: footLine < 0 ? found.next : first + footLine,
    table: { ...grid, cells, start, end },
  }
}

/** The line behind `first` on which a place of the text lies. A cell across the first row is no part of the grid. */
function lineOf(lines: readonly Line[], first: number, place: number): number {
  let index = first + 1
  while (index < lines.length && (lines[index]?.end ?? 0) < place) index += 1
  return index
}

/** A head is printed again on each page; once is enough. */
function withoutRepeatedHead(rows: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const heads = rows.slice(0, 2).map(wording)
  return rows.filter(
    (row, index) =>
      index < 2 ||
      row.filter((piece) => !isBlank(piece)).length < 2 ||
      !heads.includes(wording(row)),
  )
}

function wording(row: readonly Piece[]): string {
  return row.map((piece) => piece.text).join('\t')
}
