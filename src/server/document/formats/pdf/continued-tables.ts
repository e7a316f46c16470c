import type { SourceCell, SourceTable } from '#core/document/document.ts'
import { tableOf } from '../grid.ts'
import type { PageCell, PageTable } from './ruled-tables.ts'

/** Whether a table at the head of a page goes on with the one at the foot of the page before. */
export function continues(before: PageTable, next: PageTable): boolean {
  return (
    next.page === before.page + 1 &&
    next.columnEdges.length === before.columnEdges.length &&
    next.columnEdges.every((edge, index) => Math.abs(edge - (before.columnEdges[index] ?? 0)) < 4)
  )
}

/**
 * The parts of a table on pages that follow one another as one table: the head repeated on each page
 * is there once, a row broken by the page is whole, and a merged cell that goes on reaches further.
 */
export function joinedTable(parts: readonly PageTable[]): SourceTable {
  const [first, ...others] = parts
  let cells: SourceCell[] = [...(first?.cells ?? [])]
  let rows = first?.rows ?? 0
  let headRows = 0
  for (const part of others) {
    const repeated = repeatedRows(first?.cells ?? [], part.cells)
    headRows = Math.max(headRows, repeated)
    const shifted = part.cells
      .filter((cell) => cell.row >= repeated)
      .map((cell) => ({ ...cell, row: cell.row - repeated + rows }))
    const columns = part.columnEdges.length - 1
    const goesOn = rows > 0 && isBrokenRow(shifted, cells, rows, columns)
    cells = goesOn ? withBrokenRow(cells, shifted, rows) : withContinuedCells(cells, shifted, rows)
    rows += part.rows - repeated - (goesOn ? 1 : 0)
  }
  return tableOf(cells, { headRows, ...(first && { page: first.page }) })
}

/** How many rows at the head of a part are those at the head of the table again. */
function repeatedRows(head: readonly PageCell[], part: readonly PageCell[]): number {
  const rows = Math.max(0, ...part.map((cell) => cell.row + cell.rowSpan))
  let repeated = 0
  while (repeated < Math.min(rows, 5) && isSameRow(head, part, repeated)) repeated += 1
  // A head ends where no cell of it reaches further down.
  const reachesOn = part.some((cell) => cell.row < repeated && cell.row + cell.rowSpan > repeated)
  return reachesOn ? 0 : repeated
}

function isSameRow(head: readonly PageCell[], part: readonly PageCell[], row: number): boolean {
  const key = rowKey(part, row)
  // Rows without words repeat by chance.
  return /[^\d\s.,%:|—-]/.test(key) && key === rowKey(head, row)
}

function rowKey(cells: readonly PageCell[], row: number): string {
  return cells
    .filter((cell) => cell.row === row)
    .map((cell) => `${cell.column}:${cell.columnSpan}:${cell.text.replace(/\s/g, '')}`)
    .join('|')
}

/**
 * The rest of a row that the page cut: its first cell is blank where the row before has a serial
 * number, or most of its cells are blank.
 */
function isBrokenRow(
  shifted: readonly SourceCell[],
  cells: readonly SourceCell[],
  row: number,
  columns: number,
): boolean {
  const rest = shifted.filter((cell) => cell.row === row)
  const filled = rest.filter((cell) => cell.text.trim() !== '').length
  const isBlankAtFirst = rest.some((cell) => cell.column === 0 && cell.text.trim() === '')
  if (!isBlankAtFirst || filled === 0 || rest.some((cell) => cell.rowSpan > 1)) return false
  const before = cells.find((cell) => cell.column === 0 && cell.row === row - 1)
  const isNumbered = before !== undefined && /^\d+[.、]?$/.test(before.text.trim())
  return isNumbered || filled <= columns / 2
}

function withBrokenRow(
  cells: readonly SourceCell[],
  shifted: readonly SourceCell[],
  row: number,
): SourceCell[] {
  const rests = shifted.filter((cell) => cell.row === row)
  const whole = cells.map((cell) => {
    if (cell.row + cell.rowSpan !== row) return cell
    const rest = rests.find((other) => other.column === cell.column)
    return rest === undefined ? cell : { ...cell, text: cell.text + rest.text }
  })
  const below = shifted.filter((cell) => cell.row > row)
  return [...whole, ...below.map((cell) => ({ ...cell, row: cell.row - 1 }))]
}

/** Lets the cells at the foot of a page reach over the blank ones that go on with them. */
function withContinuedCells(
  cells: readonly SourceCell[],
  shifted: readonly SourceCell[],
  row: number,
): SourceCell[] {
  const taken = new Set<SourceCell>()
  const reaching = cells.map((cell) => {
    if (cell.row + cell.rowSpan !== row || cell.column > 1) return cell
    const rest = shifted.find(
      (other) =>
        other.row === row &&
        other.column === cell.column &&
        other.columnSpan === cell.columnSpan &&
        other.text.trim() === '' &&
        (cell.rowSpan > 1 || other.rowSpan > 1 || cell.column === 0),
    )
    if (rest === undefined || cell.text.trim() === '') return cell
    taken.add(rest)
    return { ...cell, rowSpan: cell.rowSpan + rest.rowSpan }
  })
  return [...reaching, ...shifted.filter((cell) => !taken.has(cell))]
}
