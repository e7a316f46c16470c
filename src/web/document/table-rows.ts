import type { Cell, Table } from '#core/document/document.ts'

export interface TableRow {
  readonly index: number
  readonly cells: readonly Cell[]
}

/** The cells row by row, as a table on the screen wants them: a merged cell stands in its first row. */
export function rowsOfTable(table: Table): {
  readonly head: readonly TableRow[]
  readonly body: readonly TableRow[]
} {
  const rows = Array.from({ length: table.rows }, (_, index) => ({ index, cells: [] as Cell[] }))
  for (const cell of table.cells) rows[cell.row]?.cells.push(cell)
  return { head: rows.slice(0, table.headRows), body: rows.slice(table.headRows) }
}
