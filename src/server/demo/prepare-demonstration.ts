import {
  type DemonstrationOptions,
  demonstrationOf,
  usualDemonstration,
} from '#core/demonstration/demonstration.ts'
import type { Db } from '#server/db/db.ts'
import { analyzeChanged } from '#server/db/statistics.ts'
import { type JobHandler, longJob } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import { demonstrationRegion } from './demonstration.ts'
import { askForWarnings } from '#server/watching/jobs.ts'
import { monthlyOnly, periodsThere } from '#server/watching/measured.ts'
import { acceptBatch, batchesOf } from './seed-figures.ts'
import { seedReports } from './seed-reports.ts'
import * as z from 'zod'

export const preparationKind = 'prepare-demonstration'

const Options = z.object({ seed: z.int(), enterprises: z.int(), months: z.int() })

/** How much of the invented district a new installation gets. */
export type DemonstrationSize = Pick<DemonstrationOptions, 'enterprises' | 'months'>

export function demonstrationOptions(size: DemonstrationSize | undefined): DemonstrationOptions {
  return { ...usualDemonstration, ...size }
}

/** Leaves the figures of the invented district to be made known: the program answers meanwhile. */
export async function askForFigures(
  db: Db,
  options: DemonstrationOptions,
  now: string,
): Promise<void> {
  await enqueue(db, { kind: preparationKind, payload: options, now, dedupeKey: preparationKind })
}

/** So many months have been looked at by the warning rules. */
const warnedMonths = 10

export const demonstrationJobs: readonly JobHandler[] = [
  longJob(preparationKind, Options, async (options, { transact, signal }) => {
    const demonstration = demonstrationOf(options)
    for (const batch of batchesOf(demonstration)) {
      if (signal.aborted) throw new Error('The program stops')
      await transact(async ({ db, stale }) => {
        await acceptBatch(db, batch)
        stale(demonstrationRegion.code, ['demonstration'])
      })
    }
    await transact(async ({ db, stale }) => {
      await seedReports(db, demonstration)
      stale(demonstrationRegion.code, ['reports'])
    })
    await transact(({ db }) => analyzeChanged(db))
    await transact(async ({ db, now, stale }) => {
      const { code: region } = demonstrationRegion
      // Oldest first: a warning goes on from month to month.
      const months = monthlyOnly(await periodsThere(db, region)).slice(0, warnedMonths)
      await askForWarnings(db, { region, periods: months.toReversed(), now })
      stale(region, ['figures'])
    })
  }),
]
