import type { Cell, Table } from '../../document/document.ts'

/** Gives the cell that covers a place of a table, merged cells included. */
export type CellLookup = (row: number, column: number) => Cell | undefined

/** Prepares a table for being asked place by place. */
export function cellLookup(table: Table): CellLookup {
  const rows: (Cell | undefined)[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        const line = rows[row]
        if (line) line[column] ??= cell
      }
    }
  }
  return (row, column) => rows[row]?.[column]
}

/** A cell's text without any space: names and heads wrap where the column is narrow. */
export function tight(cell: Cell | undefined): string {
  return cell?.text.replace(/\s+/g, '') ?? ''
}
