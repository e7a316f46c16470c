import type { Line } from '../layout.ts'
import type { Finding, FoundRows } from './found.ts'
import { gridOf, mostColumns } from './grid.ts'
import { looseRows } from './loose-rows.ts'
import { partedRows, piped, tabbed } from './parted-rows.ts'
import { isBlank, type Piece } from './piece.ts'
import { beginsCell, isIndentedText, tabCells } from './tab-cells.ts'

const longestRow = 20_000
const mostRowsAgain = 300

/** The table that begins at line `first`, if one does. */
export function tableAt(lines: readonly Line[], first: number): Finding {
  const line = lines[first]
  if (!line || line.raw.length > longestRow) return { next: first + 1 }
  if (piped.isRow(line)) return finding(partedRows(lines, first, piped), lines, first)
  if (tabbed.isRow(line)) return finding(partedRows(lines, first, tabbed), lines, first)
  if (beginsCell(line)) {
    const found = tabCells(lines, first)
    return isIndentedText(found.rows)
      ? { next: behindFirstRow(found, lines, first) }
      : finding(found, lines, first)
  }
  return looseRows(lines, first)
}

const note = /^[（(]?\s*(?:注|备注|说明|资料来源|数据来源)\s*[：:]/

function finding(found: FoundRows, lines: readonly Line[], first: number): Finding {
  const nothing = { next: Math.max(found.next, first + 1) }
  if (found.rows.some((row) => row.length > mostColumns)) return nothing
  if (found.rows.every((row) => row.length < 2)) return nothing
  // A cell across the first row is the title of the table, no part of its grid.
  if (found.rows[0]?.length === 1) return { next: behindFirstRow(found, lines, first) }
  const rows = withoutRepeatedHead(found.rows)
  const foot = rows.findIndex(
    (row, index) => index > 0 && row.length === 1 && note.test(row[0]?.text ?? ''),
  )
  const kept = foot < 0 ? rows : rows.slice(0, foot)
  if (kept.length < 2) return nothing
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

/** Where the second row begins, to look again from there; very long findings are passed over as a whole. */
function behindFirstRow(found: FoundRows, lines: readonly Line[], first: number): number {
  const place = found.rows.length > mostRowsAgain ? undefined : found.rows[1]?.[0]?.start
  if (place === undefined) return Math.max(found.next, first + 1)
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
