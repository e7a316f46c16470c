import { refused } from '#server/http/failure.ts'
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
  // The usual start: one question instead of the dozen with which the migrator looks around.
  if ((await missingMigrations(db)).length === 0) return
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
  const done = await doneMigrations(db)
  return migrationFiles()
    .map(([name]) => name)
    .filter((name) => !done.has(name))
}

async function doneMigrations(db: Db): Promise<ReadonlySet<string>> {
  const { rows: tables } = await sql<{ isThere: boolean }>`
    select to_regclass('kysely_migration') is not null as is_there
  `.execute(db)
  if (!tables[0]?.isThere) return new Set()
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** A migration that is to come, with the statements it consists of. */
export interface PendingMigration {
  readonly name: string
  readonly statements: readonly string[]
}

/**
 * Runs the migrations that are to come, one after the other, in a transaction that is taken back:
 * afterwards the database is what it was.
 *
 * @throws Failure `migration-failed` with the name of the first that cannot run, and why.
 */
export async function tryMigrations(db: Db): Promise<readonly PendingMigration[]> {
  const missing = new Set(await missingMigrations(db))
  const pending = migrationFiles()
    .filter(([name]) => missing.has(name))
    .map(([name, text]) => ({ name, statements: splitSql(text) }))
  const transaction = await db.startTransaction().execute()
  try {
    for (const { name, statements } of pending) {
      await runAll(transaction, statements).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        throw refused('migration-failed', `${name}: ${why}`, { name, why })
      })
    }
  } finally {
    await transaction.rollback().execute()
  }
  return pending
}

async function runAll(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
