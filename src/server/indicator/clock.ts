import type { Db, Row } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'
import type { Acceptance } from './acceptance.ts'

/** From when on something is known, and the numbers taken last; held until the transaction ends. */
export interface Clock {
  readonly knownFrom: string
  readonly series: number
  readonly sources: number
}

/**
 * Holds what is known of the region for the caller's transaction, and gives the moment from which its
 * change is known: that of the change, or just after what was known last. Past states never change.
 */
export async function holdClock(db: Db, { region, at }: Acceptance): Promise<Clock> {
  const last = (await lockedClock(db, region)) ?? (await firstClock(db, region))
  const next = new Date(Date.parse(last.knownFrom) + 1).toISOString()
  return { ...last, knownFrom: at > next ? at : next }
}

/** The indicators of which something became known, or all of them: who counts for whom, new series. */
type Touched = readonly string[] | 'everything'

/** Stores what `holdClock` gave, with the numbers taken since; what was known until now is the past. */
export async function saveClock(
  db: Db,
  region: string,
  clock: Clock,
  touched: Touched,
): Promise<void> {
  const { knownFrom, series, sources } = clock
  const state = newId('figure-state')
  const members = touched === 'everything' ? { members: state } : {}
  await db
    .updateTable('figureClock')
    .set({ knownFrom, series, sources, state, ...members })
    .where('regionCode', '=', region)
    .execute()
  if (touched === 'everything' || touched.length === 0) return
  await db
    .insertInto('figureIndicator')
    .values(touched.map((indicator) => ({ regionCode: region, indicator, state })))
    .onConflict((conflict) => conflict.columns(['regionCode', 'indicator']).doUpdateSet({ state }))
    .execute()
}

/** What `holdClock` holds; undefined where nothing was ever known of the region. */
export function lockedClock(db: Db, region: string): Promise<Row<'figureClock'> | undefined> {
  return db
    .selectFrom('figureClock')
    .selectAll()
    .where('regionCode', '=', region)
    .forUpdate()
    .executeTakeFirst()
}

async function firstClock(db: Db, region: string): Promise<Row<'figureClock'>> {
  const knownFrom = new Date(0).toISOString()
  await db
    .insertInto('figureClock')
    .values({ regionCode: region, knownFrom, series: 0, sources: 0, state: null, members: null })
    .onConflict((conflict) => conflict.column('regionCode').doNothing())
    .execute()
  const clock = await lockedClock(db, region)
  if (!clock) throw new Error('The clock of a region vanished')
  return clock
}
