import type { Problem } from '#contract/problem.ts'
import { jobTexts } from '#contract/texts/job-texts.zh.ts'
import { everywhere } from '#core/access/region-cover.ts'
import { mostAttempts } from '#core/job/backoff.ts'
import type { Database } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { recordedLast } from '#server/event/store.ts'
import type { StaleBus } from '#server/event/stale-bus.ts'
import { Failure } from '#server/http/failure.ts'
import { notify } from '#server/notification/notify.ts'
import type { JobContext, JobHandler } from './handler.ts'
import {
  bury,
  giveBack,
  holds,
  type JobRow,
  type Lease,
  markDone,
  postpone,
  renew,
  renewalMs,
} from './lease-store.ts'

export interface RunGround {
  readonly database: Pick<Database, 'db'>
  readonly bus: StaleBus
  /** The present moment, ISO 8601 in UTC. */
  readonly clock: () => string
  readonly log: { error(detail: object, message: string): void }
  /** Aborted when the program stops. */
  readonly signal: AbortSignal
}

/** The job passed to somebody else, who thought us gone. */
class LeaseLost extends Error {}

/** Runs a job that was taken, and says how it ended; only a database that fails makes this fail. */
export async function runJob(
  ground: RunGround,
  handlers: ReadonlyMap<string, JobHandler>,
  row: JobRow & Lease,
): Promise<void> {
  const problem = unfit(row, handlers.get(row.kind))
  if (problem) {
    await giveUp(ground, row, problem)
    return
  }
  try {
    await begin(ground, handlers.get(row.kind), row)
  } catch (error) {
    await endBadly(ground, row, error)
  }
}

/** Why a job is not even begun. */
function unfit(row: JobRow, handler: JobHandler | undefined): Problem | undefined {
  if (!handler) return { code: 'job-kind-unknown', title: `Nothing does ${row.kind}` }
  if (row.attempts > mostAttempts) {
    return { code: 'job-interrupted', title: 'The program ended each time while the job ran' }
  }
  const parsed = handler.payload.safeParse(row.payload)
  return parsed.success
    ? undefined
    : { code: 'job-payload-invalid', title: 'The job is not as described' }
}

async function begin(
  ground: RunGround,
  handler: JobHandler | undefined,
  row: JobRow & Lease,
): Promise<void> {
  if (!handler) return
  const payload = handler.payload.parse(row.payload)
  if (handler.mode === 'transaction') {
    await leased(ground, row, async (context) => {
      await handler.run(payload, context)
      await markDone(context.db, row, context.now)
    })
    return
  }
  const beat = setInterval(() => {
    // One that fails is followed by another long before the lease runs out.
    renew(ground.database.db, row, ground.clock()).catch(() => {})
  }, renewalMs)
  try {
    await handler.run(payload, {
      // A program that stops does not wait for all the steps that are still to come.
      transact: async (work) => {
        ground.signal.throwIfAborted()
        return leased(ground, row, work)
      },
      signal: ground.signal,
    })
  } finally {
    clearInterval(beat)
  }
  await markDone(ground.database.db, row, ground.clock())
}

/** A transaction that holds the lease to its end. */
function leased<Value>(
  { database, bus, clock }: RunGround,
  lease: Lease,
  work: (context: JobContext) => Promise<Value>,
): Promise<Value> {
  return withTellings(database, bus, async (db, tellings) => {
    if (!(await holds(db, lease))) throw new LeaseLost()
    return work({ db, now: clock(), ...tellings })
  })
}

/** A transaction; what it makes stale is told once it is done. */
async function withTellings<Value>(
  { db }: RunGround['database'],
  bus: StaleBus,
  work: (db: Db, tellings: Pick<JobContext, 'stale' | 'staleFor'>) => Promise<Value>,
): Promise<Value> {
  const done: (() => void)[] = []
  const value = await db.transaction().execute((transaction: Db) =>
    recordedLast(transaction, () =>
      work(transaction, {
        stale: (region, ...keys) => done.push(() => bus.tell(region, keys)),
        staleFor: (users, ...keys) => done.push(() => bus.tellUsers(users, keys)),
      }),
    ),
  )
  for (const task of done) task()
  return value
}

async function endBadly(ground: RunGround, row: JobRow & Lease, error: unknown): Promise<void> {
  if (error instanceof LeaseLost) return
  const { database, clock, log, signal } = ground
  if (signal.aborted) {
    await giveBack(database.db, row)
    return
  }
  log.error({ err: error, job: row.id, kind: row.kind, attempts: row.attempts }, 'job-failed')
  const problem = problemOf(error)
  if (row.attempts >= mostAttempts) {
    await giveUp(ground, row, problem)
    return
  }
  const end = { problem, now: clock() }
  await database.db.transaction().execute((db: Db) => postpone(db, row, end))
}

/** Nobody will try it again by themselves: who looks after the program is told. */
async function giveUp(
  { database, bus, clock }: RunGround,
  row: JobRow & Lease,
  problem: Problem,
): Promise<void> {
  await withTellings(database, bus, async (db, tell) => {
    const now = clock()
    await bury(db, row, { problem, now })
    tell.stale(undefined, ['jobs'])
    await notify(
      { db, now, staleFor: tell.staleFor },
      {
        region: everywhere,
        to: { allowed: 'operate' },
        kind: 'job-given-up',
        subject: { kind: 'job', id: row.id },
        values: { job: jobTexts[row.kind] ?? row.kind },
        link: '/jobs',
      },
    )
  })
}

function problemOf(error: unknown): Problem {
  if (error instanceof Failure) return error.problem
  return { code: 'job-failed', title: error instanceof Error ? error.message : String(error) }
}
