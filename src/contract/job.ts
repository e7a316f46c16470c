import { id, line, list, moment } from './fields.ts'
import { Problem } from './problem.ts'
import { route } from './route.ts'
import * as z from 'zod'

/** `dead`: given up after too many failures, until somebody retries or discards it. */
export const JobState = z.enum(['waiting', 'running', 'done', 'dead', 'discarded'])
export type JobState = z.output<typeof JobState>

export const Job = z
  .object({
    id: id('job'),
    /** Named in `job-texts.zh.ts`. */
    kind: z.string(),
    payload: z.unknown(),
    state: JobState,
    /** When it is or was due. */
    runAt: moment,
    /** How often it was begun. */
    attempts: z.int(),
    /** Why the last attempt failed. */
    problem: Problem.optional(),
    createdAt: moment,
    endedAt: moment.optional(),
  })
  .meta({ id: 'Job' })
export type Job = z.output<typeof Job>

export const JobSchedule = z
  .object({
    /** Named in `job-texts.zh.ts`. */
    code: z.string(),
    /** Minute, hour, day, month and weekday in China. */
    cron: z.string(),
    nextAt: moment,
    /** The job of the last moment that came, while it is kept. */
    last: z.object({ at: moment, job: Job.optional() }).optional(),
  })
  .meta({ id: 'JobSchedule' })
export type JobSchedule = z.output<typeof JobSchedule>

export const listJobs = route({
  method: 'GET',
  path: '/jobs',
  summary: 'What the program does by itself: schedules, what runs, waits and was given up',
  needs: 'operate',
  input: z.object({}),
  reply: z.object({
    schedules: list(JobSchedule),
    running: list(Job),
    /** The first hundred of `waitingCount`. */
    waiting: list(Job),
    waitingCount: z.int(),
    /** The latest hundred of `deadCount`. */
    dead: list(Job),
    deadCount: z.int(),
  }),
})

/** Refused with 409 `job-not-dead`. */
export const retryJob = route({
  method: 'POST',
  path: '/jobs/:id/retries',
  summary: 'Tries a job once more that was given up',
  needs: 'operate',
  input: z.object({ id: id('job') }),
  reply: z.object({}),
})

/** Refused with 409 `job-not-dead`. */
export const discardJob = route({
  method: 'DELETE',
  path: '/jobs/:id',
  summary: 'Puts a job aside that was given up',
  needs: 'operate',
  input: z.object({ id: id('job'), why: line }),
  reply: z.object({}),
})

export const runSchedule = route({
  method: 'POST',
  path: '/schedules/:code/runs',
  summary: 'Leaves the job of a schedule to be done now',
  needs: 'operate',
  input: z.object({ code: z.string().min(1).max(80) }),
  reply: z.object({}),
})
