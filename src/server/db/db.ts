import type { Schema } from './schema.ts'
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'

/** The database, or a transaction on it: functions that take a `Db` cannot tell and need not. */
export type Db = Kysely<Schema>

/** A handle for reading only: an insert through it does not compile. */
export type ReadDb = Pick<Db, 'selectFrom' | 'with' | 'fn' | 'isTransaction'>

export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>

/** A value for a `jsonb` column; the driver would make a PostgreSQL array of an array. */
export function json<Value>(value: Value): RawBuilder<Value> {
  return sql`${JSON.stringify(value)}::jsonb`
}
