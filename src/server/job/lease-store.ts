import type { JobState } from '#contract/job.ts'
import type { Problem } from '#contract/problem.ts'
import { pauseAfter } from '#core/job/backoff.ts'
import type { JobId } from '#core/id.ts'
import { type Db, json, type Row } from '#server/db/db.ts'
import { randomUUID } from 'node:crypto'

export type JobRow = Row<'job'>

/** A job somebody runs; what they write counts as long as the lease is theirs. */
export interface Lease {
  readonly id: JobId
  readonly leaseId: string
}

const leaseMs = 30_000

/** How often whoever runs a job says that they still do. */
export const renewalMs = leaseMs / 3

/**
 * Takes up to `limit` jobs that are due, or whose lease ran out because its holder is gone; never
 * those in `mine`, which this program runs already.
 */
export async function takeJobs(
  db: Db,
  {
    now,
    limit,
    mine,
  }: { readonly now: string; readonly limit: number; readonly mine: readonly JobId[] },
): Promise<JobRow[]> {
  return db
    .with(
      (due) => due('due').materialized(),
      (query) =>
        query
          .selectFrom('job')
          .select('id')
          .where((is) =>
            is.or([
              is.and([is('state', '=', 'waiting'), is('runAt', '<=', now)]),
              is.and([is('state', '=', 'running'), is('leaseUntil', '<', now)]),
            ]),
          )
          .$if(mine.length > 0, (query) => query.where('id', 'not in', mine))
          .orderBy('runAt')
          .orderBy('id')
          .limit(limit)
          .forUpdate()
          .skipLocked(),
    )
    .updateTable('job')
    .from('due')
    .set((is) => ({
      state: 'running',
      leaseId: randomUUID(),
      leaseUntil: later(now, leaseMs),
      attempts: is('job.attempts', '+', 1),
    }))
    .whereRef('job.id', '=', 'due.id')
    .returningAll('job')
    .execute()
}

/** Whether a job is still ours; it stays so until the transaction ends. */
export async function holds(db: Db, { id, leaseId }: Lease): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('id', '=', id)
    .where('leaseId', '=', leaseId)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function renew(db: Db, lease: Lease, now: string): Promise<void> {
  await ours(db, lease)
    .set({ leaseUntil: later(now, leaseMs) })
    .execute()
}

export async function markDone(db: Db, lease: Lease, now: string): Promise<void> {
  await ours(db, lease).set(ended('done', now)).execute()
}

/** Gives a job back that was not begun in earnest. */
export async function giveBack(db: Db, lease: Lease): Promise<void> {
  await ours(db, lease)
    .set((is) => ({ ...unleased, state: 'waiting', attempts: is('attempts', '-', 1) }))
    .execute()
}

/** A job nobody will try again by themselves. */
export async function bury(
  db: Db,
  lease: Lease,
  { problem, now }: { readonly problem: Problem; readonly now: string },
): Promise<void> {
  await ours(db, lease)
    .set({ ...ended('dead', now), problem: json(problem) })
    .execute()
}

/** Lets a job wait for another attempt; where a newer one of its key waits, that one replaces it. */
export async function postpone(
  db: Db,
  {
    id,
    leaseId,
    kind,
    dedupeKey,
    attempts,
  }: Lease & Pick<JobRow, 'kind' | 'dedupeKey' | 'attempts'>,
  { problem, now }: { readonly problem: Problem; readonly now: string },
): Promise<void> {
  const isReplaced = await waits(db, kind, dedupeKey)
  await ours(db, { id, leaseId })
    .set({
      ...(isReplaced
        ? ended('discarded', now)
        : { ...unleased, state: 'waiting', runAt: later(now, pauseAfter(attempts) * 1000) }),
      problem: json(problem),
    })
    .execute()
}

/** Whether a job of a kind and key waits; without a key none counts. */
export async function waits(db: Db, kind: string, dedupeKey: string | null): Promise<boolean> {
  if (dedupeKey === null) return false
  const row = await db
    .selectFrom('job')
    .select('id')
    .where('kind', '=', kind)
    .where('dedupeKey', '=', dedupeKey)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}

function ours(db: Db, { id, leaseId }: Lease) {
  return db.updateTable('job').where('id', '=', id).where('leaseId', '=', leaseId)
}

const unleased = { leaseId: null, leaseUntil: null } as const

function ended(state: Extract<JobState, 'done' | 'dead' | 'discarded'>, now: string) {
  return { ...unleased, state, endedAt: now }
}

function later(moment: string, ms: number): string {
  return new Date(Date.parse(moment) + ms).toISOString()
}
