// Writes numbers one after another and prints each once it is acknowledged, until it is killed.
import { openNative } from './provider.ts'

const [folder = ''] = process.argv.slice(2)
const { pool } = await openNative(folder)
await pool.query('create table if not exists written (n int primary key)')
const { rows } = await pool.query<{ n: number | null }>('select max(n) as n from written')
for (let n = (rows[0]?.n ?? 0) + 1; ; n++) {
  await pool.query('insert into written values ($1)', [n])
  process.stdout.write(`${n}\n`)
}
