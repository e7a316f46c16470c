import type { listTargets } from '#contract/target.ts'
import type { Parsed } from '#contract/route.ts'
import type { PlanId, TargetId, VersionId } from '#core/id.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { sql } from 'kysely'

export type LedgerFilter = Omit<Parsed<typeof listTargets>, 'limit' | 'offset'>

export interface Page {
  readonly limit: number
  readonly offset: number
}

/** A published target with its plan, version and region. */
export type LedgerRow = Awaited<ReturnType<typeof ledgerRows>>[number]

const sortColumns = {
  document: 'planTarget.position',
  indicator: 'planTarget.indicator',
  category: 'planTarget.category',
  scope: 'planTarget.scopeName',
  region: 'planTarget.regionCode',
} as const

/** The targets in force that pass the filter; `regions` empty means all. */
export function ledgerRows(
  db: ReadDb,
  regions: readonly string[],
  filter: LedgerFilter,
  { limit, offset }: Page,
) {
  const direction = filter.order === 'down' ? 'desc' : 'asc'
  return filtered(db, regions, filter)
    .orderBy(sortColumns[filter.sort], (column) =>
      direction === 'asc' ? column.asc().nullsLast() : column.desc().nullsLast(),
    )
    .orderBy('planTarget.regionCode')
    .orderBy('planVersion.planId')
    .orderBy('planTarget.position')
    .orderBy('planTarget.id')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function ledgerTotal(
  db: ReadDb,
  regions: readonly string[],
  filter: LedgerFilter,
): Promise<number> {
  const { total } = await filtered(db, regions, filter)
    .clearSelect()
    .select((query) => query.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

function filtered(db: ReadDb, regions: readonly string[], filter: LedgerFilter) {
  const { planId, text, category, attribute, scopeKind, scopeName, year } = filter
  const pattern = `%${(text ?? '').replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return inForce(db, regions)
    .$if(planId !== undefined, (query) => query.where('plan.id', '=', planId ?? null))
    .$if(Boolean(text), (query) =>
      query.where((is) =>
        is.or([
          is('planTarget.indicator', 'ilike', pattern),
          is('planTarget.category', 'ilike', pattern),
          is('planTarget.scopeName', 'ilike', pattern),
        ]),
      ),
    )
    .$if(category.length > 0, (query) => query.where('planTarget.category', 'in', category))
    .$if(attribute.length > 0, (query) => query.where('planTarget.attribute', 'in', attribute))
    .$if(scopeKind.length > 0, (query) => query.where('planTarget.scopeKind', 'in', scopeKind))
    .$if(scopeName.length > 0, (query) => query.where('planTarget.scopeName', 'in', scopeName))
    .$if(year !== undefined, (query) =>
      query.where(
        sql<boolean>`plan_target.content @> ${JSON.stringify({ milestones: [{ year }] })}::jsonb`,
      ),
    )
}

/** Targets of the latest versions. */
function inForce(db: ReadDb, regions: readonly string[]) {
  return withPlan(db)
    .whereRef('plan.latestVersionId', '=', 'planTarget.versionId')
    .$if(regions.length > 0, (query) => query.where('planTarget.regionCode', 'in', regions))
}

/**
 * The targets of a region as its plans stood at a moment: of each plan the version published last by
 * then, before the first one that first one.
 */
export function ledgerRowsAt(
  db: ReadDb,
  region: string,
  moment: string,
  planId?: PlanId,
): Promise<LedgerRow[]> {
  const versions = sql<VersionId>`(
    select distinct on (plan_id) id from plan_version
    where region_code = ${region}
    order by plan_id, published_at <= ${moment} desc,
      case when published_at <= ${moment} then number else -number end desc
  )`
  return withPlan(db)
    .where('planTarget.regionCode', '=', region)
    .where('planTarget.versionId', 'in', versions)
    .$if(planId !== undefined, (query) => query.where('plan.id', '=', planId ?? null))
    .orderBy('planVersion.planId')
    .orderBy('planTarget.position')
    .orderBy('planTarget.id')
    .execute()
}

function withPlan(db: ReadDb) {
  return db
    .selectFrom('planTarget')
    .innerJoin('planVersion', (join) =>
      join
        .onRef('planVersion.regionCode', '=', 'planTarget.regionCode')
        .onRef('planVersion.id', '=', 'planTarget.versionId'),
    )
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.regionCode', '=', 'planVersion.regionCode')
        .onRef('plan.id', '=', 'planVersion.planId'),
    )
    .innerJoin('region', 'region.code', 'planTarget.regionCode')
    .selectAll('planTarget')
    .select([
      'planVersion.planId',
      'planVersion.number',
      'planVersion.meta',
      'planVersion.documentId',
      'planVersion.publishedAt',
      'planVersion.publishedBy',
      'plan.title as planTitle',
      'region.name as regionName',
      'region.simulated',
    ])
}

export interface ChoiceRow {
  readonly category: string | null
  readonly scopeKind: Row<'planTarget'>['scopeKind']
  readonly scopeName: string | null
  readonly content: Row<'planTarget'>['content']
}

/** What the targets in force can be filtered by. */
export function ledgerChoices(db: ReadDb, regions: readonly string[]): Promise<ChoiceRow[]> {
  return inForce(db, regions)
    .clearSelect()
    .select(['category', 'scopeKind', 'scopeName', 'content'])
    .orderBy('planTarget.regionCode')
    .orderBy('planTarget.position')
    .execute()
}

/** How many versions carry a target, by its lineage. */
export async function lineageCounts(
  db: ReadDb,
  rows: readonly { readonly regionCode: string; readonly lineageId: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (rows.length === 0) return new Map()
  const counts = await db
    .selectFrom('planTarget')
    .select('lineageId')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('regionCode', 'in', [...new Set(rows.map(({ regionCode }) => regionCode))])
    .where(sql<boolean>`lineage_id = any(${rows.map(({ lineageId }) => lineageId)}::uuid[])`)
    .groupBy(['regionCode', 'lineageId'])
    .execute()
  return new Map(counts.map(({ lineageId, count }) => [lineageId, count]))
}

export function targetOf(db: ReadDb, region: string, id: TargetId): Promise<LedgerRow | undefined> {
  return withPlan(db)
    .where('planTarget.regionCode', '=', region)
    .where('planTarget.id', '=', id)
    .executeTakeFirst()
}

/** A target in all versions of its plan, latest first. */
export function lineageOf(db: ReadDb, region: string, lineage: string): Promise<LedgerRow[]> {
  return withPlan(db)
    .where('planTarget.regionCode', '=', region)
    .where('planTarget.lineageId', '=', lineage)
    .orderBy('planVersion.number', 'desc')
    .execute()
}

/** Changes the path of a target that nobody changed since `revision`; tells whether it did. */
export async function savePath(
  db: Db,
  { regionCode, id, revision }: Pick<Row<'planTarget'>, 'regionCode' | 'id' | 'revision'>,
  change: Pick<Row<'planTarget'>, 'path' | 'pathChosen'>,
): Promise<boolean> {
  const result = await db
    .updateTable('planTarget')
    .set({ ...change, revision: revision + 1 })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
