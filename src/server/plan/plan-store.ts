import type { ItemKind } from '#contract/plan-items.ts'
import type { PlanId, VersionId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import type { AnyContent } from './plan-parts.ts'

export type PlanRow = Row<'plan'>
export type VersionRow = Row<'planVersion'>
export type TargetRow = Row<'planTarget'>

/** A published item of any kind. */
export interface PublishedRow {
  readonly kind: ItemKind
  readonly id: string
  readonly position: number
  readonly content: AnyContent
  readonly citation: TargetRow['citation']
  readonly sourceTable: string | null
}

/** Holds a plan, so that one version follows the other. */
export function lockPlan(db: Db, region: string, id: PlanId): Promise<PlanRow | undefined> {
  return db
    .selectFrom('plan')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertPlan(db: Db, row: PlanRow): Promise<void> {
  await db.insertInto('plan').values(row).execute()
}

export async function savePlan(db: Db, { regionCode, id, ...change }: PlanRow): Promise<void> {
  await db
    .updateTable('plan')
    .set(change)
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

export async function insertVersion(db: Db, row: VersionRow): Promise<void> {
  await db
    .insertInto('planVersion')
    .values({ ...row, meta: json(row.meta), publishedBy: json(row.publishedBy) })
    .execute()
}

/** Versions of the plans of some regions, of all with none given; latest first within a plan. */
export function versionsOf(
  db: ReadDb,
  regions: readonly string[],
): Promise<(VersionRow & { readonly title: string })[]> {
  return db
    .selectFrom('planVersion')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.regionCode', '=', 'planVersion.regionCode')
        .onRef('plan.id', '=', 'planVersion.planId'),
    )
    .selectAll('planVersion')
    .select('plan.title')
    .$if(regions.length > 0, (query) => query.where('planVersion.regionCode', 'in', regions))
    .orderBy('planVersion.regionCode')
    .orderBy('planVersion.planId')
    .orderBy('number', 'desc')
    .execute()
}

/** A version of a plan; without a number the latest. */
export function versionOf(
  db: ReadDb,
  region: string,
  plan: PlanId,
  number?: number,
): Promise<VersionRow | undefined> {
  return db
    .selectFrom('planVersion')
    .selectAll()
    .where('regionCode', '=', region)
    .where('planId', '=', plan)
    .$if(number !== undefined, (query) => query.where('number', '=', number ?? 0))
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface KindCount {
  readonly versionId: VersionId
  readonly kind: ItemKind
  readonly count: number
}

const tables = {
  target: 'planTarget',
  task: 'planTask',
  project: 'planProject',
  industry: 'planIndustry',
  park: 'planPark',
} as const satisfies Record<ItemKind, string>

/** How many items of a kind each version has. */
export async function countsOf(
  db: ReadDb,
  kind: ItemKind,
  regions: readonly string[],
): Promise<KindCount[]> {
  const rows = await db
    .selectFrom(tables[kind])
    .select('versionId')
    .select((query) => query.fn.countAll<number>().as('count'))
    .$if(regions.length > 0, (query) => query.where('regionCode', 'in', regions))
    .groupBy(['regionCode', 'versionId'])
    .execute()
  return rows.map((row) => ({ ...row, kind }))
}

/** The items of one kind of a version, in order of the document. */
export async function publishedItems(
  db: ReadDb,
  region: string,
  version: VersionId,
  kind: ItemKind,
): Promise<PublishedRow[]> {
  const rows = await db
    .selectFrom(tables[kind])
    .select(['id', 'position', 'content', 'citation', 'sourceTable'])
    .where('regionCode', '=', region)
    .where('versionId', '=', version)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, kind }))
}

export function targetsOfVersion(
  db: ReadDb,
  region: string,
  version: VersionId,
): Promise<TargetRow[]> {
  return db
    .selectFrom('planTarget')
    .selectAll()
    .where('regionCode', '=', region)
    .where('versionId', '=', version)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

const published = {
  regionCode: 'text',
  id: 'uuid',
  versionId: 'uuid',
  position: 'integer',
  content: 'jsonb',
  citation: 'jsonb',
  sourceTable: 'text',
} as const

const targetTypes: ColumnTypes<'planTarget'> = {
  ...published,
  lineageId: 'uuid',
  indicator: 'text',
  category: 'text',
  scopeKind: 'text',
  scopeName: 'text',
  attribute: 'text',
  path: 'text',
  pathChosen: 'boolean',
  revision: 'integer',
}
const taskTypes: ColumnTypes<'planTask'> = { ...published, text: 'text', deadlineYear: 'integer' }
const projectTypes: ColumnTypes<'planProject'> = {
  ...published,
  name: 'text',
  sector: 'text',
  startYear: 'integer',
  endYear: 'integer',
}
const industryTypes: ColumnTypes<'planIndustry'> = { ...published, name: 'text', parent: 'text' }
const parkTypes: ColumnTypes<'planPark'> = { ...published, name: 'text' }

export interface PublishedRows {
  readonly targets: readonly TargetRow[]
  readonly tasks: readonly Row<'planTask'>[]
  readonly projects: readonly Row<'planProject'>[]
  readonly industries: readonly Row<'planIndustry'>[]
  readonly parks: readonly Row<'planPark'>[]
}

export async function insertPublished(db: Db, rows: PublishedRows): Promise<void> {
  await insertMany(db, 'planTarget', targetTypes, rows.targets)
  await insertMany(db, 'planTask', taskTypes, rows.tasks)
  await insertMany(db, 'planProject', projectTypes, rows.projects)
  await insertMany(db, 'planIndustry', industryTypes, rows.industries)
  await insertMany(db, 'planPark', parkTypes, rows.parks)
}
