/** A cell of a worksheet as it was found. */
export interface GridCell {
  /** As one sees it. */
  readonly text: string
  /** The number in the cell as an exact decimal, before any format: 0.085 for what shows as 8.5%. */
  readonly number?: string
  /** The number is shown as a percentage. */
  readonly isPercent?: true
  readonly isDate?: true
  /** The cell computes: its kept value was used, or the file holds none. */
  readonly formula?: 'kept' | 'lost'
  /** What Excel shows where a formula failed: `#REF!`. */
  readonly error?: string
  /** How far the text is set in. */
  readonly indent?: number
}

/** A merged range; `last…` is inside it. */
export interface GridMerge {
  readonly row: number
  readonly column: number
  readonly lastRow: number
  readonly lastColumn: number
}

/** A worksheet. Rows and columns count from 0; rows may differ in length. */
export interface Grid {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly (readonly (GridCell | null)[])[]
  readonly merges: readonly GridMerge[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
}

/** A worksheet whose merged cells can be asked from anywhere inside them. */
export interface Sheet {
  readonly grid: Grid
  readonly height: number
  readonly width: number
  /** The cell that shows at a place: of a merged range its first. */
  readonly at: (row: number, column: number) => GridCell | undefined
  /** Where the cell that shows at a place begins. */
  readonly origin: (row: number, column: number) => readonly [row: number, column: number]
}

export function sheetOf(grid: Grid): Sheet {
  const height = grid.rows.length
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const origins = new Map<number, readonly [number, number]>()
  for (const { row, column, lastRow, lastColumn } of grid.merges) {
    for (let r = row; r <= Math.min(lastRow, height - 1); r++) {
      for (let c = column; c <= Math.min(lastColumn, width - 1); c++) {
        origins.set(r * width + c, [row, column])
      }
    }
  }
  const origin: Sheet['origin'] = (row, column) =>
    origins.get(row * width + column) ?? [row, column]
  return {
    grid,
    height,
    width,
    origin,
    at: (row, column) => {
      const [r, c] = origin(row, column)
      return grid.rows[r]?.[c] ?? undefined
    },
  }
}

/** The text at a place without blanks around it; empty where there is none. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return sheet.at(row, column)?.text.trim() ?? ''
}

/** Whether a place has a text of its own: of a merged range only its first cell has. */
export function isOwn(sheet: Sheet, row: number, column: number): boolean {
  const [r, c] = sheet.origin(row, column)
  return r === row && c === column && textAt(sheet, row, column) !== ''
}

/** A place as Excel names it: row 4, column 2 is `C5`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** A column as Excel names it: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
