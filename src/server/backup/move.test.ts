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
const slow = { timeout: 180_000 }

const now = '2026-11-21T08:00:00.000Z'
const plan = `青澜区工业发展规划（2026—2030年）

一、发展目标

到2030年，规模以上工业总产值达到1320亿元，规模以上工业企业达到400家，年均增长6.5%。

二、重点任务

（一）实施技术改造行动。到2027年完成100个技术改造项目。（牵头单位：区经济信息局）
`

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
  'an installation moves to a PostgreSQL of the machine and back, and nothing differs',
  slow,
  async () => {
    const { upload, get, post, database, dataFolder } = await testApp()
    await upload({ name: '规划.txt', content: plan })
    const { drafts } = (await get('/drafts')).body as { drafts: { id: string }[] }
    await post(`/drafts/${drafts[0]?.id ?? ''}/discards`, { reason: '试验', revision: 0 })
    const files = await openFileStore(path.join(dataFolder, 'files'))
    const home: Stored = { db: database.db, files, signer: openSigner(dataFolder) }
    await signHead(home.db, home.signer, now)

    const away = await moved(home, 'away', `native:${path.join(root, 'native')}`)
    const back = await moved(away.stored, 'back', 'pglite:memory')
    try {
      const state = { rows: await rowsOf(home), verification: await verify(home) }
      expect(state.verification.isSound).toBe(true)
      expect(state.rows['draft_item']).not.toEqual([])
      for (const { stored } of [away, back]) {
        expect({ rows: await rowsOf(stored), verification: await verify(stored) }).toEqual(state)
      }
    } finally {
      await away.database.close()
      await back.database.close()
    }
  },
)
