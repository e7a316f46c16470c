import type { Pool } from 'pg'

/**
 * Renews what the planner knows of the tables that changed much since it last looked, by the rule the
 * autovacuum of a server follows. One table after the other, so that others are served in between; gives their names.
 */
export async function analyzeChanged(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(changed)
  for (const { name } of rows) await pool.query(`analyze ${name}`)
  return rows.map(({ name }) => name)
}

// Below zero stands for never looked at; then what it holds counts, as a few rows need no statistics.
const changed = `
  select quote_ident(c.relname) as name
  from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
    and case
      when c.reltuples < 0 then pg_relation_size(c.oid) > 65536
      else s.n_mod_since_analyze > 1000 + 0.1 * c.reltuples
    end
  order by 1
`
