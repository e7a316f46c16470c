import { isBlank, type Piece } from './piece.ts'

/** A cell that has its column. */
export interface PlacedPiece {
  readonly piece: Piece
  readonly column: number
  readonly columnSpan: number
}

/** Gives the cells of the head rows their columns: a cell of an upper row spans those that stand under it. */
export function placeHead(
  head: readonly (readonly Piece[])[],
  columns: number,
): readonly (readonly PlacedPiece[])[] {
  const placed: (readonly PlacedPiece[])[] = []
  for (const [index, row] of head.entries()) {
    const above = placed[index - 1]
    const below = head[index + 1]
    if (above && row.length < columns && !row.some(isBlank)) placed.push(underWide(row, above))
    else placed.push(across(row, below ? widthsOver(row, below, columns) : row.map(() => 1)))
  }
  return placed
}

function across(row: readonly Piece[], widths: readonly number[]): readonly PlacedPiece[] {
  let column = 0
  return row.flatMap((piece, place) => {
    const columnSpan = widths[place] ?? 1
    const at = column
    column += columnSpan
    return isBlank(piece) || columnSpan === 0 ? [] : [{ piece, column: at, columnSpan }]
  })
}

function underWide(row: readonly Piece[], above: readonly PlacedPiece[]): readonly PlacedPiece[] {
  const open = above
    .filter((cell) => cell.columnSpan > 1)
    .flatMap((cell) => Array.from({ length: cell.columnSpan }, (_, step) => cell.column + step))
  return row.flatMap((piece, place) => {
    const column = open[place]
    return column === undefined ? [] : [{ piece, column, columnSpan: 1 }]
  })
}

/** How many columns each cell of an upper head row spans, given the row below it. */
function widthsOver(
  row: readonly Piece[],
  below: readonly Piece[],
  columns: number,
): readonly number[] {
  if (row.length < columns) {
    return below.some(isBlank)
      ? widthsBetween(row, below, columns)
      : widthsByText(row, below, columns)
  }
  const widths: number[] = row.map((piece) => (isBlank(piece) ? 0 : 1))
  for (const [place, piece] of row.entries()) {
    if (!isBlank(piece)) continue
    const owner = row.findLastIndex((other, index) => index < place && !isBlank(other))
    if (owner < 0 || isBlank(below[place])) widths[place] = 1
    else widths[owner] = (widths[owner] ?? 0) + 1
  }
  return widths
}

/** Cells over the blanks at both ends of the row below are single, the others share what is left. */
function widthsBetween(
  row: readonly Piece[],
  below: readonly Piece[],
  columns: number,
): readonly number[] {
  const leading = below.findIndex((piece) => !isBlank(piece))
  const trailing = below.length - 1 - below.findLastIndex((piece) => !isBlank(piece))
  const wide = Math.max(1, row.length - leading - trailing)
  const share = Math.max(1, Math.floor((columns - leading - trailing) / wide))
  return row.map((_, place) => (place < leading || place >= row.length - trailing ? 1 : share))
}

const spanning = [/十[二三四五六]五|目标|规划/, /\d{4}/, /指标值|完成|情况/]

/** The row below names only the columns of wide cells: those that speak of targets and years. */
function widthsByText(
  row: readonly Piece[],
  below: readonly Piece[],
  columns: number,
): readonly number[] {
  const wide = Math.max(1, row.length - columns + below.length)
  const ranked = row
    .map((piece, place) => ({
      place,
      rank: spanning.findIndex((pattern) => pattern.test(piece.text)),
    }))
    .toSorted((a, b) => (a.rank < 0 ? 9 : a.rank) - (b.rank < 0 ? 9 : b.rank) || b.place - a.place)
  const chosen = new Set(ranked.slice(0, wide).map(({ place }) => place))
  const share = Math.max(1, Math.floor(below.length / wide))
  return row.map((_, place) => (chosen.has(place) ? share : 1))
}
