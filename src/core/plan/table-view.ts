import type { Cell, Document, Table } from '../document/document.ts'

/** A table as its reader sees it: what each column is headed, and the rows below the head. */
export interface TableView {
  /** The head of each column, its lines joined, spacing taken out. */
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** The cell standing in each column, absent where the grid has a hole; a merged cell in all of its columns. */
  readonly cells: readonly (Cell | undefined)[]
  /** The one cell with text, where no other has any: a heading inside the table. */
  readonly only?: Cell
  readonly start: number
  readonly end: number
}

/** Cells merged over rows stand in each of them, cells merged over columns in each of those. */
export function viewOf(table: Table): TableView {
  const grid: (Cell | undefined)[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const cells = grid[row]
        if (cells) cells[column] = cell
      }
    }
  }
  const columns = Array.from({ length: table.columns }, (_, column) => column)
  const headRows = headRowsOf(table, grid)
  const heads = columns.map((column) => {
    const texts = grid.slice(0, headRows).map((cells) => cells[column]?.text ?? '')
    return [...new Set(texts)].join('').replace(/\s+/g, '')
  })
  const rows = grid
    .map((cells, row) =>
      rowOf(
        columns.map((column) => cells[column]),
        row,
      ),
    )
    .slice(headRows)
  return { heads, rows: rows.filter(({ cells }) => cells.some((cell) => cell?.text)) }
}

/** At least one row, and not only the title of the table that some put into its first row. */
function headRowsOf(table: Table, grid: readonly (readonly (Cell | undefined)[])[]): number {
  const said = Math.max(1, table.headRows)
  const isTitle = table.columns > 1 && grid.slice(0, said).every((row) => new Set(row).size === 1)
  return isTitle ? said + 1 : said
}

function rowOf(cells: readonly (Cell | undefined)[], row: number): TableRow {
  const filled = [...new Set(cells)]
    .filter((cell) => cell !== undefined)
    .filter(({ text }) => text !== '')
  const own = filled.filter((cell) => cell.row === row)
  const printed = own.length > 0 ? own : filled
  const [first] = filled
  return {
    cells,
    ...(filled.length === 1 && first && { only: first }),
    start: Math.min(...printed.map(({ start }) => start)),
    end: Math.max(...printed.map(({ end }) => end)),
  }
}

/** The text of a cell, empty where there is none. */
export function cellText(row: TableRow, column: number | undefined): string {
  return (column === undefined ? undefined : row.cells[column]?.text)?.trim() ?? ''
}

/** A cell as printed, line breaks included: in a list of units they part one from the next. */
export function printedCell(document: Document, row: TableRow, column: number | undefined): string {
  const cell = column === undefined ? undefined : row.cells[column]
  return cell ? document.text.slice(cell.start, cell.end).trim() : ''
}

/** The first column whose head matches, taking the patterns in order of preference. */
export function columnOf(
  heads: readonly string[],
  ...patterns: readonly RegExp[]
): number | undefined {
  for (const pattern of patterns) {
    const column = heads.findIndex((head) => pattern.test(head))
    if (column >= 0) return column
  }
  return undefined
}

/** The unit in a head: 投资金额（亿元）, 总投资/万元. */
export function unitInHead(head: string): string | undefined {
  return /[（(/:：]((?:万|亿|千)?(?:元|美元|亩|公顷|平方米|平方公里))[）)]?/.exec(head)?.[1]
}
