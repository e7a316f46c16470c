import type { Region } from '#contract/session.ts'
import { sheetOf, type Grid, type Sheet } from '#core/spreadsheet/grid.ts'
import type { Decisions, TableMapping } from '#core/spreadsheet/mapping.ts'
import { nameIndex, type NameIndex } from '#core/spreadsheet/names.ts'
import { needsLook, proposeTable } from '#core/spreadsheet/propose.ts'
import { sheetFigures, type SheetReading } from '#core/spreadsheet/sheet-figures.ts'
import { findTables, type TableShape } from '#core/spreadsheet/tables.ts'
import type { ReadDb } from '#server/db/db.ts'
import { gridsOf, type ImportRow } from './import-store.ts'
import { type LayoutRow, layoutsOf } from './layout-store.ts'
import { isKeySheet } from './table-key.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A table of a file with its mapping and the figures that follow from it. */
export interface ReadTable {
  readonly sheet: Sheet
  readonly shape: TableShape
  readonly mapping: TableMapping
  readonly layout: LayoutRow | undefined
  readonly isConfirmed: boolean
  readonly needsLook: boolean
}

export interface ReadImport {
  readonly grids: readonly Grid[]
  readonly tables: readonly ReadTable[]
  readonly index: NameIndex
}

/** Reads the tables of a file as people and remembered layouts say. */
export async function readImport(
  db: ReadDb,
  region: Region,
  row: Pick<ImportRow, 'id' | 'fileName' | 'decisions' | 'confirmed' | 'recognised'>,
  given?: readonly Grid[],
): Promise<ReadImport> {
  const [grids, layouts, vocabulary] = await Promise.all([
    given ?? gridsOf(db, region.code, row.id),
    layoutsOf(db, region.code),
    vocabularyOf(db, region),
  ])
  const index = nameIndex(vocabulary)
  const byId = new Map(layouts.map((layout) => [layout.id, layout]))
  const tables = shapesOf(grids).map(({ sheet, shape, place, id }): ReadTable => {
    const known = row.recognised[id]
    const layout = known === undefined ? undefined : byId.get(known)
    const remembered: Decisions | undefined = layout?.decisions ?? hiddenAside(sheet)
    const decisions = row.decisions[id]
    const mapping = proposeTable(sheet, shape, place, {
      index,
      fileName: row.fileName,
      ...(remembered && { remembered }),
      ...(decisions && { decisions }),
    })
    const isOpen = needsLook(mapping)
    const isConfirmed =
      mapping.isSkipped || row.confirmed.includes(id) || (layout !== undefined && !isOpen)
    return { sheet, shape, mapping, layout, isConfirmed, needsLook: isOpen }
  })
  return { grids, tables, index }
}

/** The figures of a table that is read. */
export function figuresOfTable({ sheet, mapping }: ReadTable, index: NameIndex): SheetReading {
  return sheetFigures(sheet, mapping, index)
}

export interface PlacedShape {
  readonly sheet: Sheet
  readonly shape: TableShape
  readonly place: { readonly sheet: number; readonly table: number }
  readonly id: string
}

/** The tables of all sheets but of the one that only carries keys. */
export function shapesOf(grids: readonly Grid[]): readonly PlacedShape[] {
  return grids.flatMap((grid, position) => {
    if (isKeySheet(grid)) return []
    const sheet = sheetOf(grid)
    return findTables(sheet).map((shape, table) => ({
      sheet,
      shape,
      place: { sheet: position, table },
      id: `${position}-${table}`,
    }))
  })
}

/** What hides is left out until somebody takes it in. */
function hiddenAside({ grid }: Sheet): Decisions | undefined {
  return grid.isHidden ? { isSkipped: true } : undefined
}

/** The layouts the tables of a file are recognised by: the same heads, and of those the one with most rows in common. */
export function recognisedLayouts(
  tables: readonly ReadTable[],
  layouts: readonly LayoutRow[],
): ImportRow['recognised'] {
  return Object.fromEntries(
    tables.flatMap(({ mapping: { id, fingerprint, rows } }) => {
      const keys = new Set(rows.map(({ key }) => key))
      const [best] = layouts
        .filter((layout) => layout.fingerprint === fingerprint)
        .map((layout) => ({ layout, common: overlap(keys, layout.rowKeys) }))
        .filter(({ common }) => common >= leastOverlap)
        .toSorted((a, b) => b.common - a.common)
      return best ? [[id, best.layout.id]] : []
    }),
  )
}

// Of a list of enterprises a third may come and go; of another table less than that is the same.
const leastOverlap = 0.4

function overlap(keys: ReadonlySet<string>, others: readonly string[]): number {
  const common = others.filter((key) => keys.has(key)).length
  return common / Math.max(1, Math.min(keys.size, others.length))
}
