import type { OrganisationId } from '#core/id.ts'
import { type Organisation, successorOf } from '#core/organisation/organisation.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

type OrganisationRow = Row<'organisation'>
type StageRow = Row<'organisationStage'>

/** A unit with the count of its changes. */
export interface StoredOrganisation extends Organisation {
  readonly revision: number
}

/** All units of a region, those that ended included, in the order of their codes. */
export function organisationsOf(db: ReadDb, region: string): Promise<StoredOrganisation[]> {
  return organisationsOfRegions(db, [region])
}

/** The same of several regions. */
export async function organisationsOfRegions(
  db: ReadDb,
  regions: readonly string[],
): Promise<StoredOrganisation[]> {
  if (regions.length === 0) return []
  const rows = await db
    .selectFrom('organisation')
    .selectAll()
    .where('regionCode', 'in', regions)
    .orderBy('code')
    .execute()
  const stages = await db
    .selectFrom('organisationStage')
    .selectAll()
    .where('regionCode', 'in', regions)
    .orderBy('validFrom')
    .execute()
  const byId = Map.groupBy(stages, ({ organisationId }) => organisationId)
  return rows.map((row) => organisationOf(row, byId.get(row.id) ?? []))
}

/** All units of a region, which nobody else changes until the transaction ends. */
export async function lockOrganisations(db: Db, region: string): Promise<StoredOrganisation[]> {
  // Held by the region: two units made at once would not see one another.
  await db
    .selectFrom('region')
    .select('code')
    .where('code', '=', region)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return organisationsOf(db, region)
}

/** The unit of a region with a code, e.g. `park-01`. */
export async function organisationOfCode(
  db: ReadDb,
  region: string,
  code: string,
): Promise<StoredOrganisation | undefined> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('regionCode', '=', region)
    .where('code', '=', code)
    .executeTakeFirst()
  return row && organisationOf(row, await stagesOf(db, region, row.id))
}

/** The unit of a region with an id. */
export async function organisationOfId(
  db: ReadDb,
  region: string,
  id: OrganisationId,
): Promise<StoredOrganisation | undefined> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && organisationOf(row, await stagesOf(db, region, id))
}

/** A unit and, where its duties passed to another, the unit that answers for them today. */
export async function withSuccessor(
  db: ReadDb,
  region: string,
  id: OrganisationId,
): Promise<readonly OrganisationId[]> {
  const row = await db
    .selectFrom('organisation')
    .select('mergedInto')
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.mergedInto) return [id]
  return [id, successorOf(await organisationsOf(db, region), id)]
}

function stagesOf(db: ReadDb, region: string, id: OrganisationId): Promise<StageRow[]> {
  return db
    .selectFrom('organisationStage')
    .selectAll()
    .where('regionCode', '=', region)
    .where('organisationId', '=', id)
    .orderBy('validFrom')
    .execute()
}

function organisationOf(row: OrganisationRow, stages: readonly StageRow[]): StoredOrganisation {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    stages: stages.map(({ validFrom, name, parentId }) => ({
      from: validFrom,
      name,
      ...(parentId !== null && { parent: parentId }),
    })),
    aliases: row.aliases,
    ...(row.validTo !== null && { to: row.validTo }),
    ...(row.mergedInto !== null && { mergedInto: row.mergedInto }),
    revision: row.revision,
  }
}

/** Makes units with their stages. */
export async function insertOrganisations(
  db: Db,
  region: string,
  organisations: readonly StoredOrganisation[],
): Promise<void> {
  const rows = organisations.map((one) => rowOf(region, one))
  await db.insertInto('organisation').values(rows).execute()
  await insertStages(db, region, organisations)
}

/** Puts a unit in place of what it was. */
export async function saveOrganisation(
  db: Db,
  region: string,
  organisation: StoredOrganisation,
): Promise<void> {
  const { regionCode, id, ...change } = rowOf(region, organisation)
  await db
    .updateTable('organisation')
    .set(change)
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
  await db
    .deleteFrom('organisationStage')
    .where('regionCode', '=', regionCode)
    .where('organisationId', '=', id)
    .execute()
  await insertStages(db, region, [organisation])
}

function rowOf(region: string, organisation: StoredOrganisation) {
  const { id, code, kind, aliases, to = null, mergedInto = null, revision } = organisation
  return {
    regionCode: region,
    id,
    code,
    kind,
    aliases: json(aliases),
    validTo: to,
    mergedInto,
    revision,
  }
}

async function insertStages(
  db: Db,
  region: string,
  organisations: readonly Organisation[],
): Promise<void> {
  const rows = organisations.flatMap(({ id, stages }) =>
    stages.map(({ from, name, parent = null }) => ({
      regionCode: region,
      organisationId: id,
      validFrom: from,
      name,
      parentId: parent,
    })),
  )
  await db.insertInto('organisationStage').values(rows).execute()
}
