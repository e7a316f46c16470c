import { type Embedded, openEmbedded } from './provider.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'

const parent = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-embedded-'))
afterAll(() => fs.rmSync(parent, { recursive: true }))

const restarts: string[] = []
const folder = path.join(parent, 'shared')
const shared = await openEmbedded({
  folder,
  longestQueryMs: 1500,
  onRestart: (why) => restarts.push(why),
})
afterAll(() => shared.close())

async function numbers({ pool }: Embedded, sql: string): Promise<readonly number[]> {
  const { rows } = await pool.query<{ number: number }>(sql)
  return rows.map(({ number }) => number)
}

test('the folder is refused to a second one while it is held', async () => {
  await expect(openEmbedded({ folder })).rejects.toMatchObject({
    problem: { code: 'database-in-use' },
  })
})

test('only the owner can look into the folder', () => {
  expect(fs.statSync(folder).mode & 0o077).toBe(0)
})

test('many transactions at once follow one another', async () => {
  await shared.pool.query('create table counter (value integer not null)')
  await shared.pool.query('insert into counter values (0)')
  const addOne = async () => {
    const client = await shared.pool.connect()
    await client.query('begin')
    const { rows } = await client.query<{ value: number }>('select value from counter')
    await client.query('update counter set value = $1', [(rows[0]?.value ?? 0) + 1])
    await client.query('commit')
    client.release()
  }
  await Promise.all(Array.from({ length: 50 }, addOne))
  expect(await numbers(shared, 'select value as number from counter')).toEqual([50])
})

test('a transaction whose connection is lost is rolled back', async () => {
  await shared.pool.query('create table lost (number integer)')
  const client = await shared.pool.connect()
  await client.query('begin')
  await client.query('insert into lost values (1)')
  client.release(true)
  expect(await numbers(shared, 'select number from lost')).toEqual([])
})

test('a deep recursion is refused and harms nobody', async () => {
  await shared.pool.query(
    'create function deep(n integer) returns integer language plpgsql as $$ begin return deep(n + 1); end $$',
  )
  await expect(shared.pool.query('select deep(0)')).rejects.toMatchObject({ code: '54001' })
  expect(await numbers(shared, 'select 1 as number')).toEqual([1])
})

test('a query that runs too long is ended, and what was confirmed before is still there', async () => {
  await shared.pool.query('create table confirmed (number integer)')
  await shared.pool.query('insert into confirmed values (7)')
  const endless = 'select count(*) from generate_series(1, 100000000) a, generate_series(1, 100) b'
  await expect(shared.pool.query(endless)).rejects.toThrow('started anew')
  expect(restarts).toEqual(['a query ran longer than 1500 ms'])
  expect(await numbers(shared, 'select number from confirmed')).toEqual([7])
})

const killed = path.join(parent, 'killed')

test('a database whose making was cut off is made anew', async () => {
  const maker = spawnWriter()
  while (!fs.existsSync(`${killed}.creating`)) await setTimeout(20)
  await setTimeout(300)
  maker.kill('SIGKILL')
  await once(maker, 'close')
  expect(fs.readdirSync(killed)).toEqual([])
  expect(await killedWhileWriting(0)).not.toEqual([])
})

test('what was confirmed survives a killed process', async () => {
  const confirmed: number[] = []
  for (let round = 0; round < 3; round += 1) confirmed.push(...(await killedWhileWriting(round)))
  const survivor = await openEmbedded({ folder: killed })
  const written = new Set(await numbers(survivor, 'select number from written'))
  await survivor.close()
  expect(confirmed.length).toBeGreaterThan(0)
  expect(confirmed.filter((number) => !written.has(number))).toEqual([])
})

function spawnWriter() {
  return spawn(process.execPath, [path.join(import.meta.dirname, 'test-writer.ts'), killed])
}

/** Lets a process write for a while, kills it, and gives the numbers it had confirmed. */
async function killedWhileWriting(round: number): Promise<readonly number[]> {
  const writer = spawnWriter()
  let said = ''
  writer.stdout.on('data', (data: Buffer) => (said += data.toString()))
  await once(writer.stdout, 'data')
  await setTimeout(200 + round * 170)
  writer.kill('SIGKILL')
  await once(writer, 'close')
  // The last line may be cut off: it was not yet said.
  return said.split('\n').slice(0, -1).map(Number)
}
