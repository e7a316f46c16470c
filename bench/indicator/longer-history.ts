import type { Db } from '#server/db/db.ts'
import { region } from './world.ts'
import { sql } from 'kysely'

/**
 * Puts the same figures into earlier years until there is `times` the history: observations and sums
 * alike, written by the database itself, as an import of a century would take all day.
 */
export async function lengthenHistory(db: Db, times: number): Promise<void> {
  const years = 5
  for (let copy = 1; copy < times; copy += 1) {
    const back = copy * years
    const period = sql`(substr(period, 1, 4)::integer - ${back})::text || substr(period, 5)`
    await sql`
      insert into figure_period (region_code, period, ends)
      select region_code, ${period}, ends - ${back * 12} from figure_period
      where region_code = ${region} and period >= '2021'
    `.execute(db)
    await sql`
      insert into observation
        (region_code, period, series_id, known_from, ends, source_id, value, base, gap, place)
      select region_code, ${period}, series_id, known_from, ends - ${back * 12}, source_id, value, base, gap, place
      from observation where region_code = ${region} and period >= '2021'
    `.execute(db)
    await sql`
      insert into kept_sum
        (region_code, period, series_id, value, matched, base, matched_count, count)
      select region_code, ${period}, series_id, value, matched, base, matched_count, count
      from kept_sum where region_code = ${region} and period >= '2021'
    `.execute(db)
  }
  for (const table of ['observation', 'kept_sum', 'figure_period']) {
    await sql`analyze ${sql.table(table)}`.execute(db)
  }
}
