import { monthlyOnly, periodsThere } from './measured.ts'
import { lookForWarningsIn } from './look-for-warnings.ts'
import type { Db } from '#server/db/db.ts'
import { job, type JobHandler, longJob, programItself, type Schedule } from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import { tellingOfJob } from '#server/matter/telling.ts'
import type { Period } from '#core/period/period.ts'
import { PeriodText } from '#contract/figure-fields.ts'
import { regionCode } from '#contract/fields.ts'
import * as z from 'zod'

const dailyKind = 'look-for-warnings'
const regionKind = 'look-for-warnings-in-region'

const Rounds = z.object({ region: regionCode, periods: z.array(PeriodText).max(36) })

/** Leaves some periods of a region to be looked at by the rules in force, one after another. */
export async function askForWarnings(
  db: Db,
  {
    region,
    periods,
    now,
  }: { readonly region: string; readonly periods: readonly Period[]; readonly now: string },
): Promise<void> {
  const payload = { region, periods: [...periods] }
  await enqueue(db, { kind: regionKind, payload, now, dedupeKey: `${regionKind} ${region}` })
}

export const watchingJobs: readonly JobHandler[] = [
  job(dailyKind, z.object({}), async (_, { db, now }) => {
    const regions = await db.selectFrom('figurePeriod').select('regionCode').distinct().execute()
    for (const { regionCode: region } of regions) {
      const [latest] = monthlyOnly(await periodsThere(db, region))
      if (latest) await askForWarnings(db, { region, periods: [latest], now })
    }
  }),
  longJob(regionKind, Rounds, async ({ region, periods }, { transact }) => {
    for (const period of periods) {
      await transact(async (context) => {
        await lookForWarningsIn(tellingOfJob(context), { region, period, by: programItself })
        context.stale(region, ['warnings'])
      })
    }
  }),
]

export const watchingSchedules: readonly Schedule[] = [
  { code: 'look-for-warnings-daily', cron: '20 6 * * *', kind: dailyKind, payload: {} },
]
