import type { DraftId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { newId } from '#server/new-id.ts'
import { insertDocument, nextWaiting } from '#server/plan/document-store.ts'
import { saveRead } from '#server/plan/import-document.ts'
import type { Reading } from '#server/plan/reading/messages.ts'
import { createHash } from 'node:crypto'

/** Puts a reading into the database as the import does, without a file. */
export async function insertReading(
  db: Db,
  { region, user }: Identity,
  reading: Reading,
  now: string,
): Promise<DraftId> {
  const { text } = reading.document
  await insertDocument(db, {
    regionCode: region.code,
    id: newId('document'),
    fileName: '规划.txt',
    size: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
    mediaType: 'text/plain',
    format: null,
    state: 'uploaded',
    problem: null,
    warnings: [],
    uploadedBy: user,
    uploadedAt: now,
  })
  const waiting = await nextWaiting(db)
  if (!waiting) throw new Error('The document just inserted does not wait')
  return saveRead(db, waiting, { opened: { format: 'txt', warnings: [] }, reading }, now)
}
