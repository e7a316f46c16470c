import type { Scope } from '#core/access/scope.ts'
import type { OrganisationId, ReportId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import type { ReviewStep } from '#core/report/form.ts'
import type { ReportState } from '#core/report/life.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { withinScope } from '#server/organisation/within-scope.ts'
import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'

export type ReportRow = Row<'report'>

/** A report with where its subject lies. */
export interface PlacedReport extends ReportRow {
  readonly enterpriseName: string | null
  readonly industry: string | null
  readonly parkId: OrganisationId | null
  readonly townId: OrganisationId | null
  /** The enterprise's own unit. */
  readonly ownId: OrganisationId | null
}

function placed(db: ReadDb, region: string) {
  return db
    .selectFrom('report')
    .leftJoin('enterprise', (join) =>
      join
        .onRef('enterprise.regionCode', '=', 'report.regionCode')
        .onRef('enterprise.id', '=', 'report.enterpriseId'),
    )
    .where('report.regionCode', '=', region)
}

function within(scope: Scope): Expression<SqlBool> {
  return withinScope(
    scope,
    'report.organisationId',
    'enterprise.parkId',
    'enterprise.townId',
    'enterprise.organisationId',
  )
}

/** Which reports are meant; what is absent does not narrow. */
export interface ReportFilter {
  readonly scope?: Scope
  readonly ids?: readonly ReportId[]
  readonly form?: string
  readonly period?: Period
  readonly states?: readonly ReportState[]
  readonly waitsFor?: ReviewStep
  /** A park or town, or the unit that is asked. */
  readonly unit?: OrganisationId
  /** Part of the name of who is asked. */
  readonly text?: string
  /** Late or not on a day. */
  readonly late?: { readonly isLate: boolean; readonly day: string }
}

function narrowed(db: ReadDb, region: string, filter: ReportFilter) {
  const { scope, ids, form, period, states, waitsFor, unit, text, late } = filter
  const part = `%${(text ?? '').replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`
  return placed(db, region)
    .$if(scope !== undefined, (query) => query.where(within(scope ?? { kind: 'region' })))
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`report.id = any(${ids}::uuid[])`))
    .$if(form !== undefined, (query) => query.where('report.form', '=', form ?? ''))
    .$if(period !== undefined, (query) => query.where(sql<boolean>`report.period = ${period}`))
    .$if(states !== undefined && states.length > 0, (query) =>
      query.where(sql<boolean>`report.state = any(${states}::text[])`),
    )
    .$if(waitsFor !== undefined, (query) =>
      query.where(sql<boolean>`report.waits_for = ${waitsFor}`),
    )
    .$if(unit !== undefined, (query) =>
      query.where(
        sql<boolean>`${unit}::uuid in (enterprise.park_id, enterprise.town_id, report.organisation_id)`,
      ),
    )
    .$if(text !== undefined, (query) =>
      query.where(sql<boolean>`coalesce(enterprise.name, report.title) ilike ${part}`),
    )
    .$if(late !== undefined, (query) =>
      query.where(
        sql<boolean>`(coalesce(report.submitted_on, ${late?.day}::date) > report.due) = ${late?.isLate ?? false}`,
      ),
    )
}

/** The reports a filter leaves, latest period first, then by form and name. */
export function findReports(
  db: ReadDb,
  region: string,
  filter: ReportFilter,
  page?: { readonly limit: number; readonly offset: number },
): Promise<PlacedReport[]> {
  return narrowed(db, region, filter)
    .selectAll('report')
    .select([
      'enterprise.name as enterpriseName',
      'enterprise.industry',
      'enterprise.parkId',
      'enterprise.townId',
      'enterprise.organisationId as ownId',
    ])
    .orderBy('report.periodEnd', 'desc')
    .orderBy('report.form')
    .orderBy(sql`coalesce(enterprise.name, report.title)`)
    .orderBy('report.id')
    .$if(page !== undefined, (query) => query.limit(page?.limit ?? 0).offset(page?.offset ?? 0))
    .execute()
}

export async function countReports(
  db: ReadDb,
  region: string,
  filter: ReportFilter,
): Promise<number> {
  const row = await narrowed(db, region, filter)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** How far the reports of a unit are. */
export interface UnitCounts {
  /** Park, town or the unit asked; null for what lies in none. */
  readonly unit: OrganisationId | null
  readonly form: string
  readonly period: Period
  readonly asked: number
  readonly open: number
  readonly submitted: number
  readonly returned: number
  readonly accepted: number
  readonly late: number
  readonly estimated: number
}

function having(condition: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(count(*) filter (where ${condition}))::integer`
}

/** How far reports are, by unit, form and period. */
export function countsByUnit(
  db: ReadDb,
  region: string,
  filter: ReportFilter,
  day: string,
): Promise<UnitCounts[]> {
  const unit = sql<OrganisationId | null>`coalesce(enterprise.park_id, enterprise.town_id, report.organisation_id)`
  return narrowed(db, region, filter)
    .select([unit.as('unit'), 'report.form', 'report.period'])
    .select([
      sql<number>`count(*)::integer`.as('asked'),
      having(sql`report.state = 'open'`).as('open'),
      having(sql`report.state = 'submitted'`).as('submitted'),
      having(sql`report.state = 'returned'`).as('returned'),
      having(sql`report.state = 'accepted'`).as('accepted'),
      having(sql`coalesce(report.submitted_on, ${day}::date) > report.due`).as('late'),
      having(sql`report.is_estimated`).as('estimated'),
    ])
    .groupBy([unit, 'report.form', 'report.period'])
    .execute()
}

/** Lets nobody else change the reports until the transaction ends. */
export async function lockReports(db: Db, region: string, ids: readonly ReportId[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .selectFrom('report')
    .select('id')
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}

const columns: ColumnTypes<'report'> = {
  regionCode: 'text',
  id: 'uuid',
  form: 'text',
  version: 'integer',
  period: 'text',
  periodEnd: 'integer',
  due: 'date',
  subjectKind: 'text',
  subjectCode: 'text',
  enterpriseId: 'uuid',
  organisationId: 'uuid',
  title: 'text',
  state: 'text',
  waitsFor: 'text',
  listed: 'jsonb',
  cells: 'jsonb',
  cellRevisions: 'jsonb',
  explanations: 'jsonb',
  knownCells: 'jsonb',
  isEstimated: 'boolean',
  hardHits: 'integer',
  softHits: 'integer',
  submittedOn: 'date',
  submittedAt: 'timestamptz',
  reviewedAt: 'timestamptz',
  acceptedAt: 'timestamptz',
  changedAt: 'timestamptz',
  revision: 'integer',
  fillingSeconds: 'integer',
}

export function insertReports(db: Db, rows: readonly ReportRow[]): Promise<void> {
  return insertMany(db, 'report', columns, rows)
}

export type ReportChange = Partial<
  Omit<ReportRow, 'regionCode' | 'id' | 'form' | 'period' | 'subjectKind' | 'subjectCode'>
>

/** Writes what changed of a report. */
export async function saveReportRow(
  db: Db,
  { regionCode, id }: Pick<ReportRow, 'regionCode' | 'id'>,
  { listed, cells, cellRevisions, explanations, knownCells, ...plain }: ReportChange,
): Promise<void> {
  await db
    .updateTable('report')
    .set({
      ...plain,
      ...(listed && { listed: json(listed) }),
      ...(cells && { cells: json(cells) }),
      ...(cellRevisions && { cellRevisions: json(cellRevisions) }),
      ...(explanations && { explanations: json(explanations) }),
      ...(knownCells && { knownCells: json(knownCells) }),
    })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

/** Marks many reports as accepted, or as passed on, in one statement. */
export async function moveReports(
  db: Db,
  region: string,
  {
    ids,
    change,
    keepsCells,
  }: {
    readonly ids: readonly ReportId[]
    readonly change: Pick<
      ReportChange,
      'state' | 'waitsFor' | 'reviewedAt' | 'acceptedAt' | 'changedAt'
    >
    /** What stands in the cells becomes what is known of the report. */
    readonly keepsCells: boolean
  },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('report')
    .set({
      ...change,
      revision: sql<number>`revision + 1`,
      ...(keepsCells && { knownCells: sql<Record<string, string>>`cells`, isEstimated: false }),
    })
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .execute()
}
