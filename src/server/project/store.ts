import type { Scope } from '#core/access/scope.ts'
import type { ProjectId } from '#core/id.ts'
import type { Project } from '#core/project/project.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { withinScope } from '#server/organisation/within-scope.ts'

/** A project with the count of its changes. */
export interface StoredProject extends Project {
  readonly revision: number
}

export interface ProjectQuestion {
  readonly ids?: readonly ProjectId[]
  readonly scope?: Scope
}

/** Projects of a region in the order of their names. */
export async function projectsOf(
  db: ReadDb,
  region: string,
  { ids, scope }: ProjectQuestion = {},
): Promise<readonly StoredProject[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('project')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(scope !== undefined, (query) =>
      query.where(withinScope(scope ?? { kind: 'region' }, 'unitId', 'placeId')),
    )
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(projectOf)
}

/** Reads projects and holds them until the transaction ends. */
export async function lockProjects(
  db: Db,
  region: string,
  ids: readonly ProjectId[],
): Promise<readonly StoredProject[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('project')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(projectOf)
}

function projectOf(row: Row<'project'>): StoredProject {
  const { code, unitId, placeId, enterpriseId, land, fromPeriod, toPeriod } = row
  return {
    id: row.id,
    name: row.name,
    stage: row.stage,
    content: row.content,
    total: row.total,
    yearPlans: row.yearPlans,
    links: row.links,
    revision: row.revision,
    ...(code !== null && { code }),
    ...(unitId !== null && { unit: unitId }),
    ...(placeId !== null && { place: placeId }),
    ...(enterpriseId !== null && { enterprise: enterpriseId }),
    ...(land !== null && { land }),
    ...(fromPeriod !== null && { from: fromPeriod }),
    ...(toPeriod !== null && { to: toPeriod }),
  }
}

const columns: ColumnTypes<'project'> = {
  regionCode: 'text',
  id: 'uuid',
  code: 'text',
  name: 'text',
  stage: 'text',
  unitId: 'uuid',
  placeId: 'uuid',
  enterpriseId: 'uuid',
  content: 'text',
  total: 'numeric',
  land: 'numeric',
  fromPeriod: 'text',
  toPeriod: 'text',
  yearPlans: 'jsonb',
  links: 'jsonb',
  revision: 'integer',
}

export async function insertProjects(
  db: Db,
  region: string,
  projects: readonly StoredProject[],
): Promise<void> {
  await insertMany(
    db,
    'project',
    columns,
    projects.map((one) => rowOf(region, one)),
  )
}

/** Puts a project in place of what it was. */
export async function saveProject(db: Db, region: string, project: StoredProject): Promise<void> {
  const { regionCode, id, yearPlans, links, ...change } = rowOf(region, project)
  await db
    .updateTable('project')
    .set({ ...change, yearPlans: json(yearPlans), links: json(links) })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

function rowOf(region: string, one: StoredProject): Row<'project'> {
  return {
    regionCode: region,
    id: one.id,
    code: one.code ?? null,
    name: one.name,
    stage: one.stage,
    unitId: one.unit ?? null,
    placeId: one.place ?? null,
    enterpriseId: one.enterprise ?? null,
    content: one.content,
    total: one.total,
    land: one.land ?? null,
    fromPeriod: one.from ?? null,
    toPeriod: one.to ?? null,
    yearPlans: one.yearPlans,
    links: one.links,
    revision: one.revision,
  }
}
