import { openDatabase } from '#server/db/database.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jobs-'))
fs.chmodSync(root, 0o755)
afterAll(() => fs.rmSync(root, { recursive: true }))

const runner = path.join(import.meta.dirname, '..', '..', 'test', 'job-runner.ts')

/** Runs a program until it left some jobs and is killed; gives those whose leaving was acknowledged. */
async function leftUntilKilled(url: string, aheadMs: number, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [runner, url, String(aheadMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  for await (const data of child.stdout) {
    said += String(data)
    if (said.split('\n').length > count + 2) break
  }
  child.kill('SIGKILL')
  await once(child, 'close')
  // The first line says that it is ready; the last may be cut off and was not yet said.
  return said.split('\n').slice(1, -1)
}

/** Runs a program until everything is done. */
async function finish(url: string, aheadMs: number): Promise<void> {
  const child = spawn(process.execPath, [runner, url, String(aheadMs), 'finish'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  expect(await once(child, 'close')).toEqual([0, null])
}

async function read(url: string) {
  const database = await openDatabase(url)
  const { db } = database
  const jobs = await db.selectFrom('job').select(['id', 'kind', 'payload', 'state']).execute()
  const events = await db.selectFrom('event').select(['entityKind', 'entityId']).execute()
  await database.close()
  return {
    open: jobs.filter(({ state }) => state !== 'done').length,
    known: new Set(jobs.map(({ kind, payload }) => `${kind} ${(payload as { id: string }).id}`)),
    effects: Map.groupBy(events, ({ entityKind, entityId }) => `${entityKind} ${entityId}`),
  }
}

test.each(['pglite', 'native'])(
  '%s: over kills no job is lost, and none of one transaction is done twice',
  { timeout: 240_000 },
  async (provider) => {
    const folder = path.join(root, provider)
    fs.mkdirSync(folder)
    fs.chmodSync(folder, 0o755)
    const url = `${provider}:${path.join(folder, 'database')}`
    const left: string[] = []
    const counts = [40, 5, 60, 20]
    for (const [round, count] of counts.entries()) {
      left.push(...(await leftUntilKilled(url, round * 120_000, count)))
    }
    expect(left.length).toBeGreaterThanOrEqual(125)
    const { known, open } = await read(url)
    expect(left.filter((one) => !known.has(one))).toEqual([])
    // There was something left to lose.
    expect(open).toBeGreaterThan(0)
    await finish(url, counts.length * 120_000)
    const { effects } = await read(url)
    for (const one of known) {
      const [kind, id] = one.split(' ')
      if (kind === 'once') expect(effects.get(`once ${id}`)?.length).toBe(1)
      else expect(effects.get(`second ${id}`)?.length).toBeGreaterThanOrEqual(1)
    }
  },
)
