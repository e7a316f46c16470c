import type { ImportState } from '#contract/document.ts'
import type { Problem } from '#contract/problem.ts'
import type { Document } from '#core/document/document.ts'
import type { DocumentId, DraftId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type DocumentRow = Omit<Row<'document'>, 'text' | 'blocks' | 'attempts'>

const summaryColumns = [
  'document.regionCode',
  'document.id',
  'fileName',
  'size',
  'sha256',
  'mediaType',
  'format',
  'state',
  'problem',
  'warnings',
  'uploadedBy',
  'uploadedAt',
] as const satisfies readonly string[]

/** A document with the draft that came of it. */
export interface DocumentWithDraft extends DocumentRow {
  readonly draftId: DraftId | null
}

export async function insertDocument(db: Db, row: DocumentRow): Promise<void> {
  await db
    .insertInto('document')
    .values({
      ...row,
      problem: row.problem && json(row.problem),
      warnings: json(row.warnings),
      uploadedBy: json(row.uploadedBy),
      text: null,
      blocks: null,
      attempts: 0,
    })
    .execute()
}

export function documentsOf(
  db: ReadDb,
  region: string,
  { states, limit }: { readonly states: readonly ImportState[]; readonly limit: number },
): Promise<DocumentWithDraft[]> {
  return withDraft(db, region)
    .$if(states.length > 0, (query) => query.where('state', 'in', states))
    .orderBy('uploadedAt', 'desc')
    .orderBy('document.id', 'desc')
    .limit(limit)
    .execute()
}

export function documentOf(
  db: ReadDb,
  region: string,
  id: DocumentId,
): Promise<DocumentWithDraft | undefined> {
  return withDraft(db, region).where('document.id', '=', id).executeTakeFirst()
}

function withDraft(db: ReadDb, region: string) {
  return db
    .selectFrom('document')
    .leftJoin('draft', (join) =>
      join
        .onRef('draft.regionCode', '=', 'document.regionCode')
        .onRef('draft.documentId', '=', 'document.id'),
    )
    .select([...summaryColumns, 'draft.id as draftId'])
    .where('document.regionCode', '=', region)
}

/** The earliest document of the region for each of these contents. */
export function firstOfContents(
  db: ReadDb,
  region: string,
  contents: readonly string[],
): Promise<{ sha256: string; id: DocumentId }[]> {
  if (contents.length === 0) return Promise.resolve([])
  return db
    .selectFrom('document')
    .distinctOn('sha256')
    .select(['sha256', 'id'])
    .where('regionCode', '=', region)
    .where('sha256', 'in', contents)
    .orderBy('sha256')
    .orderBy('uploadedAt')
    .orderBy('id')
    .execute()
}

/** The normalised text and structure of a document that has been read. */
export async function contentOf(
  db: ReadDb,
  region: string,
  id: DocumentId,
): Promise<Document | undefined> {
  const row = await db
    .selectFrom('document')
    .select(['text', 'blocks'])
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.text != null && row.blocks ? { text: row.text, blocks: row.blocks } : undefined
}

export interface Waiting {
  readonly regionCode: string
  readonly id: DocumentId
  readonly fileName: string
  readonly sha256: string
  readonly attempts: number
  readonly uploadedBy: Row<'document'>['uploadedBy']
}

/** The document that waits longest to be read, of any region: reading is the machine's own work. */
export function nextWaiting(db: ReadDb): Promise<Waiting | undefined> {
  return db
    .selectFrom('document')
    .select(['regionCode', 'id', 'fileName', 'sha256', 'attempts', 'uploadedBy'])
    .where('state', '=', 'uploaded')
    .orderBy('uploadedAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
}

export async function markReading(db: Db, { regionCode, id, attempts }: Waiting): Promise<void> {
  await db
    .updateTable('document')
    .set({ state: 'reading', attempts: attempts + 1 })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

/** What a stop interrupted waits again. */
export async function resetInterrupted(db: Db): Promise<void> {
  await db
    .updateTable('document')
    .set({ state: 'uploaded' })
    .where('state', '=', 'reading')
    .execute()
}

export async function saveContent(
  db: Db,
  { regionCode, id }: Waiting,
  { text, blocks }: Document,
  about: Pick<Row<'document'>, 'format' | 'warnings'>,
): Promise<void> {
  await db
    .updateTable('document')
    .set({
      state: 'read',
      text,
      blocks: json(blocks),
      format: about.format,
      warnings: json(about.warnings),
    })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

export async function saveRefusal(
  db: Db,
  { regionCode, id }: Waiting,
  problem: Problem,
): Promise<void> {
  await db
    .updateTable('document')
    .set({ state: 'refused', problem: json(problem) })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}
