import { writeBackup } from './write-backup.ts'
import { restoreBackup } from './restore-backup.ts'
import { backedUpTables } from './format.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import { signHead } from '#server/event/checkpoint.ts'
import { openSigner } from '#server/event/signer.ts'
import { openFileStore } from '#server/files/store.ts'
import { type Stored, verify } from '#server/verify/verify.ts'
import { testApp } from '#test/test-app.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'move-'))
// As root the server runs as `nobody`, who has to get through to its folder.
fs.chmodSync(root, 0o755)
afterAll(() => fs.rmSync(root, { recursive: true }))

// Three databases are made and filled.
const slow = { timeout: 300_000 }

const now = '2026-11-21T08:00:00.000Z'

const slices = [
  'role_grant',
  'organisation_stage',
  'notification',
  'search_entry',
  'document',
  'draft_item',
  'plan_target',
  'chain_node',
  'enterprise',
  'observation',
  'kept_sum',
  'membership',
  'target_binding',
  'warning',
  'matter_entry',
  'report',
  'report_act',
  'job',
  'event',
] as const satisfies readonly (typeof backedUpTables)[number][]

/** A new installation on `url` that takes over everything from a backup of `stored`. */
async function moved(stored: Stored, name: string, url: string) {
  const file = path.join(root, `${name}.backup`)
  await pipeline(writeBackup(stored, { now, version: '1.0.0' }), fs.createWriteStream(file))
  const dataFolder = path.join(root, `${name}-data`)
  const database = await openDatabase(url)
  const files = await openFileStore(path.join(dataFolder, 'files'))
  await restoreBackup(file, { db: database.db, files, dataFolder })
  return { database, stored: { db: database.db, files, signer: openSigner(dataFolder) } }
}

/** All rows of all tables, as text, in the order of their text. */
async function rowsOf({ db }: Pick<Database, 'db'>): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {}
  for (const name of backedUpTables) {
    const { rows } =
      await sql`select to_jsonb(t)::text as row from ${sql.table(name)} t order by 1`.execute(db)
    tables[name] = rows
  }
  return tables
}

test(
  'the whole demonstration moves to a PostgreSQL of the machine and back, and nothing differs',
  slow,
  async () => {
    const { database, dataFolder, jobs } = await testApp({
      isDemonstration: true,
      demonstrationSize: { enterprises: 20, months: 3 },
    })
    await jobs.idle()
    await jobs.stop()
    const files = await openFileStore(path.join(dataFolder, 'files'))
    const home: Stored = { db: database.db, files, signer: openSigner(dataFolder) }
    await signHead(home.db, home.signer, now)

    const away = await moved(home, 'away', `native:${path.join(root, 'native')}`)
    const back = await moved(away.stored, 'back', 'pglite:memory')
    try {
      const state = { rows: await rowsOf(home), verification: await verify(home) }
      expect(state.verification.isSound).toBe(true)
      // Every slice has something to lose.
      for (const name of slices) expect([name, state.rows[name]]).not.toEqual([name, []])
      for (const { stored } of [away, back]) {
        expect({ rows: await rowsOf(stored), verification: await verify(stored) }).toEqual(state)
      }
    } finally {
      await away.database.close()
      await back.database.close()
    }
  },
)
