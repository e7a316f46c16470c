import type { Db } from './db.ts'
import type { Schema } from './schema.ts'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'

/** Typed queries over a pool: columns in `camelCase`, documents in `jsonb` left as they are. */
export function kyselyOn(pool: Pool): Db {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
