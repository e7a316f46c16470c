import type { Db } from './db.ts'
import { splitSql } from './split-sql.ts'
import { type Migration, Migrator } from 'kysely/migration'
import { sql } from 'kysely'
import fs from 'node:fs'

const folder = new URL('./migrations/', import.meta.url)

/** The migrations as `[name, SQL]`, in the order in which they run. */
export function migrationFiles(): readonly (readonly [string, string])[] {
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => [name.replace('.sql', ''), fs.readFileSync(new URL(name, folder), 'utf8')])
}

/** Brings the database up to this version of the program, or to that of `last`; each migration is one transaction. */
export async function migrate(db: Db, last?: string): Promise<void> {
  const migrations = migrationFiles().map(([name, text]): [string, Migration] => [
    name,
    { up: (transaction) => runAll(transaction as Db, splitSql(text)) },
  ])
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(Object.fromEntries(migrations)) },
  })
  const { error } =
    last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last)
  if (error) throw error
}

/** The names of migrations that this version of the program has and the database has not. */
export async function missingMigrations(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  return migrationFiles()
    .map(([name]) => name)
    .filter((name) => !done.has(name))
}

async function runAll(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
