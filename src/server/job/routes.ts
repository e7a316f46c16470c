import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import { discardJob, listJobs, retryJob, runSchedule } from '#contract/job.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { JobId } from '#core/id.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound, refused } from '#server/http/failure.ts'
import { nextFire } from './cron.ts'
import type { Schedule } from './handler.ts'
import { jobsIn, lastFires, lockJob, putAside, reviveJobs } from './job-store.ts'
import { type JobRow, waits } from './lease-store.ts'
import { announceJobs } from './announcement.ts'
import { enqueue } from './queue.ts'

/** What the system administrator sees of the program's own work, and does about it. */
export function jobEndpoints(schedules: readonly Schedule[]): readonly Endpoint[] {
  return [
    read(listJobs, async (_, { db, now }) => {
      const [running, waiting, dead, last] = await Promise.all([
        jobsIn(db, 'running'),
        jobsIn(db, 'waiting'),
        jobsIn(db, 'dead'),
        lastFires(db),
      ])
      return {
        schedules: schedules.map(({ code, cron }) => {
          const fired = last.get(code)
          return { code, cron, nextAt: nextFire(cron, now), ...(fired && { last: fired }) }
        }),
        running: running.jobs,
        waiting: waiting.jobs,
        waitingCount: waiting.count,
        dead: dead.jobs,
        deadCount: dead.count,
      }
    }),
    write(retryJob, async ({ id }, context) => {
      const row = await deadJob(context, id)
      if (await waits(context.db, row.kind, row.dedupeKey)) {
        throw refused('job-waits-already', 'A newer job of this kind and key waits')
      }
      await reviveJobs(context.db, [id], context.now)
      await note(context, { action: 'job-retried', row })
      context.afterwards(announceJobs)
      return {}
    }),
    write(discardJob, async ({ id, why }, context) => {
      const row = await deadJob(context, id)
      await putAside(context.db, id, context.now)
      await note(context, { action: 'job-discarded', row, why })
      return {}
    }),
    write(runSchedule, async ({ code }, { db, now, user, staleEverywhere }) => {
      const schedule = schedules.find((schedule) => schedule.code === code)
      if (!schedule) throw notFound('Schedule')
      const { kind, payload } = schedule
      const id = await enqueue(db, { kind, payload, now, dedupeKey: `schedule ${code}` })
      await record(db, [
        {
          region: everywhere,
          at: now,
          by: user,
          action: 'schedule-run',
          subject: id,
          entity: { kind: 'job', id },
          after: { schedule: code },
        },
      ])
      staleEverywhere(['jobs'])
      return {}
    }),
  ]
}

/** The job, held; it must have been given up. */
async function deadJob({ db }: WriteContext, id: JobId): Promise<JobRow> {
  const row = await lockJob(db, id)
  if (!row) throw notFound('Job')
  if (row.state !== 'dead') throw refused('job-not-dead', 'The job was not given up')
  return row
}

async function note(
  { db, user, now, staleEverywhere }: WriteContext,
  {
    action,
    row,
    why,
  }: { readonly action: EventAction; readonly row: JobRow; readonly why?: string },
): Promise<void> {
  await record(db, [
    {
      region: everywhere,
      at: now,
      by: user,
      action,
      subject: row.id,
      entity: { kind: 'job', id: row.id },
      before: { kind: row.kind, attempts: row.attempts, problem: row.problem },
      why,
    },
  ])
  staleEverywhere(['jobs'])
}
