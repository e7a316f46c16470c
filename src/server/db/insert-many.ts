import type { Db } from './db.ts'
import type { Schema } from './schema.ts'
import { type Insertable, sql } from 'kysely'

export type ColumnType =
  | 'text'
  | 'uuid'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'double precision'
  | 'date'
  | 'numeric'
  | 'timestamptz'
  | 'jsonb'
  | 'tsvector'

/** The type of each column, as the migration gives it. */
export type ColumnTypes<Table extends keyof Schema> = Readonly<
  Record<keyof Insertable<Schema[Table]> & string, ColumnType>
>

/** What becomes of a row whose key is there already; nobody else's transaction makes it fail. */
export interface OnConflict<Table extends keyof Schema> {
  readonly key: readonly (keyof Insertable<Schema[Table]> & string)[]
  readonly action: 'replace' | 'keep'
}

/** Inserts any number of rows in one statement with one parameter a column. */
export async function insertMany<Table extends keyof Schema>(
  db: Db,
  table: Table,
  types: ColumnTypes<Table>,
  rows: readonly Insertable<Schema[Table]>[],
  onConflict?: OnConflict<Table>,
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries<ColumnType>(types)
  const names = columns.map(([name]) => sql.ref(snake(name)))
  const arrays = columns.map(([name, type]) => {
    const values = rows.map((row) => asParameter((row as Record<string, unknown>)[name], type))
    return sql`${values}::${sql.raw(type)}[]`
  })
  await sql`
    insert into ${sql.table(snake(table))} (${sql.join(names)})
    select * from unnest(${sql.join(arrays)})
    ${onConflict ? conflictClause(Object.keys(types), onConflict) : sql``}
  `.execute(db)
}

function conflictClause(
  columns: readonly string[],
  { key, action }: { readonly key: readonly string[]; readonly action: 'replace' | 'keep' },
) {
  const keys = sql.join(key.map((name) => sql.ref(snake(name))))
  if (action === 'keep') return sql`on conflict (${keys}) do nothing`
  const others = columns.filter((name) => !key.includes(name)).map(snake)
  const set = others.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)
  return sql`on conflict (${keys}) do update set ${sql.join(set)}`
}

function asParameter(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null
  return type === 'jsonb' ? JSON.stringify(value) : value
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
