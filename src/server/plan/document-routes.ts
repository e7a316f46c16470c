import {
  documentFile,
  type DocumentSummary,
  largestUpload,
  listDocuments,
  showDocument,
  showDocumentContent,
  uploadDocuments,
} from '#contract/document.ts'
import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import type { ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { StoredFile } from '#server/files/arrival.ts'
import type { FileStore } from '#server/files/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, file, read, upload, type UploadedFile } from '#server/http/endpoint.ts'
import { badInput, notFound } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { indexFor } from '#server/search/store.ts'
import {
  contentOf,
  documentOf,
  type DocumentRow,
  documentsOf,
  type DocumentWithDraft,
  firstOfContents,
  insertDocument,
} from './document-store.ts'
import { documentView } from './draft-views.ts'
import type { Importer } from './importer.ts'
import { entriesOfDocument } from './search-entries.ts'

export interface DocumentGround {
  readonly files: FileStore
  readonly importer: Importer
}

export function documentEndpoints({ files, importer }: DocumentGround): readonly Endpoint[] {
  return [
    upload(uploadDocuments, async (_, uploaded, transact) => {
      const documents: DocumentSummary[] = []
      const refused: { fileName: string; problem: Problem }[] = []
      for await (const one of uploaded) {
        const stored = await storedFile(files, one)
        if (stored.ok) {
          documents.push(await transact((context) => takeIn(context, importer, one, stored.value)))
        } else refused.push({ fileName: one.name, problem: stored.error })
      }
      if (documents.length + refused.length === 0) {
        throw badInput('upload-empty', 'The request holds no file')
      }
      return { documents, refused }
    }),

    read(listDocuments, async ({ state, limit }, { db, region }) => ({
      documents: await views(db, await documentsOf(db, region.code, { states: state, limit })),
    })),

    read(showDocument, async ({ id }, { db, region }) => {
      const row = await documentOf(db, region.code, id)
      const [view] = row ? await views(db, [row]) : []
      if (!view) throw notFound('Document')
      return view
    }),

    read(showDocumentContent, async ({ id }, { db, region }) => {
      const content = await contentOf(db, region.code, id)
      if (!content) throw notFound('Document')
      return content
    }),

    file(documentFile, async ({ id }, { db, region }) => {
      const row = await documentOf(db, region.code, id)
      if (!row) throw notFound('Document')
      return { name: row.fileName, content: files.open(row.sha256), size: row.size }
    }),
  ]
}

/** Streams a file to its end; one that is cut off or empty is not taken. */
async function storedFile(
  files: FileStore,
  { name, content, isCut }: UploadedFile,
): Promise<Result<StoredFile, Problem>> {
  const stored = await files.put(content, () => !isCut())
  if (!stored) {
    return err({
      code: 'document-too-large',
      title: `The file is larger than ${largestUpload} bytes`,
      place: { file: name },
      detail: { what: 'The file', limit: largestUpload },
    })
  }
  if (stored.size === 0) {
    return err({ code: 'document-empty', title: 'The file is empty', place: { file: name } })
  }
  return ok(stored)
}

/** Writes a document down and has it read. */
export async function takeIn(
  context: WriteContext,
  importer: Importer,
  { name, mediaType }: Pick<UploadedFile, 'name' | 'mediaType'>,
  stored: StoredFile,
): Promise<DocumentSummary> {
  const { db, region, user, now } = context
  const row: DocumentRow = {
    regionCode: region.code,
    id: newId('document'),
    fileName: name,
    ...stored,
    mediaType,
    format: null,
    state: 'uploaded',
    problem: null,
    warnings: [],
    uploadedBy: user,
    uploadedAt: now,
  }
  await insertDocument(db, row)
  await indexFor(db, await entriesOfDocument(db, region.code, row.id), now)
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'document-uploaded',
      subject: row.id,
      entity: { kind: 'document', id: row.id },
      after: { fileName: name, ...stored },
    },
  ])
  context.stale(['documents'])
  context.afterwards(() => importer.wake())
  const [view] = await views(db, [{ ...row, draftId: null }])
  if (!view) throw notFound('Document')
  return view
}

async function views(db: ReadDb, rows: readonly DocumentWithDraft[]): Promise<DocumentSummary[]> {
  const region = rows[0]?.regionCode ?? ''
  const contents = [...new Set(rows.map(({ sha256 }) => sha256))]
  const first = await firstOfContents(db, region, contents)
  const byContent = new Map(first.map(({ sha256, id }) => [sha256, id]))
  return rows.map((row) => documentView(row, byContent))
}
