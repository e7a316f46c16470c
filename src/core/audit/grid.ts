import { type Citation, cite } from '../document/citation.ts'
import type { Cell, Document, Table } from '../document/document.ts'
import { decimalsOf, type Interval, rounded } from './interval.ts'

/** A table as rows of cells, merged cells repeated where they reach. */
export interface Grid {
  readonly table: Table
  readonly caption: string
  readonly rows: readonly (readonly (GridCell | undefined)[])[]
}

export interface GridCell {
  readonly cell: Cell
  readonly text: string
  /** The number, where the cell holds nothing but one (with % or brackets around it). */
  readonly value?: number
  readonly range?: Interval
}

/** A row or column of numbers by year. */
export interface Series {
  readonly grid: Grid
  /** Its head or label as printed: 全区规上工业增加值（亿元）. */
  readonly label: string
  readonly points: readonly { readonly year: number; readonly cell: GridCell & Valued }[]
}

interface Valued {
  readonly value: number
  readonly range: Interval
}

export function gridsOf(document: Document): readonly Grid[] {
  return document.blocks
    .filter((block) => block.kind === 'table')
    .map((table) => gridOf(document, table))
}

export function isNumber(cell: GridCell | undefined): cell is GridCell & Valued {
  return cell?.value !== undefined
}

export function citeCells(
  document: Document,
  grid: Grid,
  cells: readonly GridCell[],
): readonly Citation[] {
  return cells.map(({ cell }) => cite(document, grid.table, { start: cell.start, end: cell.end }))
}

/** Every row and column whose numbers belong to years, in order of the years. */
export function seriesOf(grid: Grid): readonly Series[] {
  return [...seriesAlong(grid, grid.rows), ...seriesAlong(grid, turned(grid.rows))]
}

/** A line of history: three years or more without a gap. Base and goals of a target are none. */
export function isYearByYear({ points }: Series): boolean {
  return (
    points.length >= 3 &&
    points.slice(1).every(({ year }, i) => year === (points[i]?.year ?? 0) + 1)
  )
}

type Line = readonly (GridCell | undefined)[]

/** Lines of numbers under a line of years; the years stand in one of the first three lines. */
function seriesAlong(grid: Grid, lines: readonly Line[]): readonly Series[] {
  const head = lines
    .slice(0, 3)
    .find((line) => line.filter((cell) => yearOf(cell) !== undefined).length >= 2)
  if (!head) return []
  return lines.flatMap((line) => {
    if (line === head) return []
    const points = line.flatMap((cell, i) => {
      const year = yearOf(head[i])
      return year !== undefined && isNumber(cell) ? [{ year, cell }] : []
    })
    const label = line.find((cell) => cell && cell.text !== '' && !isNumber(cell))?.text ?? ''
    return points.length >= 2 && label !== '' ? [{ grid, label, points }] : []
  })
}

function gridOf(document: Document, table: Table): Grid {
  const rows: (GridCell | undefined)[][] = Array.from({ length: table.rows }, () =>
    Array.from({ length: table.columns }, () => undefined),
  )
  for (const cell of table.cells) {
    const filled = gridCell(cell)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const line = rows[row]
        if (line) line[column] = filled
      }
  }
  const caption = table.caption ? document.text.slice(table.caption.start, table.caption.end) : ''
  return { table, caption, rows }
}

function gridCell(cell: Cell): GridCell {
  const text = cell.text.replace(/\s+/g, '')
  const printed = /^(?:预计|约)?[[［]?([-−]?\d+(?:,\d{3})*(?:\.\d+)?)[%％]?[\]］]?$/.exec(text)?.[1]
  if (printed === undefined) return { cell, text }
  const value = Number(printed.replaceAll(',', '').replace('−', '-'))
  return { cell, text, value, range: rounded(value, decimalsOf(printed)) }
}

function yearOf(cell: GridCell | undefined): number | undefined {
  const year = /^((?:19|20)\d{2})年?(?:现状|目标|实际)?$/.exec(cell?.text ?? '')?.[1]
  return year === undefined ? undefined : Number(year)
}

function turned(rows: readonly Line[]): readonly Line[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column]))
}
