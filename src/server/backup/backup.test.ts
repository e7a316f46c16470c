import { openFileStore } from '#server/files/store.ts'
import { openSigner } from '#server/event/signer.ts'
import { signHead } from '#server/event/checkpoint.ts'
import { openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { type Stored, verify } from '#server/verify/verify.ts'
import { testApp } from '#test/test-app.ts'
import { emptyDatabase } from '#test/test-database.ts'
import { backedUpTables } from './format.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'backup-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

const now = '2026-11-21T08:00:00.000Z'
const plan = `青澜区工业发展规划（2026—2030年）

一、发展目标

到2030年，规模以上工业总产值达到1320亿元，规模以上工业企业达到400家。
`

const { upload, get, post, database, dataFolder } = await testApp()
let stored: Stored

beforeAll(async () => {
  await upload({ name: '规划.txt', content: plan })
  const { body } = await get('/drafts')
  const { drafts } = body as { drafts: { id: string }[] }
  await post(`/drafts/${drafts[0]?.id ?? ''}/discards`, { reason: '试验', revision: 0 })
  const files = await openFileStore(path.join(dataFolder, 'files'))
  stored = { db: database.db, files, signer: openSigner(dataFolder) }
  await signHead(stored.db, stored.signer, now)
})

async function backup(name: string): Promise<string> {
  const file = path.join(root, name)
  await pipeline(writeBackup(stored, { now, version: '1.0.0' }), fs.createWriteStream(file))
  return file
}

/** A fresh installation. */
async function fresh(name: string) {
  const folder = path.join(root, name)
  const opened = await openDatabase(await emptyDatabase())
  const files = await openFileStore(path.join(folder, 'files'))
  return { db: opened.db, files, dataFolder: folder, close: () => opened.close() }
}

/** All rows of a table in the order of their text. */
async function rowsOf(db: Stored['db'], table: string): Promise<unknown> {
  const { rows } =
    await sql`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(db)
  return rows
}

test('what is stored is sound', async () => {
  const verification = await verify(stored)
  expect(verification.isSound).toBe(true)
  // Nobody told figures here that could be summed.
  const idle = verification.checks.filter(({ checked }) => checked === 0).map(({ name }) => name)
  expect(idle).toEqual(['kept-sums'])
})

test('every table is in the backup, but for what a start makes anew and what ends by itself', async () => {
  const made = ['role', 'role_action', 'session', 'sign_in_attempt', 'sign_in_flow']
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name not like 'kysely%'
  `.execute(database.db)
  const names = rows.map(({ name }) => name).filter((name) => !made.includes(name))
  expect(new Set(names)).toEqual(new Set(backedUpTables))
})

describe('a backup', () => {
  test('gives a fresh installation the same state, which verifies as well', async () => {
    const file = await backup('whole')
    const into = await fresh('restored')
    await restoreBackup(file, into)
    for (const table of ['region', 'document', 'draft', 'draft_item', 'event', 'event_head']) {
      expect(await rowsOf(into.db, table)).toEqual(await rowsOf(stored.db, table))
    }
    const again: Stored = { ...into, signer: openSigner(into.dataFolder) }
    expect(await verify(again)).toEqual(await verify(stored))
    await expect(restoreBackup(file, into)).rejects.toMatchObject({
      problem: { code: 'installation-not-empty' },
    })
    await into.close()
  })

  test('that is cut off or changed is refused before anything is touched', async () => {
    const whole = fs.readFileSync(await backup('original'))
    const into = await fresh('untouched')
    await migrate(into.db)
    for (const broken of [
      whole.subarray(0, whole.length / 2),
      Buffer.from('nothing'),
      flipped(whole),
    ]) {
      const file = path.join(root, 'broken')
      fs.writeFileSync(file, broken)
      await expect(restoreBackup(file, into)).rejects.toMatchObject({
        problem: { code: 'backup-broken' },
      })
    }
    expect(await rowsOf(into.db, 'event')).toEqual([])
    expect(await rowsOf(into.db, 'region')).toEqual([])
    await into.close()
  })
})

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.length >> 1
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

describe('tampering is found', () => {
  const tampered = async (change: (db: Stored['db']) => Promise<unknown>, name: string) => {
    const into = await fresh(name)
    await restoreBackup(await backup(`for-${name}`), into)
    await change(into.db)
    const { checks } = await verify({ ...into, signer: openSigner(into.dataFolder) })
    await into.close()
    return checks.flatMap(({ problems }) => problems.map(({ code }) => code))
  }

  test('in one field of one entry of the log', async () => {
    const change = (db: Stored['db']) =>
      sql`update event set why = '别的' where position = 1`.execute(db)
    expect(await tampered(change, 'field')).toContain('entry-changed')
  })

  test('by the last entry of the log gone', async () => {
    const change = (db: Stored['db']) =>
      sql`delete from event where position = (select max(position) from event)`.execute(db)
    expect(await tampered(change, 'last')).toEqual(
      expect.arrayContaining(['head-differs', 'checkpoint-differs']),
    )
  })

  test('by a hash of the head and a checkpoint somebody else signed', async () => {
    const change = (db: Stored['db']) =>
      sql`update event_checkpoint set signature = 'AAAA'`.execute(db)
    expect(await tampered(change, 'signed')).toEqual(['checkpoint-differs'])
  })
})

// The last, as the work moves the end of the log on.
test('a backup taken while people work is of one moment, and sound', async () => {
  const files = Array.from({ length: 4 }, (_, n) => ({
    name: `规划${n}.txt`,
    content: `${plan}${n}`,
  }))
  await upload(...files)
  const { drafts } = (await get('/drafts?status=reviewing')).body as { drafts: { id: string }[] }
  const ids = drafts.map(({ id }) => id)
  expect(ids).toHaveLength(files.length)
  const working = Promise.all(ids.map((id) => post(`/drafts/${id}/discards`)))
  const file = await backup('meanwhile')
  expect((await working).map(({ status }) => status)).toEqual(ids.map(() => 200))
  const into = await fresh('meanwhile-restored')
  await restoreBackup(file, into)
  const { isSound } = await verify({ ...into, signer: openSigner(into.dataFolder) })
  expect(isSound).toBe(true)
  const { rows } = await sql<{ state: string; entries: number }>`
    select d.status as state, count(e.id)::integer as entries from draft d
    left join event e on e.entity_id = d.id and e.action = 'draft-discarded'
    where d.id = any(${ids}::uuid[]) group by d.id, d.status
  `.execute(into.db)
  // Each draft is there either before or after it was discarded, together with its entry in the log.
  expect(rows).toHaveLength(ids.length)
  for (const { state, entries } of rows)
    expect([state, entries]).toEqual(state === 'discarded' ? ['discarded', 1] : ['reviewing', 0])
  await into.close()
})
