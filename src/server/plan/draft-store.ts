import type { DraftStatus } from '#contract/draft.ts'
import type { DraftId, FindingId, ItemId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { sql } from 'kysely'

export type DraftRow = Row<'draft'>
export type ItemRow = Row<'draftItem'>
export type FindingRow = Row<'draftFinding'>
export type DraftWithFile = DraftRow & { readonly fileName: string }

export async function insertDraft(db: Db, row: DraftRow): Promise<void> {
  await db
    .insertInto('draft')
    .values({ ...row, meta: json(row.meta) })
    .execute()
}

const itemTypes: ColumnTypes<'draftItem'> = {
  regionCode: 'text',
  id: 'uuid',
  draftId: 'uuid',
  kind: 'text',
  position: 'integer',
  read: 'jsonb',
  content: 'jsonb',
  citation: 'jsonb',
  doubts: 'jsonb',
  status: 'text',
  revision: 'integer',
  changedBy: 'jsonb',
  changedAt: 'timestamptz',
}

export function insertItems(db: Db, rows: readonly ItemRow[]): Promise<void> {
  return insertMany(db, 'draftItem', itemTypes, rows)
}

const findingTypes: ColumnTypes<'draftFinding'> = {
  regionCode: 'text',
  id: 'uuid',
  draftId: 'uuid',
  position: 'integer',
  rule: 'text',
  severity: 'text',
  message: 'text',
  arithmetic: 'text',
  expected: 'double precision',
  found: 'double precision',
  citations: 'jsonb',
  status: 'text',
  reason: 'text',
  revision: 'integer',
  changedBy: 'jsonb',
  changedAt: 'timestamptz',
}

export function insertFindings(db: Db, rows: readonly FindingRow[]): Promise<void> {
  return insertMany(db, 'draftFinding', findingTypes, rows)
}

export async function deleteFindings(db: Db, region: string, draft: DraftId): Promise<void> {
  await db
    .deleteFrom('draftFinding')
    .where('regionCode', '=', region)
    .where('draftId', '=', draft)
    .execute()
}

export function draftsOf(
  db: ReadDb,
  region: string,
  statuses: readonly DraftStatus[],
): Promise<DraftWithFile[]> {
  return withFile(db, region)
    .$if(statuses.length > 0, (query) => query.where('draft.status', 'in', statuses))
    .orderBy('changedAt', 'desc')
    .orderBy('draft.id', 'desc')
    .execute()
}

export function draftOf(
  db: ReadDb,
  region: string,
  id: DraftId,
): Promise<DraftWithFile | undefined> {
  return withFile(db, region).where('draft.id', '=', id).executeTakeFirst()
}

function withFile(db: ReadDb, region: string) {
  return db
    .selectFrom('draft')
    .innerJoin('document', (join) =>
      join
        .onRef('document.regionCode', '=', 'draft.regionCode')
        .onRef('document.id', '=', 'draft.documentId'),
    )
    .selectAll('draft')
    .select('document.fileName')
    .where('draft.regionCode', '=', region)
}

/** Holds a draft until the transaction ends, so that it is not published while it is changed. */
export function lockDraft(db: Db, region: string, id: DraftId): Promise<DraftRow | undefined> {
  return db
    .selectFrom('draft')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function saveDraft(
  db: Db,
  { regionCode, id }: Pick<DraftRow, 'regionCode' | 'id'>,
  change: Partial<Omit<DraftRow, 'regionCode' | 'id' | 'meta'>> & Pick<DraftRow, 'changedAt'>,
  meta?: DraftRow['meta'],
): Promise<void> {
  await db
    .updateTable('draft')
    .set({ ...change, ...(meta && { meta: json(meta) }) })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

export function itemsOf(db: ReadDb, region: string, draft: DraftId): Promise<ItemRow[]> {
  return db
    .selectFrom('draftItem')
    .selectAll()
    .where('regionCode', '=', region)
    .where('draftId', '=', draft)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export function someItems(
  db: ReadDb,
  region: string,
  draft: DraftId,
  ids: readonly ItemId[],
): Promise<ItemRow[]> {
  return db
    .selectFrom('draftItem')
    .selectAll()
    .where('regionCode', '=', region)
    .where('draftId', '=', draft)
    .where('id', 'in', ids)
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Writes status, content, citation and who changed it of rows that are there. */
export async function saveItems(db: Db, region: string, rows: readonly ItemRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update draft_item as item
    set status = changed.status, content = changed.content, citation = changed.citation,
      revision = changed.revision, changed_by = changed.changed_by, changed_at = changed.changed_at
    from unnest(
      ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ status }) => status)}::text[],
      ${rows.map(({ content }) => JSON.stringify(content))}::jsonb[],
      ${rows.map(({ citation }) => JSON.stringify(citation))}::jsonb[],
      ${rows.map(({ revision }) => revision)}::integer[],
      ${rows.map(({ changedBy }) => JSON.stringify(changedBy))}::jsonb[],
      ${rows.map(({ changedAt }) => changedAt)}::timestamptz[]
    ) as changed (id, status, content, citation, revision, changed_by, changed_at)
    where item.region_code = ${region} and item.id = changed.id
  `.execute(db)
}

export function findingsOf(db: ReadDb, region: string, draft: DraftId): Promise<FindingRow[]> {
  return db
    .selectFrom('draftFinding')
    .selectAll()
    .where('regionCode', '=', region)
    .where('draftId', '=', draft)
    .orderBy('position')
    .execute()
}

export function findingOf(
  db: ReadDb,
  region: string,
  draft: DraftId,
  id: FindingId,
): Promise<FindingRow | undefined> {
  return db
    .selectFrom('draftFinding')
    .selectAll()
    .where('regionCode', '=', region)
    .where('draftId', '=', draft)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function saveFinding(db: Db, row: FindingRow): Promise<void> {
  const { regionCode, id, status, reason, revision, changedBy, changedAt } = row
  await db
    .updateTable('draftFinding')
    .set({ status, reason, revision, changedBy: changedBy && json(changedBy), changedAt })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

export interface ItemCount {
  readonly draftId: DraftId
  readonly kind: ItemRow['kind']
  readonly status: ItemRow['status']
  readonly isDoubtful: boolean
  readonly count: number
}

export async function itemCounts(
  db: ReadDb,
  region: string,
  drafts: readonly DraftId[],
): Promise<ItemCount[]> {
  if (drafts.length === 0) return []
  return db
    .selectFrom('draftItem')
    .select(['draftId', 'kind', 'status'])
    .select(sql<boolean>`doubts <> '[]'::jsonb`.as('isDoubtful'))
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('regionCode', '=', region)
    .where('draftId', 'in', drafts)
    .groupBy(['draftId', 'kind', 'status', 'isDoubtful'])
    .execute()
}

export interface FindingCount {
  readonly draftId: DraftId
  readonly severity: FindingRow['severity']
  readonly count: number
}

/** Open findings by severity. */
export async function findingCounts(
  db: ReadDb,
  region: string,
  drafts: readonly DraftId[],
): Promise<FindingCount[]> {
  if (drafts.length === 0) return []
  return db
    .selectFrom('draftFinding')
    .select(['draftId', 'severity'])
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('regionCode', '=', region)
    .where('draftId', 'in', drafts)
    .where('status', '=', 'open')
    .groupBy(['draftId', 'severity'])
    .execute()
}
