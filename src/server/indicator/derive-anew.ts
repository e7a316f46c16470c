import type { Db } from '#server/db/db.ts'
import { sumsFromObservations } from './recompute.ts'
import { addToSums } from './sum-store.ts'
import { lockedClock, saveClock } from './clock.ts'

/**
 * Makes the kept sums of one indicator anew from observations, in every region that has any: for when its
 * definition begins or ceases to be summed.
 */
export async function deriveSumsAnew(db: Db, indicator: string): Promise<void> {
  const regions = await db
    .selectFrom('figureSeries')
    .select('regionCode')
    .distinct()
    .where('indicator', '=', indicator)
    .orderBy('regionCode')
    .execute()
  for (const { regionCode } of regions) await deriveRegionAnew(db, regionCode, indicator)
}

async function deriveRegionAnew(db: Db, region: string, indicator: string): Promise<void> {
  const clock = await lockedClock(db, region)
  if (!clock) return
  await db
    .deleteFrom('keptSum')
    .where('regionCode', '=', region)
    .where('seriesId', 'in', (query) =>
      query
        .selectFrom('figureSeries')
        .select('id')
        .where('regionCode', '=', region)
        .where('indicator', '=', indicator),
    )
    .execute()
  const periods = await db
    .selectFrom('figurePeriod')
    .select('period')
    .where('regionCode', '=', region)
    .execute()
  const sums = await sumsFromObservations(db, {
    region,
    indicators: [indicator],
    periods: periods.map(({ period }) => period),
  })
  const differences = sums.map((sum) => ({
    ...sum,
    subject: { kind: sum.subjectKind, code: sum.subjectCode },
  }))
  const after = await addToSums(db, region, clock, differences)
  await saveClock(db, region, after, after.series > clock.series ? 'everything' : [indicator])
}
