import type { Enterprise } from '#core/enterprise/enterprise.ts'
import type { EnterpriseId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'

/** An enterprise with the count of its changes. */
export interface StoredEnterprise extends Enterprise {
  readonly revision: number
}

/** Enterprises of a region with all that belongs to them; all of them where no ids are given. */
export async function enterprisesOf(
  db: ReadDb,
  region: string,
  ids?: readonly EnterpriseId[],
): Promise<readonly StoredEnterprise[]> {
  if (ids?.length === 0) return []
  const rows = await db
    .selectFrom('enterprise')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  const parts = await partsOf(db, region, ids)
  return rows.map((row) => enterpriseOf(row, parts))
}

/** One enterprise; undefined where the region has none of that id. */
export async function enterpriseOfId(
  db: ReadDb,
  region: string,
  id: EnterpriseId,
): Promise<StoredEnterprise | undefined> {
  const [one] = await enterprisesOf(db, region, [id])
  return one
}

/** Reads an enterprise and holds it until the transaction ends. */
export async function lockEnterprise(
  db: Db,
  region: string,
  id: EnterpriseId,
): Promise<StoredEnterprise | undefined> {
  await db
    .selectFrom('enterprise')
    .select('id')
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return enterpriseOfId(db, region, id)
}

interface StoredParts {
  readonly listings: ReadonlyMap<string, readonly Row<'enterpriseListing'>[]>
  readonly nodes: ReadonlyMap<string, readonly Row<'enterpriseNode'>[]>
  readonly tags: ReadonlyMap<string, readonly Row<'enterpriseTag'>[]>
}

async function partsOf(
  db: ReadDb,
  region: string,
  ids: readonly EnterpriseId[] | undefined,
): Promise<StoredParts> {
  const listings = await db
    .selectFrom('enterpriseListing')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(ids !== undefined, (query) => query.where('enterpriseId', 'in', ids ?? []))
    .orderBy('fromPeriod')
    .execute()
  const nodes = await db
    .selectFrom('enterpriseNode')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(ids !== undefined, (query) => query.where('enterpriseId', 'in', ids ?? []))
    .orderBy('chainCode')
    .orderBy('nodeCode')
    .execute()
  const tags = await db
    .selectFrom('enterpriseTag')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(ids !== undefined, (query) => query.where('enterpriseId', 'in', ids ?? []))
    .orderBy('tag')
    .orderBy('fromPeriod')
    .execute()
  return {
    listings: Map.groupBy(listings, ({ enterpriseId }) => enterpriseId),
    nodes: Map.groupBy(nodes, ({ enterpriseId }) => enterpriseId),
    tags: Map.groupBy(tags, ({ enterpriseId }) => enterpriseId),
  }
}

function enterpriseOf(row: Row<'enterprise'>, parts: StoredParts): StoredEnterprise {
  const { id } = row
  return {
    id,
    name: row.name,
    formerNames: row.formerNames,
    address: row.address,
    products: row.products,
    contacts: row.contacts,
    state: row.state,
    revision: row.revision,
    ...(row.productShares.length > 0 && { productShares: row.productShares }),
    ...withoutNull({
      uscc: row.uscc,
      industry: row.industry,
      size: row.size,
      park: row.parkId,
      town: row.townId,
      organisation: row.organisationId,
      established: row.established,
      endedOn: row.endedOn,
      mergedInto: row.mergedInto,
    }),
    listings: (parts.listings.get(id) ?? []).map(({ fromPeriod, toPeriod, reason }) => ({
      from: fromPeriod,
      ...(toPeriod !== null && { to: toPeriod }),
      reason,
    })),
    places: (parts.nodes.get(id) ?? []).map(({ chainCode, nodeCode }) => ({
      chain: chainCode,
      node: nodeCode,
    })),
    tags: (parts.tags.get(id) ?? []).map(({ tag, share, fromPeriod, toPeriod, evidence }) => ({
      tag,
      share,
      from: fromPeriod,
      ...(toPeriod !== null && { to: toPeriod }),
      evidence,
    })),
  }
}

type WithoutNull<Fields> = { [Key in keyof Fields]?: NonNullable<Fields[Key]> }

function withoutNull<Fields extends Readonly<Record<string, unknown>>>(
  fields: Fields,
): WithoutNull<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as WithoutNull<Fields>
}

const enterpriseColumns: ColumnTypes<'enterprise'> = {
  regionCode: 'text',
  id: 'uuid',
  uscc: 'text',
  name: 'text',
  formerNames: 'jsonb',
  industry: 'text',
  size: 'text',
  parkId: 'uuid',
  townId: 'uuid',
  organisationId: 'uuid',
  established: 'date',
  address: 'text',
  products: 'text',
  contacts: 'jsonb',
  state: 'text',
  endedOn: 'date',
  mergedInto: 'uuid',
  productShares: 'jsonb',
  revision: 'integer',
}

const listingColumns: ColumnTypes<'enterpriseListing'> = {
  regionCode: 'text',
  enterpriseId: 'uuid',
  fromPeriod: 'text',
  toPeriod: 'text',
  reason: 'text',
}

const nodeColumns: ColumnTypes<'enterpriseNode'> = {
  regionCode: 'text',
  enterpriseId: 'uuid',
  chainCode: 'text',
  nodeCode: 'text',
}

const tagColumns: ColumnTypes<'enterpriseTag'> = {
  regionCode: 'text',
  enterpriseId: 'uuid',
  tag: 'text',
  fromPeriod: 'text',
  toPeriod: 'text',
  share: 'numeric',
  evidence: 'text',
}

/** Adds enterprises that are not there yet, with all that belongs to them. */
export async function insertEnterprises(
  db: Db,
  region: string,
  enterprises: readonly StoredEnterprise[],
): Promise<void> {
  const rows = enterprises.map((one) => rowOf(region, one))
  await insertMany(db, 'enterprise', enterpriseColumns, rows)
  await insertParts(db, region, enterprises)
}

/** Puts an enterprise in place of what it was. */
export async function saveEnterprise(
  db: Db,
  region: string,
  enterprise: StoredEnterprise,
): Promise<void> {
  const { regionCode, id, formerNames, contacts, productShares, ...change } = rowOf(
    region,
    enterprise,
  )
  await db
    .updateTable('enterprise')
    .set({
      ...change,
      formerNames: json(formerNames),
      contacts: json(contacts),
      productShares: json(productShares),
    })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
  for (const table of ['enterpriseListing', 'enterpriseNode', 'enterpriseTag'] as const) {
    await db
      .deleteFrom(table)
      .where('regionCode', '=', region)
      .where('enterpriseId', '=', id)
      .execute()
  }
  await insertParts(db, region, [enterprise])
}

async function insertParts(
  db: Db,
  region: string,
  enterprises: readonly StoredEnterprise[],
): Promise<void> {
  const each = <Part, Made>(
    parts: (one: StoredEnterprise) => readonly Part[],
    make: (part: Part) => Made,
  ) =>
    enterprises.flatMap((one) =>
      parts(one).map((part) => ({ regionCode: region, enterpriseId: one.id, ...make(part) })),
    )
  const listings = each(
    (one) => one.listings,
    ({ from, to = null, reason }) => ({ fromPeriod: from, toPeriod: to, reason }),
  )
  const nodes = each(
    (one) => one.places,
    ({ chain, node }) => ({ chainCode: chain, nodeCode: node }),
  )
  const tags = each(
    (one) => one.tags,
    ({ tag, share, from, to = null, evidence }) => ({
      tag,
      share,
      fromPeriod: from,
      toPeriod: to,
      evidence,
    }),
  )
  await insertMany(db, 'enterpriseListing', listingColumns, listings)
  await insertMany(db, 'enterpriseNode', nodeColumns, nodes)
  await insertMany(db, 'enterpriseTag', tagColumns, tags)
}

function rowOf(region: string, one: StoredEnterprise): Row<'enterprise'> {
  return {
    regionCode: region,
    id: one.id,
    uscc: one.uscc ?? null,
    name: one.name,
    formerNames: one.formerNames,
    industry: one.industry ?? null,
    size: one.size ?? null,
    parkId: one.park ?? null,
    townId: one.town ?? null,
    organisationId: one.organisation ?? null,
    established: one.established ?? null,
    address: one.address,
    products: one.products,
    contacts: one.contacts,
    state: one.state,
    endedOn: one.endedOn ?? null,
    mergedInto: one.mergedInto ?? null,
    productShares: one.productShares ?? [],
    revision: one.revision,
  }
}
