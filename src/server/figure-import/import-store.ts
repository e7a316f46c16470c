import type { ImportCounts, ImportState } from '#contract/figure-import.ts'
import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { Grid } from '#core/spreadsheet/grid.ts'
import type { Decisions } from '#core/spreadsheet/mapping.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'

export type ImportId = Id<'figure-import'>
export type ImportRow = Row<'figureImport'>
export type ChangeRow = Row<'figureImportChange'>

export async function insertImport(db: Db, row: ImportRow, grids: readonly Grid[]): Promise<void> {
  await db
    .insertInto('figureImport')
    .values({
      ...row,
      decisions: json(row.decisions),
      confirmed: json(row.confirmed),
      recognised: json(row.recognised),
      counts: null,
      uploadedBy: json(row.uploadedBy),
      endedBy: null,
    })
    .execute()
  const columns: ColumnTypes<'figureImportSheet'> = {
    regionCode: 'text',
    importId: 'uuid',
    position: 'integer',
    grid: 'jsonb',
  }
  const { regionCode, id } = row
  await insertMany(
    db,
    'figureImportSheet',
    columns,
    grids.map((grid, position) => ({ regionCode, importId: id, position, grid })),
  )
}

export function importsOf(db: ReadDb, region: string, limit: number): Promise<ImportRow[]> {
  return db
    .selectFrom('figureImport')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('uploadedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export function importOf(db: ReadDb, region: string, id: ImportId): Promise<ImportRow | undefined> {
  return db
    .selectFrom('figureImport')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** An import nobody else changes until the transaction ends. */
export function lockImport(db: Db, region: string, id: ImportId): Promise<ImportRow | undefined> {
  return db
    .selectFrom('figureImport')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** The sheets of a file in their order. */
export async function gridsOf(db: ReadDb, region: string, id: ImportId): Promise<readonly Grid[]> {
  const rows = await db
    .selectFrom('figureImportSheet')
    .select('grid')
    .where('regionCode', '=', region)
    .where('importId', '=', id)
    .orderBy('position')
    .execute()
  return rows.map(({ grid }) => grid)
}

export interface ImportChange {
  readonly decisions?: Readonly<Record<string, Decisions>>
  readonly confirmed?: readonly string[]
  readonly recognised?: ImportRow['recognised']
  readonly state?: ImportState
  readonly counts?: ImportCounts
  readonly ended?: { readonly by: Person; readonly at: string }
}

/** Changes an import and counts its revision up. */
export function saveImport(db: Db, row: ImportRow, change: ImportChange): Promise<ImportRow> {
  const { decisions, confirmed, recognised, state, counts, ended } = change
  return db
    .updateTable('figureImport')
    .set({
      revision: row.revision + 1,
      ...(decisions && { decisions: json(decisions) }),
      ...(confirmed && { confirmed: json(confirmed) }),
      ...(recognised && { recognised: json(recognised) }),
      ...(state && { state }),
      ...(counts && { counts: json(counts) }),
      ...(ended && { endedBy: json(ended.by), endedAt: ended.at }),
    })
    .where('regionCode', '=', row.regionCode)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}

const changeColumns: ColumnTypes<'figureImportChange'> = {
  regionCode: 'text',
  importId: 'uuid',
  position: 'integer',
  subjectKind: 'text',
  subjectCode: 'text',
  indicator: 'text',
  period: 'text',
  value: 'numeric',
  base: 'numeric',
  before: 'jsonb',
}

export function insertChanges(db: Db, rows: readonly ChangeRow[]): Promise<void> {
  return insertMany(db, 'figureImportChange', changeColumns, rows)
}

export function changesOf(db: ReadDb, region: string, id: ImportId): Promise<ChangeRow[]> {
  return db
    .selectFrom('figureImportChange')
    .selectAll()
    .where('regionCode', '=', region)
    .where('importId', '=', id)
    .orderBy('position')
    .execute()
}
