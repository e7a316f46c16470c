import type { Db } from '#server/db/db.ts'
import { region } from './world.ts'
import { sql } from 'kysely'

const years = 5

/**
 * Puts the same figures into earlier years until there is `times` the history: observations and sums
 * alike, written by the database itself, as an import of a century would take all day. The keys of the
 * two large tables are made anew afterwards, which is how any bulk load goes about it.
 */
export function lengthenHistory(db: Db, times: number): Promise<void> {
  return db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection)
    await sql`set maintenance_work_mem = '512MB'`.execute(connection)
    const keys = [
      ...(await keysOf(connection, 'observation')),
      ...(await keysOf(connection, 'kept_sum')),
    ]
    for (const { drop } of keys) await sql.raw(drop).execute(connection)
    await copyYears(connection, times)
    for (const { make } of keys) await sql.raw(make).execute(connection)
    for (const table of ['observation', 'kept_sum', 'figure_period']) {
      await sql`vacuum (analyze) ${sql.table(table)}`.execute(connection)
    }
    await sql`checkpoint`.execute(connection)
    await sql`reset all`.execute(connection)
  })
}

async function copyYears(db: Db, times: number): Promise<void> {
  const copies = sql`generate_series(1, ${times - 1}::integer) as copy`
  const period = sql`(substr(period, 1, 4)::integer - copy * ${years}::integer)::text || substr(period, 5)`
  const ends = sql`ends - copy * ${years * 12}::integer`
  const own = sql`where region_code = ${region} and period >= '2021'`
  await sql`
    insert into figure_period (region_code, period, ends)
    select region_code, ${period}, ${ends} from figure_period, ${copies} ${own}
  `.execute(db)
  await sql`
    insert into observation
      (region_code, period, series_id, known_from, ends, source_id, value, base, gap, place)
    select region_code, ${period}, series_id, known_from, ${ends}, source_id, value, base, gap, place
    from observation, ${copies} ${own}
  `.execute(db)
  await sql`
    insert into kept_sum
      (region_code, period, series_id, value, matched, base, matched_count, count)
    select region_code, ${period}, series_id, value, matched, base, matched_count, count
    from kept_sum, ${copies} ${own}
  `.execute(db)
}

interface Key {
  readonly drop: string
  readonly make: string
}

/** The indexes of a table, its primary key among them, and how they are made again. */
async function keysOf(db: Db, table: string): Promise<readonly Key[]> {
  const { rows } = await sql<Key>`
    select
      case when c.oid is null
        then format('drop index %I', i.indexrelid::regclass)
        else format('alter table %I drop constraint %I', ${table}::text, c.conname) end as drop,
      case when c.oid is null
        then pg_get_indexdef(i.indexrelid)
        else format(
          'alter table %I add constraint %I %s',
          ${table}::text, c.conname, pg_get_constraintdef(c.oid)
        ) end as make
    from pg_index i
    left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
    where i.indrelid = ${table}::regclass
  `.execute(db)
  return rows
}
