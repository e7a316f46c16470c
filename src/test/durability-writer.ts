// Writes through the stores, four changes at a time, and says the id of each once it is
// acknowledged; a process of its own, to be killed.
import type { DocumentId } from '#core/id.ts'
import { presentMoment } from '#server/clock.ts'
import { openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { record } from '#server/event/store.ts'
import { newId } from '#server/new-id.ts'
import { insertDocument } from '#server/plan/document-store.ts'
import { insertRegion } from '#server/region/store.ts'

const { region, user } = demonstrationIdentity
const [url = ''] = process.argv.slice(2)
const { db } = await openDatabase(url)
await migrate(db)
await insertRegion(db, region)
process.stdout.write('ready\n')
await Promise.all([write(), write(), write(), write()])

async function write(): Promise<never> {
  for (;;) {
    const id = newId('document')
    await db.transaction().execute((transaction) => change(transaction, id))
    process.stdout.write(`${id}\n`)
  }
}

/** A row and its entry in the log: both or neither. */
async function change(db: Db, id: DocumentId): Promise<void> {
  const now = presentMoment()
  await insertDocument(db, {
    regionCode: region.code,
    id,
    fileName: '规划.txt',
    size: 1,
    sha256: '0'.repeat(64),
    mediaType: 'text/plain',
    format: null,
    state: 'uploaded',
    problem: null,
    warnings: [],
    uploadedBy: user,
    uploadedAt: now,
  })
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'document-uploaded',
      subject: id,
      entity: { kind: 'document', id },
      after: { fileName: '规划.txt' },
    },
  ])
}
