import type { JobId } from '#core/id.ts'
import { type Db, json } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import { announceJobs } from './announcement.ts'
import { sql } from 'kysely'

export interface NewJob {
  /** Of a handler given to `openApp`. */
  readonly kind: string
  /** JSON, as the handler's schema has it. */
  readonly payload: unknown
  /** The present moment. */
  readonly now: string
  /** When it is due; without it at once. */
  readonly runAt?: string
  /**
   * Of the jobs of a kind with one key only one waits: it takes the new payload and the earlier
   * moment. One that runs already does not count, for it may have read what was there before.
   */
  readonly dedupeKey?: string
}

/** Leaves work to be done once the transaction of `db` is done: exactly then, if at all. */
export async function enqueue(
  db: Db,
  { kind, payload, now, runAt = now, dedupeKey }: NewJob,
): Promise<JobId> {
  const { id } = await db
    .insertInto('job')
    .values({
      id: newId('job'),
      kind,
      payload: json(payload),
      dedupeKey: dedupeKey ?? null,
      state: 'waiting',
      runAt,
      attempts: 0,
      leaseId: null,
      leaseUntil: null,
      problem: null,
      createdAt: now,
      endedAt: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'dedupeKey'])
        .where('state', '=', 'waiting')
        .doUpdateSet({
          payload: sql`excluded.payload`,
          runAt: sql<string>`least(job.run_at, excluded.run_at)`,
        }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  announceJobs()
  return id
}
