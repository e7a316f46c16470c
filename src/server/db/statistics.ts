import type { Db } from './db.ts'
import { sql } from 'kysely'

/**
 * Renews what the planner knows of the tables that changed much since it last looked, by the rule the
 * autovacuum of a server follows; gives their names. To be called after bulk work, too: a server looks
 * once a minute, and until then joins what was filled as if it were empty.
 */
export async function analyzeChanged(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`${sql.raw(changed)}`.execute(db)
  // One table after the other, so that others are served in between.
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
  return rows.map(({ name }) => name)
}

// Below zero stands for never looked at; then what it holds counts, as a few rows need no statistics.
const changed = `
  select c.relname as name
  from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and case
      when c.reltuples < 0 then pg_relation_size(c.oid) > 65536
      else s.n_mod_since_analyze > 1000 + 0.1 * c.reltuples
    end
  order by 1
`
