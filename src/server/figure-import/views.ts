import type { FigureImport, SheetLayout, ShownImport } from '#contract/figure-import.ts'
import type { MappedTable } from '#contract/sheet-mapping.ts'
import type { ImportRow } from './import-store.ts'
import type { LayoutRow } from './layout-store.ts'
import type { ReadImport, ReadTable } from './read-tables.ts'
import { isKeySheet, readTableKey } from './table-key.ts'

export function importView(row: ImportRow): FigureImport {
  const { id, fileName, size, format, state, revision, uploadedBy, uploadedAt } = row
  return {
    id,
    fileName,
    size,
    format,
    state,
    revision,
    uploadedBy,
    uploadedAt,
    ...(row.endedBy && { endedBy: row.endedBy }),
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    ...(row.counts && { counts: row.counts }),
  }
}

export function shownImport(row: ImportRow, { grids, tables }: ReadImport): ShownImport {
  const key = readTableKey(grids)
  return {
    figureImport: importView(row),
    sheets: grids
      .filter((grid) => !isKeySheet(grid))
      .map(({ name, isHidden, rows }) => ({
        name,
        isHidden,
        rows: rows.length,
        columns: rows.reduce((most, cells) => Math.max(most, cells.length), 0),
      })),
    tables: key === undefined ? tables.map((table) => tableView(table, row)) : [],
    ...(key !== undefined && key !== 'broken' && { exported: { at: key.at } }),
  }
}

function tableView(
  { mapping, isConfirmed, needsLook, layout }: ReadTable,
  { decisions }: ImportRow,
): MappedTable {
  return {
    ...mapping,
    decisions: decisions[mapping.id] ?? {},
    needsLook,
    isConfirmed,
    ...(layout && { layout: { id: layout.id, name: layout.name } }),
  }
}

export function layoutView({ id, name, uses, confirmedBy, confirmedAt }: LayoutRow): SheetLayout {
  return { id, name, uses, confirmedBy, confirmedAt }
}
