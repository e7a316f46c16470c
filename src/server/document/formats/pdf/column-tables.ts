import type { Line, LinePart } from './lines.ts'
import type { PageCell, PageTable } from './ruled-tables.ts'

/** A table without ruling lines, and the lines it is made of. */
export interface ColumnTable {
  readonly table: PageTable
  readonly lines: ReadonlySet<Line>
}

interface Interval {
  readonly left: number
  readonly right: number
}

/** Lines and columns that make a table rather than a line with gaps in it. */
const fewest = 3

/** The tables of a page told by their columns alone: three lines or more, each of three parts or more. */
export function columnTables(lines: readonly Line[]): readonly ColumnTable[] {
  const stretches: Line[][] = []
  for (const line of lines) {
    const stretch = stretches.at(-1)
    const last = stretch?.at(-1)
    const isNear = last !== undefined && line.baseline - last.baseline < 3.2 * last.size
    if (stretch !== undefined && isNear && isRow(last) && isRow(line)) stretch.push(line)
    else stretches.push([line])
  }
  return stretches.flatMap((stretch) => columnTable(stretch) ?? [])
}

function isRow(line: Line): boolean {
  return line.parts.length >= 2
}

function columnTable(lines: readonly Line[]): ColumnTable | undefined {
  const full = lines.filter((line) => line.parts.length >= fewest)
  const [first] = lines
  if (full.length < fewest || first === undefined) return undefined
  const most = Math.max(...full.map((line) => line.parts.length))
  const columns = columnsOf(full.filter((line) => line.parts.length === most))
  if (columns.length !== most || !lines.every((line) => isInColumns(line, columns)))
    return undefined
  return {
    lines: new Set(lines),
    table: {
      page: first.page,
      top: first.baseline - first.size,
      bottom: lines.at(-1)?.baseline ?? first.baseline,
      columnEdges: [...columns.map((column) => column.left), columns.at(-1)?.right ?? 0],
      rows: lines.length,
      cells: lines.flatMap((line, row) => cellsOf(line, row, columns)),
      runs: new Set(),
    },
  }
}

/** The stretches of the page that parts of the lines fill, where they overlap taken together. */
function columnsOf(lines: readonly Line[]): readonly Interval[] {
  const parts = lines.flatMap((line) => line.parts)
  const columns: Interval[] = []
  for (const part of [...parts].sort((one, other) => one.left - other.left)) {
    const last = columns.at(-1)
    if (last !== undefined && part.left < last.right) {
      columns[columns.length - 1] = { left: last.left, right: Math.max(last.right, part.right) }
    } else columns.push({ left: part.left, right: part.right })
  }
  return columns
}

/** Whether each part of a line stands in columns of its own. */
function isInColumns(line: Line, columns: readonly Interval[]): boolean {
  const reaches = line.parts.map((part) => reach(part, columns))
  return reaches.every(([start], index) => start > (reaches[index - 1]?.[1] ?? -1))
}

/** The cells of a line; columns none of its parts reaches are blank. */
function cellsOf(line: Line, row: number, columns: readonly Interval[]): readonly PageCell[] {
  const cells: PageCell[] = []
  let column = 0
  for (const part of line.parts) {
    const [start, end] = reach(part, columns)
    for (; column < start; column += 1) cells.push(cell(row, column, 1, ''))
    cells.push(cell(row, start, end - start + 1, part.text))
    column = end + 1
  }
  for (; column < columns.length; column += 1) cells.push(cell(row, column, 1, ''))
  return cells
}

function cell(row: number, column: number, columnSpan: number, text: string): PageCell {
  return { row, column, rowSpan: 1, columnSpan, text }
}

/** The first and the last column a part overlaps, else the nearest. */
function reach(part: LinePart, columns: readonly Interval[]): readonly [number, number] {
  const overlaps = (column: Interval) => part.left < column.right && column.left < part.right
  const first = columns.findIndex(overlaps)
  if (first >= 0) return [first, columns.findLastIndex(overlaps)]
  const distances = columns.map((column) =>
    Math.min(Math.abs(part.left - column.right), Math.abs(column.left - part.right)),
  )
  const nearest = distances.indexOf(Math.min(...distances))
  return [nearest, nearest]
}
