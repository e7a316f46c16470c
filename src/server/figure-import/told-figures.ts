import { figureKey } from '#core/indicator/figure.ts'
import { cellName } from '#core/spreadsheet/grid.ts'
import type { CellReading } from '#core/spreadsheet/sheet-figures.ts'
import { editedFigures } from './edited-table.ts'
import type { ReadImport } from './read-tables.ts'
import { readTableKey } from './table-key.ts'
import type { RefusedCell, ToldByFile, ToldFigure } from './told-by-file.ts'

/** What a file says: the edits of an exported table, or the figures of its tables. */
export function toldByFile(read: ReadImport, region: string): ToldByFile {
  const key = readTableKey(read.grids)
  if (key !== undefined) return editedFigures(read.grids, key, region)
  const parts = read.tables.map((table) => {
    const { id } = table.mapping
    const { sheetName, reading } = table
    if (!reading) throw new Error('The figures of the file were not read')
    const { figures, cells, doubts } = reading
    const place = (row: number, column: number) => `${sheetName}!${cellName(row, column)}`
    const byCell = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
    const told = figures.map((figure): ToldFigure => ({
      ...figure,
      table: id,
      place: place(figure.row, figure.column),
      remarks: byCell.get(`${figure.row},${figure.column}`)?.remarks ?? [],
      doubts: doubts.filter((doubt) => doubt.code === 'growth-differs' && doubt.row === figure.row),
    }))
    const refused = cells.flatMap((cell) => refusal(cell, id, place(cell.row, cell.column)))
    const others = doubts
      .filter(({ code }) => code === 'total-differs')
      .map((doubt) => ({ ...doubt, table: id, place: place(doubt.row, doubt.column) }))
    return { figures: told, refused, doubts: others }
  })
  const { once, twice } = apart(parts.flatMap(({ figures }) => figures))
  return {
    figures: once,
    refused: [...parts.flatMap(({ refused }) => refused), ...twice],
    doubts: parts.flatMap(({ doubts }) => doubts),
  }
}

function refusal(cell: CellReading, table: string, place: string): readonly RefusedCell[] {
  const { state, row, column, why, text } = cell
  if (state !== 'refused' || why === undefined) return []
  return [{ table, place, row, column, why, text: text ?? '' }]
}

/** Figures that two tables of a file tell alike are one; told differently they are none. */
function apart(figures: readonly ToldFigure[]): {
  readonly once: readonly ToldFigure[]
  readonly twice: readonly RefusedCell[]
} {
  const groups = [...Map.groupBy(figures, figureKey).values()]
  const once: ToldFigure[] = []
  const twice: RefusedCell[] = []
  for (const group of groups) {
    const [first] = group
    const values = new Set(group.flatMap(({ value }) => (value === null ? [] : [value])))
    if (values.size > 1) {
      for (const { table, place, row, column, value } of group) {
        twice.push({ table, place, row, column, why: 'told-twice', text: value ?? '' })
      }
    } else if (first) {
      once.push(group.find(({ value }) => value !== null) ?? first)
    }
  }
  return { once, twice }
}
