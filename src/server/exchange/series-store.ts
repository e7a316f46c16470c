import type { ReadDb } from '#server/db/db.ts'

/** The indicators somebody gave figures of, or that were summed, in a region. */
export async function indicatorsWithSeries(
  db: ReadDb,
  region: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('figureSeries')
    .select('indicator')
    .distinct()
    .where('regionCode', '=', region)
    .execute()
  return new Set(rows.map(({ indicator }) => indicator))
}
