import type { Problem } from '#contract/problem.ts'
import type { DraftId, UserId } from '#core/id.ts'
import type { Division } from '#core/plan/read-region.ts'
import { err, ok, type Result } from '#core/result.ts'
import { dayInChina } from '#server/clock.ts'
import type { Database } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { openDocument } from '#server/document/open-document.ts'
import type { Opened } from '#server/document/formats/opened.ts'
import type { StaleBus } from '#server/event/stale-bus.ts'
import { record } from '#server/event/store.ts'
import type { FileStore } from '#server/files/store.ts'
import { newId } from '#server/new-id.ts'
import { type Notice, notify } from '#server/notification/notify.ts'
import { indexFor } from '#server/search/store.ts'
import {
  markReading,
  nextWaiting,
  resetInterrupted,
  saveContent,
  saveRefusal,
  type Waiting,
} from './document-store.ts'
import { insertDraft, insertFindings, insertItems } from './draft-store.ts'
import { findingRows, itemRows } from './draft-rows.ts'
import { metaOf } from './plan-parts.ts'
import type { Reading } from './reading/messages.ts'
import type { ReadingThread } from './reading/reading-thread.ts'
import { entriesOfDocument } from './search-entries.ts'

export interface ImportGround {
  readonly database: Database
  readonly files: FileStore
  readonly bus: StaleBus
  readonly reading: ReadingThread
  readonly divisions: readonly Division[]
  /** The present moment, ISO 8601 in UTC. */
  readonly clock: () => string
  readonly log: { error(detail: object, message: string): void }
}

// A document that takes the program down with it is not begun for ever.
const mostAttempts = 3

/** Takes up again what a stop of the program interrupted. */
export function resumeImports({ database }: ImportGround): Promise<void> {
  return resetInterrupted(database.db)
}

/** Reads the documents that wait, one after the other, until none does. */
export async function importWaiting(
  ground: ImportGround,
  isStopping: () => boolean,
): Promise<void> {
  while (!isStopping()) {
    const waiting = await nextWaiting(ground.database.db)
    if (!waiting) return
    await importOne(ground, waiting)
  }
}

async function importOne(ground: ImportGround, waiting: Waiting): Promise<void> {
  const { database, clock } = ground
  const exhausted = waiting.attempts >= mostAttempts
  if (!exhausted) {
    await markReading(database.db, waiting)
    tell(ground, waiting)
  }
  const read = exhausted ? err(gaveUp) : await readFile(ground, waiting)
  const told = new Set<UserId>()
  await database.db.transaction().execute(async (db) => {
    const now = clock()
    const draft = read.ok ? await saveRead(db, waiting, read.value, now) : undefined
    if (!read.ok) await refuse(db, waiting, read.error, now)
    const staleFor = (users: readonly UserId[]): void => users.forEach((user) => told.add(user))
    await notify({ db, now, staleFor }, noticeOf(waiting, draft))
  })
  tell(ground, waiting)
  ground.bus.tellUsers([...told], [['notifications']])
}

/** Whoever brought the document in hears how its reading ended. */
function noticeOf(
  { regionCode, id, fileName, uploadedBy }: Waiting,
  draft: DraftId | undefined,
): Notice {
  return {
    region: regionCode,
    to: { users: [uploadedBy.id] },
    kind: draft ? 'import-finished' : 'import-failed',
    subject: { kind: 'document', id },
    values: { fileName },
    link: draft ? `/drafts/${draft}` : '/import',
  }
}

function tell({ bus }: ImportGround, { regionCode, id }: Waiting): void {
  bus.tell(regionCode, [['documents'], ['documents', id], ['drafts', 'list']])
}

const gaveUp: Problem = {
  code: 'document-reading-failed',
  title: 'The document could not be read to its end',
}

interface ReadFile {
  readonly opened: Pick<Opened, 'format' | 'warnings'>
  readonly reading: Reading
}

async function readFile(
  ground: ImportGround,
  { sha256, fileName }: Waiting,
): Promise<Result<ReadFile, Problem>> {
  const { files, reading, divisions, clock, log } = ground
  const opened = await files.withPath(sha256, (path) => openDocument({ path, name: fileName }))
  if (!opened.ok) return opened
  const { blocks } = opened.value
  const today = dayInChina(clock())
  try {
    const answer = await reading.ask({ kind: 'read', blocks, divisions, today })
    return ok({ opened: opened.value, reading: answer })
  } catch (error) {
    log.error({ err: error, sha256 }, 'reading-failed')
    return err(gaveUp)
  }
}

/** Makes a draft of what was read. */
export async function saveRead(
  db: Db,
  waiting: Waiting,
  { opened, reading }: ReadFile,
  now: string,
): Promise<DraftId> {
  const { regionCode, id, uploadedBy } = waiting
  const draft: DraftId = newId('draft')
  await saveContent(db, waiting, reading.document, opened)
  await indexFor(db, await entriesOfDocument(db, regionCode, id), now)
  await insertDraft(db, {
    regionCode,
    id: draft,
    documentId: id,
    status: 'reviewing',
    meta: metaOf(reading.plan),
    revision: 0,
    createdAt: now,
    changedAt: now,
    publishedRegionCode: null,
    publishedPlanId: null,
    publishedNumber: null,
  })
  const owner = { regionCode, draftId: draft }
  await insertItems(db, itemRows(owner, reading.plan))
  await insertFindings(db, findingRows(owner, reading.findings))
  await record(db, [
    {
      region: regionCode,
      at: now,
      by: uploadedBy,
      action: 'document-read',
      subject: draft,
      entity: { kind: 'document', id },
      after: { format: opened.format },
    },
  ])
  return draft
}

async function refuse(db: Db, waiting: Waiting, problem: Problem, now: string): Promise<void> {
  const { regionCode, id, uploadedBy } = waiting
  await saveRefusal(db, waiting, problem)
  await record(db, [
    {
      region: regionCode,
      at: now,
      by: uploadedBy,
      action: 'document-refused',
      subject: id,
      entity: { kind: 'document', id },
      after: problem,
    },
  ])
}
