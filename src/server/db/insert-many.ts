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

/** Inserts any number of rows in one statement with one parameter a column. */
export async function insertMany<Table extends keyof Schema>(
  db: Db,
  table: Table,
  types: ColumnTypes<Table>,
  rows: readonly Insertable<Schema[Table]>[],
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
  `.execute(db)
}

function asParameter(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null
  return type === 'jsonb' ? JSON.stringify(value) : value
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
