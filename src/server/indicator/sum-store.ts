import type { SumDifference } from '#core/indicator/sum.ts'
import type { Period } from '#core/period/period.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import type { Clock } from './clock.ts'
import type { MemberSum } from './recompute.ts'
import { numberSeries, seriesKey } from './series-store.ts'
import { sql } from 'kysely'

/** Adds differences to the kept sums; a sum that nobody counts in any more goes. */
export async function addToSums(
  db: Db,
  region: string,
  clock: Clock,
  differences: readonly SumDifference[],
): Promise<Clock> {
  if (differences.length === 0) return clock
  const numbered = await numberSeries(db, region, clock, differences)
  const seriesIds = differences.map((difference) => numbered.ids.get(seriesKey(difference)))
  const periods = differences.map(({ period }) => period)
  await sql`
    insert into kept_sum
      (region_code, period, series_id, value, matched, base, matched_count, count)
    select ${region}, d.* from unnest(
      ${periods}::text[],
      ${seriesIds}::integer[],
      ${differences.map(({ value }) => value)}::numeric[],
      ${differences.map(({ matched }) => matched)}::numeric[],
      ${differences.map(({ base }) => base)}::numeric[],
      ${differences.map(({ matchedCount }) => matchedCount)}::integer[],
      ${differences.map(({ count }) => count)}::integer[]
    ) as d
    on conflict (region_code, period, series_id) do update set
      value = trim_scale(kept_sum.value + excluded.value),
      matched = trim_scale(kept_sum.matched + excluded.matched),
      base = trim_scale(kept_sum.base + excluded.base),
      matched_count = kept_sum.matched_count + excluded.matched_count,
      count = kept_sum.count + excluded.count
  `.execute(db)
  if (differences.some(({ count }) => count < 0)) {
    await db
      .deleteFrom('keptSum')
      .where('regionCode', '=', region)
      .where('period', 'in', [...new Set(periods)])
      .where('count', '=', 0)
      .execute()
  }
  return numbered.clock
}

/** The kept sums of all members, in the form of `sumsFromObservations`. */
export async function keptSums(
  db: ReadDb,
  {
    region,
    indicators,
    periods,
  }: { region: string; indicators: readonly string[]; periods: readonly Period[] },
): Promise<readonly MemberSum[]> {
  return db
    .selectFrom('keptSum')
    .innerJoin('figureSeries', (join) =>
      join
        .onRef('figureSeries.regionCode', '=', 'keptSum.regionCode')
        .onRef('figureSeries.id', '=', 'keptSum.seriesId'),
    )
    .select(['subjectKind', 'subjectCode', 'indicator', 'period'])
    .select(['value', 'matched', 'base', 'matchedCount', 'count'])
    .where('keptSum.regionCode', '=', region)
    .where('indicator', 'in', indicators)
    .where('period', 'in', periods)
    .execute()
}
