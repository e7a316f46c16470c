import type { Person } from '#contract/session.ts'
import type { StaleKey } from '#contract/stale.ts'
import type { UserId } from '#core/id.ts'
import type { Db } from '#server/db/db.ts'
import type * as z from 'zod'

/** Who acts where nobody asked: in the log, and in what jobs write. */
export const programItself: Person = {
  id: '00000000-0000-7000-8000-000000000003' as UserId,
  name: '系统',
}

export interface JobContext {
  /** The transaction the work runs in. */
  readonly db: Db
  readonly now: string
  /** Tells a region, or with `undefined` every one, once the transaction is done, what is stale. */
  readonly stale: (region: string | undefined, ...keys: readonly StaleKey[]) => void
  /** The same for some users, wherever they are; `notify` needs it. */
  readonly staleFor: (users: readonly UserId[], ...keys: readonly StaleKey[]) => void
}

export interface JobSteps {
  /**
   * Fails where the job has passed to somebody else, for what it would write is theirs to write, and
   * once the program stops.
   */
  readonly transact: <Value>(work: (context: JobContext) => Promise<Value>) => Promise<Value>
  /** Aborted when the program stops: the job is taken up again after the next start. */
  readonly signal: AbortSignal
}

/** What does the jobs of one kind; its Chinese name stands in `contract/job-texts.zh.ts`. */
export type JobHandler =
  | {
      readonly mode: 'transaction'
      readonly kind: string
      readonly payload: z.ZodType
      readonly run: (payload: unknown, context: JobContext) => Promise<void>
    }
  | {
      readonly mode: 'steps'
      readonly kind: string
      readonly payload: z.ZodType
      readonly run: (payload: unknown, steps: JobSteps) => Promise<void>
    }

/** Work of one transaction, which also marks it as done: it takes effect exactly once. */
export function job<Payload extends z.ZodType>(
  kind: string,
  payload: Payload,
  run: (payload: z.output<Payload>, context: JobContext) => Promise<void>,
): JobHandler {
  return { mode: 'transaction', kind, payload, run: run as (payload: unknown) => Promise<void> }
}

/**
 * Slow work with transactions in between. Never two at once; after a kill it begins again from its
 * start, so each step must bear to be repeated.
 */
export function longJob<Payload extends z.ZodType>(
  kind: string,
  payload: Payload,
  run: (payload: z.output<Payload>, steps: JobSteps) => Promise<void>,
): JobHandler {
  return { mode: 'steps', kind, payload, run: run as (payload: unknown) => Promise<void> }
}

/** A job of the kind is left to be done at each moment of the cron expression, read in Asia/Shanghai. */
export interface Schedule {
  /** Stable and unique; its Chinese name stands in `contract/job-texts.zh.ts`. */
  readonly code: string
  /** Minute, hour, day, month, weekday. */
  readonly cron: string
  readonly kind: string
  readonly payload: unknown
}

/** What the program does by itself, put together from its slices. */
export interface OwnWork {
  readonly handlers: readonly JobHandler[]
  readonly schedules: readonly Schedule[]
}
