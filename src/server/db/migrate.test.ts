import { openDatabase } from './database.ts'
import { migrate, migrationFiles, missingMigrations, tryMigrations } from './migrate.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'migrate-'))
// As root the server runs as `nobody`, who has to get through to its folder.
fs.chmodSync(root, 0o755)
afterAll(() => fs.rmSync(root, { recursive: true }))

const names = migrationFiles().map(([name]) => name)

test.each(['pglite:memory', `native:${path.join(root, 'database')}`])(
  '%s: a trial of the migrations runs every one of them and leaves nothing behind',
  { timeout: 120_000 },
  async (url) => {
    const database = await openDatabase(url)
    const { db } = database
    const tables = async (): Promise<readonly unknown[]> => {
      const { rows } = await sql`
        select schemaname, tablename from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')
      `.execute(db)
      return rows
    }
    const pending = await tryMigrations(db)
    expect(pending.map(({ name }) => name)).toEqual(names)
    expect(pending[0]?.statements[0]).toBe('create schema platform')
    expect(await tables()).toEqual([])

    await migrate(db, names[1])
    expect((await tryMigrations(db)).map(({ name }) => name)).toEqual(names.slice(2))
    await migrate(db)
    expect(await tryMigrations(db)).toEqual([])
    expect(await missingMigrations(db)).toEqual([])
    await database.close()
  },
)

test('a trial that would fail says why, and leaves nothing behind', async () => {
  const database = await openDatabase('pglite:memory')
  await sql`create table region (code text)`.execute(database.db)
  await expect(tryMigrations(database.db)).rejects.toThrow('relation "region" already exists')
  expect(await missingMigrations(database.db)).toEqual(names)
  await database.close()
})
