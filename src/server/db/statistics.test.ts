import { testDatabase } from '#test/test-database.ts'
import { openDatabase } from './database.ts'
import { analyzeChanged } from './statistics.ts'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'

const { databaseUrl, ...options } = await testDatabase()
const database = await openDatabase(databaseUrl, options)
const { db } = database
afterAll(() => database.close())

test('the planner hears of a table that grew, and of one that grew a little nothing', async () => {
  const grow = (rows: number) =>
    sql`insert into grown select generate_series(1, ${sql.lit(rows)})`.execute(db)
  await sql`create table grown (number integer)`.execute(db)
  await grow(50)
  expect(await analyzeChanged(db)).toEqual([])
  await grow(9950)
  expect(await analyzeChanged(db)).toEqual(['grown'])
  const { rows } = await sql`
    select reltuples::integer as number from pg_class where relname = 'grown'
  `.execute(db)
  expect(rows).toEqual([{ number: 10_000 }])
  await grow(100)
  expect(await analyzeChanged(db)).toEqual([])
  await grow(5000)
  // What changed is counted a moment later.
  await expect.poll(() => analyzeChanged(db), { timeout: 30_000 }).toEqual(['grown'])
})
