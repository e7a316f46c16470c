import type { Cell, Table } from '#core/document/document.ts'

/** A place in a row of a table to be written; `cell` is absent where the table has a hole. */
export interface Placed {
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly cell?: Cell
}

/**
 * The rows of a table such that every place is covered exactly once, as Word requires: holes are
 * filled, and spans that reach over a neighbour or out of the table are cut.
 */
export function placedRows(table: Table): readonly (readonly Placed[])[] {
  const taken = Array.from({ length: table.rows }, () => new Set<number>())
  const isFree = (row: number, column: number): boolean =>
    column < table.columns && taken[row]?.has(column) === false

  const place = (row: number, column: number, cell?: Cell): Placed => {
    let columnSpan = 1
    while (columnSpan < (cell?.columnSpan ?? 1) && isFree(row, column + columnSpan)) columnSpan++
    const columns = Array.from({ length: columnSpan }, (_, index) => column + index)
    let rowSpan = 1
    while (rowSpan < (cell?.rowSpan ?? 1) && columns.every((c) => isFree(row + rowSpan, c)))
      rowSpan++
    for (const below of taken.slice(row, row + rowSpan)) for (const c of columns) below.add(c)
    return { column, rowSpan, columnSpan, ...(cell && { cell }) }
  }

  const cellAt = new Map(table.cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
  return taken.map((_, row) => {
    const placed: Placed[] = []
    for (let column = 0; column < table.columns; column++) {
      if (isFree(row, column)) placed.push(place(row, column, cellAt.get(`${row},${column}`)))
    }
    return placed
  })
}
