import type { FigureDoubt } from '#core/spreadsheet/figure-doubts.ts'
import type { SheetFigure } from '#core/spreadsheet/sheet-figures.ts'

/** A figure of a file with the cell it stands in. */
export interface ToldFigure extends Omit<SheetFigure, 'value'> {
  readonly value: string | null
  readonly table: string
  /** Sheet and cell: `产值!C5`. */
  readonly place: string
  readonly remarks: readonly string[]
  readonly doubts: readonly FigureDoubt[]
  /** What stood there when the table was exported; absent for other files. */
  readonly exported?: string | null
}

/** A cell that gives no figure although one would belong there. */
export interface RefusedCell {
  readonly table: string
  readonly place: string
  readonly row: number
  readonly column: number
  readonly why: string
  readonly text: string
}

export interface ToldByFile {
  readonly figures: readonly ToldFigure[]
  readonly refused: readonly RefusedCell[]
  /** Doubts that belong to no figure: totals. */
  readonly doubts: readonly (FigureDoubt & { readonly table: string; readonly place: string })[]
}
