import { openEmbedded } from './provider.ts'

/**
 * Writes numbers, several at a time, and says each on standard output once the database confirmed
 * it; run as a process of its own by the test that kills it.
 */
const [folder = ''] = process.argv.slice(2)
const { pool } = await openEmbedded({ folder })
await pool.query('create table if not exists written (number bigint primary key)')
const { rows } = await pool.query<{ next: number }>(
  'select coalesce(max(number), 0) + 1 as next from written',
)
let next = rows[0]?.next ?? 1

async function write(): Promise<never> {
  for (;;) {
    const number = next
    next += 1
    await pool.query('insert into written values ($1)', [number])
    process.stdout.write(`${number}\n`)
  }
}

await Promise.all([write(), write(), write()])
