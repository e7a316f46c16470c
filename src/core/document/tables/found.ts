import type { Span } from '../document.ts'
import type { Grid } from './grid.ts'
import type { Piece } from './piece.ts'

/** Rows of a table found in lines, and the index of the first line behind them. */
export interface FoundRows {
  readonly rows: readonly (readonly Piece[])[]
  readonly next: number
}

/** What was looked at up to the line before `next`: a table, or nothing of the kind. */
export interface Finding {
  readonly next: number
  readonly table?: Grid & Span
}
