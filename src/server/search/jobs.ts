import { type JobHandler, longJob, type Schedule } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import { completeIndex } from './complete-index.ts'
import { searchSources } from './sources.ts'
import * as z from 'zod'

const kind = 'complete-search-index'

export function searchJobs(db: ReadDb): readonly JobHandler[] {
  return [
    longJob(kind, z.object({}), (_, { transact }) =>
      completeIndex(db, searchSources, (work) =>
        transact((context) => work(context.db, context.now)),
      ),
    ),
  ]
}

/** What is already there when the program starts is found too: after an upgrade, after a restore. */
export async function askForIndex(db: Db, now: string): Promise<void> {
  await enqueue(db, { kind, payload: {}, now, dedupeKey: kind })
}

export const searchSchedules: readonly Schedule[] = [
  { code: 'complete-search-index-daily', cron: '40 2 * * *', kind, payload: {} },
]
