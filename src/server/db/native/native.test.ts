import { openDatabase } from '../database.ts'
import { findBinaries } from './binaries.ts'
import { openNative } from './provider.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'native-'))
// As root the server runs as `nobody`, who has to get through to its folder.
fs.chmodSync(root, 0o755)
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))

test('the machine has a PostgreSQL to test with', () => {
  expect(findBinaries()?.major).toBeGreaterThanOrEqual(15)
})

test('binaries are found by path, and none is none', () => {
  expect(findBinaries('/nowhere')?.folder).not.toBe('/nowhere')
})

test('what was written is there after the next start; a second opening is refused', async () => {
  const folder = path.join(root, 'kept')
  const first = await openNative(folder)
  await first.pool.query('create table kept (n int)')
  await first.pool.query('insert into kept values (1), (2)')
  await expect(openNative(folder)).rejects.toMatchObject({ problem: { code: 'database-in-use' } })
  await first.close()

  const second = await openDatabase(`native:${folder}`)
  const { rows } = await second.pool.query('select sum(n) as sum from kept')
  expect(rows).toEqual([{ sum: 3 }])
  expect(second.capabilities).toEqual({ embedded: false, distributed: false })
  await second.close()
})

test('a server that dies is started again', async () => {
  const native = await openNative(path.join(root, 'restarted'))
  const pid = await native.pool.query<{ pid: number }>(
    'select pg_backend_pid() as pid, pg_postmaster_start_time() as started',
  )
  const postmaster = Number(
    fs.readFileSync(path.join(root, 'restarted', 'data', 'postmaster.pid'), 'utf8').split('\n')[0],
  )
  expect(pid.rows).toHaveLength(1)
  process.kill(postmaster, 'SIGKILL')
  await expect
    .poll(
      () =>
        native.pool.query('select 1').then(
          () => true,
          () => false,
        ),
      { timeout: 15_000 },
    )
    .toBe(true)
  await native.close()
})

test('every acknowledged write survives a kill of the program, and its leftover server is stopped', async () => {
  const folder = path.join(root, 'killed')
  const writer = new URL('./test-writer.ts', import.meta.url)
  let acknowledged = 0
  for (let round = 0; round < 3; round++) {
    const child = spawn(process.execPath, [writer.pathname, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines = createInterface({ input: child.stdout })
    await new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error('the writer ended by itself')))
      lines.on('line', (line) => {
        acknowledged = Math.max(acknowledged, Number(line))
        if (acknowledged >= (round + 1) * 40) resolve()
      })
    })
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const native = await openNative(folder)
  const { rows } = await native.pool.query<{ n: number }>('select max(n) as n from written')
  expect(rows[0]?.n).toBeGreaterThanOrEqual(acknowledged)
  await native.close()
})
