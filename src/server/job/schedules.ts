import type { Db, ReadDb } from '#server/db/db.ts'
import { latestFire, nextFire } from './cron.ts'
import type { Schedule } from './handler.ts'
import { enqueue } from './queue.ts'

/** Leaves the jobs of schedules to be done as their moments come. */
export interface Scheduler {
  /** Acts upon what has come since; of several missed moments of a schedule upon the latest. */
  fire(db: Db, now: string): Promise<void>
}

export function schedulerOf(schedules: readonly Schedule[]): Scheduler {
  const nextAt = new Map<string, string>()
  return {
    async fire(db, now) {
      for (const schedule of schedules) {
        const next = nextAt.get(schedule.code)
        if (next !== undefined && now < next) continue
        const latest = latestFire(schedule.cron, now)
        if (latest !== undefined) await fireOnce(db, schedule, { at: latest, now })
        nextAt.set(schedule.code, nextFire(schedule.cron, now))
      }
    },
  }
}

/** However many programs come to the same moment, one of them leaves a job. */
async function fireOnce(
  db: Db,
  { code, kind, payload }: Schedule,
  { at, now }: { readonly at: string; readonly now: string },
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const isNew = (await lastFire(transaction, code)) === undefined
    const fired = await transaction
      .insertInto('scheduleFire')
      .values({ schedule: code, fireAt: at, jobId: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning('fireAt')
      .executeTakeFirst()
    if (!fired || isNew) return
    const jobId = await enqueue(transaction, { kind, payload, now, dedupeKey: `schedule ${code}` })
    await transaction
      .updateTable('scheduleFire')
      .set({ jobId })
      .where('schedule', '=', code)
      .where('fireAt', '=', at)
      .execute()
  })
}

/** The last moment of a schedule that came while the program knew it. */
export async function lastFire(db: ReadDb, code: string): Promise<string | undefined> {
  const { at } = await db
    .selectFrom('scheduleFire')
    .select(({ fn }) => fn.max('fireAt').as('at'))
    .where('schedule', '=', code)
    .executeTakeFirstOrThrow()
  return at ?? undefined
}
