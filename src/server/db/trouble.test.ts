import { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { nativeSocket } from '#test/test-database.ts'
import { troubleOf } from './trouble.ts'

const host = nativeSocket()
if (host === undefined) throw new Error('Only a server can be busy or away')
const place = { host, user: 'postgres', database: 'postgres' }
const pool = new Pool({ ...place, max: 1, connectionTimeoutMillis: 100 })
pool.on('error', () => {})
afterAll(() => pool.end())

async function troubleIn(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'none',
    (error: unknown) => troubleOf(error),
  )
}

test('no connection free, an answer too slow: the database is busy', async () => {
  const held = await pool.connect()
  expect(await troubleIn(pool.query('select 1'))).toBe('busy')
  held.release()
  const slow = 'set local statement_timeout = 50; select pg_sleep(5)'
  expect(await troubleIn(pool.query(slow))).toBe('busy')
})

test('a connection ended from outside, a server that is not there: it is away', async () => {
  expect(await troubleIn(pool.query('select pg_terminate_backend(pg_backend_pid())'))).toBe('away')
  const nowhere = new Pool({ ...place, host: `${host}/nothing` })
  expect(await troubleIn(nowhere.query('select 1'))).toBe('away')
  await nowhere.end()
})

test('a question that is wrong is a bug', async () => {
  expect(await troubleIn(pool.query('select nothing'))).toBeUndefined()
  expect(troubleOf(new TypeError('no'))).toBeUndefined()
})
