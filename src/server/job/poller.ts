import type { JobId } from '#core/id.ts'
import { hearOfJobs } from './announcement.ts'
import type { OwnWork } from './handler.ts'
import { type JobRow, type Lease, takeJobs } from './lease-store.ts'
import { type RunGround, runJob } from './run-job.ts'
import { schedulerOf } from './schedules.ts'

/** Does the jobs that wait, in the background. */
export interface Jobs {
  /** There may be something to do. */
  wake(): void
  /** Done when nothing is due any more. */
  idle(): Promise<void>
  /** Takes up no more, lets what runs come to an end or to a place to begin again from. */
  stop(): Promise<void>
}

export interface JobGround extends Omit<RunGround, 'signal'>, OwnWork {}

const mostAtOnce = 4
// Whoever is announced is looked for at once; this finds what another program left, and what is due.
const pollMs = 1000
// What is announced is seen only after its transaction.
const commitMs = 30

export function startJobs(ground: JobGround): Jobs {
  const { database, clock, log } = ground
  const handlers = new Map(ground.handlers.map((handler) => [handler.kind, handler]))
  const scheduler = schedulerOf(ground.schedules)
  const stopping = new AbortController()
  const running = new Map<JobId, Promise<void>>()
  let polling: Promise<void> | undefined
  let isAsked = false

  const start = (row: JobRow & Lease): void => {
    const run = runJob({ ...ground, signal: stopping.signal }, handlers, row)
      // The lease runs out and the job is taken up again.
      .catch((error: unknown) => log.error({ err: error, job: row.id }, 'job-left'))
      .finally(() => {
        running.delete(row.id)
        wake()
      })
    running.set(row.id, run)
  }
  const poll = async (): Promise<void> => {
    const now = clock()
    await scheduler.fire(database.db, now)
    const limit = mostAtOnce - running.size
    if (limit === 0) return
    const taken = await takeJobs(database.db, { now, limit, mine: [...running.keys()] })
    for (const row of taken) if (isLeased(row)) start(row)
  }
  const loop = async (): Promise<void> => {
    while (isAsked && !stopping.signal.aborted) {
      isAsked = false
      await poll()
    }
  }
  const wake = (): void => {
    isAsked = true
    polling ??= loop()
      .catch((error: unknown) => log.error({ err: error }, 'jobs-not-polled'))
      .finally(() => {
        polling = undefined
        if (isAsked && !stopping.signal.aborted) wake()
      })
  }
  const isBusy = (): boolean => polling !== undefined || running.size > 0
  const timer = setInterval(wake, pollMs)
  timer.unref()
  // The first look is a second later: a program that starts has better to do.
  const unhear = hearOfJobs(() => setTimeout(wake, commitMs).unref())
  return {
    wake,
    idle: async () => {
      do {
        wake()
        await polling
        await Promise.all(running.values())
      } while (isBusy())
    },
    stop: async () => {
      stopping.abort()
      clearInterval(timer)
      unhear()
      await polling
      await Promise.all(running.values())
    },
  }
}

function isLeased(row: JobRow): row is JobRow & Lease {
  return row.leaseId !== null
}
