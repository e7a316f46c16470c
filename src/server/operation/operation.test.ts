import { testApp } from '#test/test-app.ts'
import { sql } from 'kysely'
import fs from 'node:fs'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import * as z from 'zod'

const { http, get, database } = await testApp()

test('a program that can do its work is ready', async () => {
  expect(await get('/ready')).toMatchObject({
    status: 200,
    body: { status: 'ready', checks: { database: true, migrations: true, disk: true } },
  })
})

test('a database of an older version is told as not ready', async () => {
  const { get: ask, database: older } = await testApp()
  await sql`delete from kysely_migration where name like '0003%'`.execute(older.db)
  expect(await ask('/ready')).toMatchObject({
    status: 503,
    body: { status: 'not-ready', checks: { database: true, migrations: false, disk: true } },
  })
})

test('a data folder that is gone is told as not ready', async () => {
  const { get: ask, dataFolder } = await testApp()
  const aside = `${dataFolder}-aside`
  fs.renameSync(dataFolder, aside)
  const { status, body } = await ask('/ready')
  fs.renameSync(aside, dataFolder)
  expect({ status, body }).toMatchObject({ status: 503, body: { checks: { disk: false } } })
})

test('figures count requests by the pattern of their route and by status', async () => {
  await get('/drafts/01920000-0000-7000-8000-000000000000')
  const { body, statusCode } = await http.inject('/metrics')
  expect(statusCode).toBe(200)
  expect(body).toContain(
    'jingwei_request_seconds_count{method="GET",route="/api/drafts/:id",status="404"} 1',
  )
  expect(body).toMatch(/jingwei_database_connections\{state="open"\} \d+/)
  expect(body).toContain('jingwei_jobs{state="dead"} 0')
  expect(body).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(database.pool.totalCount).toBeGreaterThan(0)
})

test('figures are for the addresses named alone, and never through a proxy', async () => {
  const strange = { url: '/metrics', remoteAddress: '10.1.2.3' }
  expect((await http.inject(strange)).statusCode).toBe(404)
  const passedOn = { url: '/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } }
  expect((await http.inject(passedOn)).statusCode).toBe(404)
  const mapped = { url: '/metrics', remoteAddress: '::ffff:127.0.0.1' }
  expect((await http.inject(mapped)).statusCode).toBe(200)
})

const Line = z.object({ reqId: z.string().optional(), msg: z.string() })

test('each line about a request carries the id that its reply carries', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const { get: ask } = await testApp({ logger })
  const { headers } = await ask('/drafts/not-an-id')
  const written = lines.map((line) => Line.parse(JSON.parse(line)))
  const mine = written.filter(({ reqId }) => reqId === headers['x-request-id'])
  expect(mine.map(({ msg }) => msg)).toEqual([
    'incoming request',
    'input-invalid',
    'request completed',
  ])
})
