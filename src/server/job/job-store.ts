import type { Job, JobState } from '#contract/job.ts'
import type { JobId } from '#core/id.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { JobRow } from './lease-store.ts'

const keptDays = 14

/** Forgets what ended, and which moments of schedules came, more than two weeks ago; what was given up stays. */
export async function forgetOldJobs(db: Db, now: string): Promise<void> {
  const before = new Date(Date.parse(now) - keptDays * 86_400_000).toISOString()
  await db
    .deleteFrom('job')
    .where('state', 'in', ['done', 'discarded'])
    .where('endedAt', '<', before)
    .execute()
  // Not the last of a schedule, from which the moments it missed are counted.
  await db
    .deleteFrom('scheduleFire')
    .where('fireAt', '<', before)
    .where((is) =>
      is.exists(
        is
          .selectFrom('scheduleFire as later')
          .select('later.fireAt')
          .whereRef('later.schedule', '=', 'scheduleFire.schedule')
          .whereRef('later.fireAt', '>', 'scheduleFire.fireAt'),
      ),
    )
    .execute()
}

const shown = 100

/** The first jobs of a state, and how many there are: the earliest due, or the latest ended. */
export async function jobsIn(
  db: ReadDb,
  state: JobState,
): Promise<{ readonly jobs: readonly Job[]; readonly count: number }> {
  const all = db.selectFrom('job').where('state', '=', state)
  const { count } = await all
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const isOver = state === 'dead' || state === 'done' || state === 'discarded'
  const rows = await all
    .selectAll()
    .orderBy(isOver ? 'endedAt' : 'runAt', isOver ? 'desc' : 'asc')
    .orderBy('id')
    .limit(shown)
    .execute()
  return { jobs: rows.map(jobView), count }
}

/** How many jobs have not ended well or at all, by their state. */
export async function openJobs(db: ReadDb): Promise<ReadonlyMap<JobState, number>> {
  const rows = await db
    .selectFrom('job')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'running', 'dead'])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** A job nobody else changes until the transaction ends. */
export function lockJob(db: Db, id: JobId): Promise<JobRow | undefined> {
  return db.selectFrom('job').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Gives jobs that were given up all their attempts anew. */
export async function reviveJobs(db: Db, ids: readonly JobId[], now: string): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('job')
    .set({ state: 'waiting', runAt: now, attempts: 0, endedAt: null })
    .where('id', 'in', ids)
    .execute()
}

export async function putAside(db: Db, id: JobId, now: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ state: 'discarded', endedAt: now })
    .where('id', '=', id)
    .execute()
}

/** For each schedule its last moment that came, with the job left then where it is still kept. */
export async function lastFires(
  db: ReadDb,
): Promise<ReadonlyMap<string, { readonly at: string; readonly job?: Job }>> {
  const fires = await db
    .selectFrom('scheduleFire')
    .select(['schedule', 'fireAt', 'jobId'])
    .distinctOn('schedule')
    .where('jobId', 'is not', null)
    .orderBy('schedule')
    .orderBy('fireAt', 'desc')
    .execute()
  const jobs = await jobsById(
    db,
    fires.flatMap(({ jobId }) => jobId ?? []),
  )
  return new Map(
    fires.map(({ schedule, fireAt, jobId }) => {
      const job = jobId ? jobs.get(jobId) : undefined
      return [schedule, { at: fireAt, ...(job && { job }) }]
    }),
  )
}

async function jobsById(db: ReadDb, ids: readonly JobId[]): Promise<ReadonlyMap<JobId, Job>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('job').selectAll().where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, jobView(row)]))
}

function jobView(row: JobRow): Job {
  const { id, kind, payload, state, runAt, attempts, problem, createdAt, endedAt } = row
  return {
    id,
    kind,
    payload,
    state,
    runAt,
    attempts,
    createdAt,
    ...(problem && { problem }),
    ...(endedAt !== null && { endedAt }),
  }
}
