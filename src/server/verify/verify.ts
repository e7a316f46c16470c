import type { Verification, VerificationCheck } from '#contract/installation.ts'
import type { Row, Db } from '#server/db/db.ts'
import { type Break, chainStart, firstBreak } from '#server/event/chain.ts'
import { isSigned } from '#server/event/checkpoint.ts'
import type { Signer } from '#server/event/signer.ts'
import { keptFiles } from '#server/files/kept-files.ts'
import type { FileStore } from '#server/files/store.ts'
import { Failure } from '#server/http/failure.ts'
import { indexDifference } from '#server/search/complete-index.ts'
import { checkSums } from '#server/indicator/check-sums.ts'
import { searchSources } from '#server/search/sources.ts'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'

export interface Stored {
  readonly db: Db
  readonly files: FileStore
  readonly signer: Signer
}

/** Looks through everything that is stored; changes nothing. */
export async function verify(stored: Stored): Promise<Verification> {
  const checks = [
    await chainCheck(stored),
    await checkpointCheck(stored),
    await fileCheck(stored),
    await orphanCheck(stored),
    await searchCheck(stored),
    await checkSums(stored.db),
  ]
  return { isSound: checks.every(({ problems }) => problems.length === 0), checks }
}

const batch = 2000

/** Walks the log from its first entry to its head. */
async function chainCheck({ db }: Stored): Promise<VerificationCheck> {
  let end = { position: 0, hash: chainStart }
  let found: Break | undefined
  for (;;) {
    const entries = await entriesAfter(db, end.position)
    found = firstBreak(entries, end)
    const last = entries.at(-1)
    if (found || !last) break
    end = { position: last.position, hash: last.hash }
  }
  const head = await db.selectFrom('eventHead').selectAll().executeTakeFirst()
  if (!found && (head?.position !== end.position || head.hash !== end.hash)) {
    found = { position: end.position + 1, why: 'head-differs' }
  }
  const problems = found ? [{ code: found.why, about: String(found.position) }] : []
  return { name: 'log-chain', checked: end.position, problems }
}

function entriesAfter(db: Db, position: number): Promise<Row<'event'>[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('position', '>', position)
    .orderBy('position')
    .limit(batch)
    .execute()
}

/** Every signed end must still be in the log as it was signed. */
async function checkpointCheck({ db, signer }: Stored): Promise<VerificationCheck> {
  const checkpoints = await db
    .selectFrom('eventCheckpoint')
    .leftJoin('event', 'event.position', 'eventCheckpoint.position')
    .selectAll('eventCheckpoint')
    .select('event.hash as present')
    .orderBy('eventCheckpoint.position')
    .execute()
  const wrong = checkpoints.filter(
    (checkpoint) => checkpoint.present !== checkpoint.hash || !isSigned(checkpoint, signer),
  )
  return {
    name: 'log-checkpoints',
    checked: checkpoints.length,
    problems: wrong.map(({ position }) => ({
      code: 'checkpoint-differs',
      about: String(position),
    })),
  }
}

/** Every file that is pointed to is there and is what it was. */
async function fileCheck({ db, files }: Stored): Promise<VerificationCheck> {
  const hashes = await keptFiles(db)
  const problems: { code: string; about: string }[] = []
  for (const sha256 of hashes) {
    const found = await hashOfFile(files, sha256)
    if (found === undefined) problems.push({ code: 'file-missing', about: sha256 })
    else if (found !== sha256) problems.push({ code: 'file-changed', about: sha256 })
  }
  return { name: 'files', checked: hashes.length, problems }
}

async function hashOfFile(files: FileStore, sha256: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of files.open(sha256)) hash.update(chunk as Buffer)
    return hash.digest('hex')
  } catch (error) {
    // A store that does not answer says nothing about its files.
    if (error instanceof Failure && error.status >= 500) throw error
    return undefined
  }
}

/** Rows whose owner is gone: child, the column that names the owner, owner. */
const owned = [
  ['draft', 'document_id', 'document'],
  ['draft_item', 'draft_id', 'draft'],
  ['draft_finding', 'draft_id', 'draft'],
  ['plan_version', 'plan_id', 'plan'],
  ['plan_target', 'version_id', 'plan_version'],
  ['plan_task', 'version_id', 'plan_version'],
  ['plan_project', 'version_id', 'plan_version'],
  ['plan_industry', 'version_id', 'plan_version'],
  ['plan_park', 'version_id', 'plan_version'],
] as const

async function orphanCheck({ db }: Stored): Promise<VerificationCheck> {
  const problems: { code: string; about: string }[] = []
  for (const [child, column, owner] of owned) {
    const { rows } = await sql<{ id: string }>`
      select c.id from ${sql.table(child)} c
      left join ${sql.table(owner)} o
        on o.region_code = c.region_code and o.id = c.${sql.ref(column)}
      where o.id is null
      limit 100
    `.execute(db)
    problems.push(...rows.map(({ id }) => ({ code: 'owner-missing', about: `${child} ${id}` })))
  }
  return { name: 'orphans', checked: owned.length, problems }
}

/** Everything there is to find is found as it is, and nothing else. */
async function searchCheck({ db }: Stored): Promise<VerificationCheck> {
  const { checked, gaps } = await indexDifference(db, searchSources)
  const problems = gaps
    .slice(0, 100)
    .map(({ code, kind, region, id }) => ({ code, about: `${kind} ${region} ${id}` }))
  return { name: 'search-index', checked, problems }
}
