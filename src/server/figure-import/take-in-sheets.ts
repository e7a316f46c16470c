import { largestUpload } from '#contract/document.ts'
import type { Problem } from '#contract/problem.ts'
import { err, ok, type Result } from '#core/result.ts'
import { record } from '#server/event/store.ts'
import type { FileStore } from '#server/files/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import type { Transact, UploadedFile } from '#server/http/endpoint.ts'
import { newId } from '#server/new-id.ts'
import { type ImportRow, insertImport, saveImport } from './import-store.ts'
import { layoutsOf } from './layout-store.ts'
import { readImport, recognisedLayouts } from './read-tables.ts'
import { readWorkbookApart } from './reading/read-workbook-apart.ts'
import type { Workbook } from './reading/read-workbook.ts'
import { buffer } from 'node:stream/consumers'

/** Stores a file, reads it in a thread of its own, and opens an import with the layouts it is known by. */
export async function takeInSheets(
  files: FileStore,
  { name, content, isCut }: UploadedFile,
  transact: Transact,
): Promise<Result<ImportRow, Problem>> {
  const stored = await files.put(content, () => !isCut())
  if (!stored) {
    return err({
      code: 'document-too-large',
      title: `The file is larger than ${largestUpload} bytes`,
      place: { file: name },
      detail: { what: 'The file', limit: largestUpload },
    })
  }
  const bytes = await buffer(files.open(stored.sha256))
  const workbook = await readWorkbookApart({ name, bytes })
  if (!workbook.ok) return workbook
  return ok(await transact((context) => opened(context, { name, ...stored }, workbook.value)))
}

interface Stored {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

async function opened(
  context: WriteContext,
  { name, sha256, size }: Stored,
  { format, grids }: Workbook,
): Promise<ImportRow> {
  const { db, region, user, now } = context
  const row: ImportRow = {
    regionCode: region.code,
    id: newId('figure-import'),
    fileName: name,
    sha256,
    size,
    format,
    state: 'open',
    decisions: {},
    confirmed: [],
    recognised: {},
    counts: null,
    revision: 0,
    uploadedBy: user,
    uploadedAt: now,
    endedBy: null,
    endedAt: null,
  }
  await insertImport(db, row, grids)
  const { tables } = await readImport(db, region, row, { grids })
  const recognised = recognisedLayouts(tables, await layoutsOf(db, region.code))
  const saved = await saveImport(db, row, { recognised })
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'figure-file-uploaded',
      subject: row.id,
      entity: { kind: 'figure-import', id: row.id },
      after: { fileName: name, sha256, size },
    },
  ])
  context.stale(['figure-imports'])
  return saved
}
