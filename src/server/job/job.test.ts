import type { Job, JobSchedule } from '#contract/job.ts'
import { mostAttempts } from '#core/job/backoff.ts'
import type { Id } from '#core/id.ts'
import { type Database, openDatabase } from '#server/db/database.ts'
import type { Db } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import { staleBus } from '#server/event/stale-bus.ts'
import { Failure } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { testDatabase } from '#test/test-database.ts'
import { job, type JobHandler, longJob, programItself, type Schedule } from './handler.ts'
import { holds, takeJobs } from './lease-store.ts'
import { type Jobs, startJobs } from './poller.ts'
import { enqueue } from './queue.ts'
import { afterAll, expect, test } from 'vitest'
import * as z from 'zod'

const { databaseUrl, template } = await testDatabase()
const database = await openDatabase(databaseUrl, { ...(template && { template }) })
afterAll(() => database.close())
const { db } = database

/** A program of its own on the database, with its own clock. */
function program(
  given: { readonly handlers?: readonly JobHandler[]; readonly schedules?: readonly Schedule[] },
  time: { now: string },
): Jobs {
  return startJobs({
    database: database satisfies Pick<Database, 'db'>,
    bus: staleBus(),
    clock: () => time.now,
    log: { error: () => {} },
    handlers: given.handlers ?? [],
    schedules: given.schedules ?? [],
  })
}

const aNumber = z.object({ number: z.int() })

/** Leaves a trace in the log that is there only if the transaction was. */
function trace(db: Db, kind: string, number: number, now: string): Promise<void> {
  return record(db, [
    {
      region: '000000',
      at: now,
      by: programItself,
      action: 'signed-in',
      subject: newId('event') as Id<string>,
      entity: { kind, id: newId('event') as Id<string> },
      after: { number },
    },
  ])
}

async function traces(kind: string): Promise<readonly unknown[]> {
  const rows = await db
    .selectFrom('event')
    .select('after')
    .where('entityKind', '=', kind)
    .orderBy('position')
    .execute()
  return rows.map(({ after }) => (after as { number: number }).number)
}

function jobsOf(kind: string) {
  return db.selectFrom('job').selectAll().where('kind', '=', kind).orderBy('id').execute()
}

function tracing(kind: string): JobHandler {
  return job(kind, aNumber, ({ number }, { db, now }) => trace(db, kind, number, now))
}

function seconds(moment: string, count: number): string {
  return new Date(Date.parse(moment) + count * 1000).toISOString()
}

const patient = { timeout: 30_000 }
const start = '2026-03-02T01:00:00.000Z'

test('five hundred jobs, two programs: each is done once', async () => {
  const time = { now: start }
  for (let number = 0; number < 500; number++) {
    await enqueue(db, { kind: 'many', payload: { number }, now: start })
  }
  const programs = [
    program({ handlers: [tracing('many')] }, time),
    program({ handlers: [tracing('many')] }, time),
  ]
  await Promise.all(programs.map((one) => one.idle()))
  await Promise.all(programs.map((one) => one.stop()))
  const done = await traces('many')
  expect(done.toSorted((a, b) => Number(a) - Number(b))).toEqual(
    Array.from({ length: 500 }, (_, number) => number),
  )
})

test('what is left in a transaction that fails is not done, what is left for later waits', async () => {
  const time = { now: start }
  await db
    .transaction()
    .execute(async (transaction) => {
      await enqueue(transaction, { kind: 'later', payload: { number: 1 }, now: start })
      throw new Error('no')
    })
    .catch(() => {})
  await enqueue(db, {
    kind: 'later',
    payload: { number: 2 },
    now: start,
    runAt: seconds(start, 60),
  })
  const one = program({ handlers: [tracing('later')] }, time)
  await one.idle()
  expect(await traces('later')).toEqual([])
  time.now = seconds(start, 60)
  await one.idle()
  expect(await traces('later')).toEqual([2])
  await one.stop()
})

test('of one key only one waits: with the newest payload, at the earlier moment', async () => {
  const key = { kind: 'keyed', dedupeKey: 'a', now: start }
  await enqueue(db, { ...key, payload: { number: 1 }, runAt: seconds(start, 5) })
  await enqueue(db, { ...key, payload: { number: 2 }, runAt: seconds(start, 90) })
  const [row, ...others] = await jobsOf('keyed')
  expect(others).toEqual([])
  expect(row).toMatchObject({ payload: { number: 2 }, runAt: seconds(start, 5) })
})

test('a job that fails is tried again after growing pauses, undone each time, and then given up', async () => {
  const time = { now: start }
  const begun: string[] = []
  const failing = job('failing', aNumber, async ({ number }, { db, now }) => {
    begun.push(now)
    await trace(db, 'failing', number, now)
    throw new Failure({ code: 'source-not-answering', title: 'It did not answer' }, 409)
  })
  const one = program({ handlers: [failing] }, time)
  await enqueue(db, { kind: 'failing', payload: { number: 1 }, now: start })
  for (let second = 0; second < 12_000; second += 10) {
    time.now = seconds(start, second)
    await one.idle()
  }
  await one.stop()
  expect(begun.map((at) => (Date.parse(at) - Date.parse(start)) / 1000)).toEqual([
    0, 10, 40, 130, 400, 1210, 3640, 10_930,
  ])
  expect(await traces('failing')).toEqual([])
  expect(await jobsOf('failing')).toMatchObject([
    { state: 'dead', attempts: mostAttempts, problem: { code: 'source-not-answering' } },
  ])
})

test('what is not as described, or nothing knows how to do, is given up at once', async () => {
  const one = program({ handlers: [tracing('described')] }, { now: start })
  await enqueue(db, { kind: 'described', payload: { number: 'one' }, now: start })
  await enqueue(db, { kind: 'unheard-of', payload: {}, now: start })
  await one.idle()
  await one.stop()
  expect(await jobsOf('described')).toMatchObject([{ problem: { code: 'job-payload-invalid' } }])
  expect(await jobsOf('unheard-of')).toMatchObject([{ problem: { code: 'job-kind-unknown' } }])
})

function stealable(number: number, before: Promise<void>): JobHandler {
  return longJob('stolen', aNumber, async (_, { transact }) => {
    await before
    await transact(({ db, now }) => trace(db, 'stolen', number, now))
  })
}

test('whoever lost the lease writes nothing more', async () => {
  const time = { now: start }
  const gate = Promise.withResolvers<void>()
  await enqueue(db, { kind: 'stolen', payload: { number: 0 }, now: start })
  const slow = program({ handlers: [stealable(1, gate.promise)] }, time)
  slow.wake()
  await expect.poll(async () => (await jobsOf('stolen'))[0]?.state, patient).toBe('running')
  const quick = program(
    { handlers: [stealable(2, Promise.resolve())] },
    { now: seconds(start, 120) },
  )
  await quick.idle()
  gate.resolve()
  await slow.idle()
  await Promise.all([slow.stop(), quick.stop()])
  expect(await traces('stolen')).toEqual([2])
  expect(await jobsOf('stolen')).toMatchObject([{ state: 'done', attempts: 2 }])
})

test('a lease is held by one, however many ask', async () => {
  await enqueue(db, { kind: 'leased', payload: {}, now: start })
  const taken = await Promise.all(
    [1, 2, 3].map(() => takeJobs(db, { now: start, limit: 1000, mine: [] })),
  )
  const mine = taken.flat().filter(({ kind }) => kind === 'leased')
  expect(mine.length).toBe(1)
  const [row] = mine
  if (!row) return
  expect(await holds(db, { id: row.id, leaseId: row.leaseId ?? '' })).toBe(true)
  expect(await holds(db, { id: row.id, leaseId: row.id })).toBe(false)
})

test('a stop lets what runs begin again later, without counting against it', async () => {
  const time = { now: start }
  const waiting = longJob('stopped', aNumber, (_, { signal }) => {
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('stopping')))
    })
  })
  await enqueue(db, { kind: 'stopped', payload: { number: 1 }, now: start })
  const one = program({ handlers: [waiting] }, time)
  one.wake()
  await expect.poll(async () => (await jobsOf('stopped'))[0]?.state, patient).toBe('running')
  await one.stop()
  expect(await jobsOf('stopped')).toMatchObject([{ state: 'waiting', attempts: 0 }])
})

test('a stop does not wait for the steps still to come', async () => {
  const time = { now: start }
  const endless = longJob('endless', aNumber, async (_, { transact }) => {
    for (let number = 0; ; number++) {
      await transact(({ db, now }) => trace(db, 'endless', number, now))
    }
  })
  await enqueue(db, { kind: 'endless', payload: { number: 0 }, now: start })
  const one = program({ handlers: [endless] }, time)
  one.wake()
  await expect.poll(async () => (await traces('endless')).length, patient).toBeGreaterThan(2)
  await one.stop()
  const written = (await traces('endless')).length
  expect(await jobsOf('endless')).toMatchObject([{ state: 'waiting', attempts: 0 }])
  expect((await traces('endless')).length).toBe(written)
})

test('a schedule leaves one job a moment, in the time of China, and one for all it missed', async () => {
  const daily = {
    code: 'daily',
    cron: '0 3 * * *',
    kind: 'daily',
    payload: { number: 1 },
  }
  // Nine in the morning in China.
  const time = { now: start }
  const given = { handlers: [tracing('daily')], schedules: [daily] }
  const first = program(given, time)
  const second = program(given, time)
  const both = async (now: string): Promise<number> => {
    time.now = now
    await Promise.all([first.idle(), second.idle()])
    return (await traces('daily')).length
  }
  expect(await both(start)).toBe(0)
  expect(await both('2026-03-02T18:59:59.999Z')).toBe(0)
  expect(await both('2026-03-02T19:00:00.000Z')).toBe(1)
  expect(await both('2026-03-02T19:00:01.000Z')).toBe(1)
  expect(await both('2026-03-03T19:30:00.000Z')).toBe(2)
  await Promise.all([first.stop(), second.stop()])
  time.now = '2026-03-10T02:00:00.000Z'
  const third = program(given, time)
  await third.idle()
  await third.stop()
  expect((await traces('daily')).length).toBe(3)
})

test('the administrator is told of what was given up, tries it once more or puts it aside, and both are logged', async () => {
  const app = await testApp({ signsIn: true })
  const { id, cookie } = await signedIn(app.database.db, 'system-administrator')
  const ask = async (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const reply = await app.http.inject({
      method,
      url: `/api${url}`,
      headers: { cookie },
      ...(payload && { payload }),
    })
    return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
  }
  const now = new Date().toISOString()
  const ids = [
    await enqueue(app.database.db, { kind: 'unheard-of', payload: {}, now }),
    await enqueue(app.database.db, { kind: 'unheard-of', payload: {}, now }),
  ]
  await app.jobs.idle()
  const { body } = await ask('GET', '/jobs')
  const dead = body['dead'] as Job[]
  expect(new Set(dead.map(({ id }) => id))).toEqual(new Set(ids))
  const told = await app.database.db
    .selectFrom('notification')
    .select(['kind', 'subjectId', 'content'])
    .where('userId', '=', id)
    .execute()
  expect(told.map(({ subjectId }) => subjectId).toSorted()).toEqual(ids.toSorted())
  expect(told[0]).toMatchObject({ kind: 'job-given-up', content: { job: 'unheard-of' } })
  expect((body['schedules'] as JobSchedule[]).map(({ code }) => code)).toContain('verify-daily')
  expect((await ask('POST', `/jobs/${ids[0]}/retries`, {})).status).toBe(200)
  expect((await ask('DELETE', `/jobs/${ids[1]}`, { why: '不再需要' })).status).toBe(200)
  expect(await ask('POST', `/jobs/${ids[1]}/retries`, {})).toMatchObject({
    status: 409,
    body: { code: 'job-not-dead' },
  })
  await app.jobs.idle()
  const after = await ask('GET', '/jobs')
  expect((after.body['dead'] as Job[]).map(({ id }) => id)).toEqual([ids[0]])
  expect((await ask('POST', '/schedules/verify-daily/runs', {})).status).toBe(200)
  await app.jobs.idle()
  const verification = await app.database.db.selectFrom('verification').selectAll().execute()
  expect(verification).toMatchObject([{ isSound: true }])
  const events = await app.database.db
    .selectFrom('event')
    .select(['action', 'why'])
    .where('entityKind', '=', 'job')
    .orderBy('position')
    .execute()
  expect(events).toEqual([
    { action: 'job-retried', why: null },
    { action: 'job-discarded', why: '不再需要' },
    { action: 'schedule-run', why: null },
  ])
})
