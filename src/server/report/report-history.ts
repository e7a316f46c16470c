import type { Person } from '#contract/session.ts'
import type { ReportId } from '#core/id.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import type { ReportActKind } from '#server/db/report-tables.ts'

export interface NewAct {
  readonly report: ReportId
  readonly act: ReportActKind
  readonly text?: string
}

const actColumns: ColumnTypes<'reportAct'> = {
  regionCode: 'text',
  reportId: 'uuid',
  position: 'integer',
  act: 'text',
  by: 'jsonb',
  at: 'timestamptz',
  text: 'text',
}

/** Adds to the histories of reports. */
export async function addActs(
  db: Db,
  { region, by, at }: { readonly region: string; readonly by: Person; readonly at: string },
  acts: readonly NewAct[],
): Promise<void> {
  const last = await lastPositions(
    db,
    region,
    acts.map(({ report }) => report),
  )
  const next = new Map(last)
  const rows = acts.map(({ report, act, text }) => {
    const position = (next.get(report) ?? 0) + 1
    next.set(report, position)
    return { regionCode: region, reportId: report, position, act, by, at, text: text ?? null }
  })
  await insertMany(db, 'reportAct', actColumns, rows)
}

async function lastPositions(
  db: Db,
  region: string,
  ids: readonly ReportId[],
): Promise<ReadonlyMap<ReportId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('reportAct')
    .select('reportId')
    .select(({ fn }) => fn.max('position').as('position'))
    .where('regionCode', '=', region)
    .where('reportId', 'in', ids)
    .groupBy('reportId')
    .execute()
  return new Map(rows.map(({ reportId, position }) => [reportId, position]))
}

/** Adds a save to the history; one after another by the same person stay one. */
export async function addSave(
  db: Db,
  { region, by, at }: { readonly region: string; readonly by: Person; readonly at: string },
  report: ReportId,
): Promise<void> {
  const last = await db
    .selectFrom('reportAct')
    .selectAll()
    .where('regionCode', '=', region)
    .where('reportId', '=', report)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.act !== 'saved' || last.by.id !== by.id) {
    await addActs(db, { region, by, at }, [{ report, act: 'saved' }])
    return
  }
  await db
    .updateTable('reportAct')
    .set({ at })
    .where('regionCode', '=', region)
    .where('reportId', '=', report)
    .where('position', '=', last.position)
    .execute()
}

export function actsOf(db: ReadDb, region: string, id: ReportId): Promise<Row<'reportAct'>[]> {
  return db
    .selectFrom('reportAct')
    .selectAll()
    .where('regionCode', '=', region)
    .where('reportId', '=', id)
    .orderBy('position', 'desc')
    .execute()
}

export function remarksOf(
  db: ReadDb,
  region: string,
  id: ReportId,
): Promise<Row<'reportRemark'>[]> {
  return db
    .selectFrom('reportRemark')
    .selectAll()
    .where('regionCode', '=', region)
    .where('reportId', '=', id)
    .orderBy('position', 'desc')
    .execute()
}

const remarkColumns: ColumnTypes<'reportRemark'> = {
  regionCode: 'text',
  reportId: 'uuid',
  position: 'integer',
  cell: 'text',
  text: 'text',
  by: 'jsonb',
  at: 'timestamptz',
}

export async function addRemarks(
  db: Db,
  { region, by, at }: { readonly region: string; readonly by: Person; readonly at: string },
  report: ReportId,
  remarks: readonly { readonly cell?: string; readonly text: string }[],
): Promise<void> {
  const before = (await remarksOf(db, region, report)).at(0)?.position ?? 0
  const rows = remarks.map(({ cell, text }, index) => ({
    regionCode: region,
    reportId: report,
    position: before + index + 1,
    cell: cell ?? null,
    text,
    by,
    at,
  }))
  await insertMany(db, 'reportRemark', remarkColumns, rows)
}
