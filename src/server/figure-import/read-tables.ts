import type { Region } from '#contract/session.ts'
import type { Grid } from '#core/spreadsheet/grid.ts'
import type { Decisions } from '#core/spreadsheet/mapping.ts'
import type { Vocabulary } from '#core/spreadsheet/names.ts'
import { needsLook } from '#core/spreadsheet/propose.ts'
import type { SheetsToRead, SheetTable } from '#core/spreadsheet/read-sheets.ts'
import type { ReadDb } from '#server/db/db.ts'
import { gridsOf, type ImportRow } from './import-store.ts'
import { type LayoutRow, layoutsOf } from './layout-store.ts'
import { mapSheets } from './reading/map-sheets.ts'
import { isKeySheet } from './table-key.ts'
import { vocabularyOf } from './vocabulary.ts'

/** A table of a file with its mapping and, where they were wanted, the figures that follow from it. */
export interface ReadTable extends SheetTable {
  readonly layout: LayoutRow | undefined
  readonly isConfirmed: boolean
  readonly needsLook: boolean
}

export interface ReadImport {
  readonly grids: readonly Grid[]
  readonly tables: readonly ReadTable[]
  readonly vocabulary: Vocabulary
}

interface ToRead {
  readonly wants?: SheetsToRead['wants']
  /** Where they are at hand already. */
  readonly grids?: readonly Grid[]
}

/** Reads the tables of a file as people and remembered layouts say; mappings alone where nothing more is wanted. */
export async function readImport(
  db: ReadDb,
  region: Region,
  row: Pick<ImportRow, 'id' | 'fileName' | 'decisions' | 'confirmed' | 'recognised'>,
  { wants = 'mappings', grids: given }: ToRead = {},
): Promise<ReadImport> {
  const [grids, layouts, vocabulary] = await Promise.all([
    given ?? gridsOf(db, region.code, row.id),
    layoutsOf(db, region.code),
    vocabularyOf(db, region),
  ])
  const byId = new Map(layouts.map((layout) => [layout.id, layout]))
  const layoutOf = (id: string) => {
    const known = row.recognised[id]
    return known === undefined ? undefined : byId.get(known)
  }
  const tables = await mapSheets({
    // The sheet that only carries keys holds no table.
    grids: grids.map((grid) => (isKeySheet(grid) ? { ...grid, rows: [] } : grid)),
    fileName: row.fileName,
    vocabulary,
    decisions: row.decisions,
    remembered: rememberedOf(row, layoutOf),
    wants,
  })
  return {
    grids,
    vocabulary,
    tables: tables.map((table) => standing(table, row, layoutOf(table.mapping.id))),
  }
}

function rememberedOf(
  { recognised }: Pick<ImportRow, 'recognised'>,
  layoutOf: (id: string) => LayoutRow | undefined,
): Readonly<Record<string, Decisions>> {
  return Object.fromEntries(
    Object.keys(recognised).flatMap((id) => {
      const layout = layoutOf(id)
      return layout ? [[id, layout.decisions]] : []
    }),
  )
}

function standing(
  table: SheetTable,
  { confirmed }: Pick<ImportRow, 'confirmed'>,
  layout: LayoutRow | undefined,
): ReadTable {
  const { mapping } = table
  const isOpen = needsLook(mapping)
  const isConfirmed =
    mapping.isSkipped || confirmed.includes(mapping.id) || (layout !== undefined && !isOpen)
  return { ...table, layout, isConfirmed, needsLook: isOpen }
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
