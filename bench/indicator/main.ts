import { type Database, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { sql } from 'kysely'
import { cpuSeconds } from './cpu.ts'
import { type Freshness, freshness } from './freshness.ts'
import { importWorld } from './import.ts'
import { lengthenHistory } from './longer-history.ts'
import { type Reading, reading, readingRawRows } from './reading.ts'
import { reporter } from './reporter.ts'
import { bindTargets } from './targets.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

// npm run bench:indicator -- [--provider pglite|native] [--times 20] [--seconds 20]
//   [--folder FOLDER --only import|freshness|reading|history]
const { values } = parseArgs({
  options: {
    provider: { type: 'string', default: 'pglite' },
    /** How many times the history the freshness is measured at a second time; native only. */
    times: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
    /** Where the database stays, so that pieces can be measured one at a time. */
    folder: { type: 'string' },
    /** The only piece to run; all one after another where absent. */
    only: { type: 'string', multiple: true },
  },
})

const say = (line: string): void => console.log(`${line}   [负载 ${os.loadavg()[0]?.toFixed(1)}]`)

/** The pieces in the order they rest on each other. */
const pieces: Readonly<Record<string, (database: Database) => Promise<void>>> = {
  import: measureImport,
  freshness: measureFreshness,
  reading: measureReading,
  history: makeHistory,
}

const all = ['import', 'freshness', 'reading']
await run(values.only ?? (Number(values.times) > 1 ? [...all, 'history', 'freshness'] : all))

async function run(names: readonly string[]): Promise<void> {
  const folder = values.folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-bench-'))
  fs.mkdirSync(folder, { recursive: true })
  // As root the native server runs as `nobody`, who has to get through to its folder.
  fs.chmodSync(folder, 0o755)
  const database = await openDatabase(`${values.provider}:${path.join(folder, 'db')}`, {})
  try {
    await migrate(database.db)
    for (const name of names) {
      const piece = pieces[name]
      if (!piece) throw new Error(`No piece ${name}: ${Object.keys(pieces).join(', ')}`)
      await piece(database)
    }
  } finally {
    await database.close()
    if (values.folder === undefined) fs.rmSync(folder, { recursive: true })
  }
}

async function measureImport({ db }: Database): Promise<void> {
  const watch = watchMemory()
  const spent = cpuSeconds()
  const seconds = await importWorld(db, say)
  say(
    `导入并汇总：${seconds.toFixed(1)} 秒（要求 < 60），其中本进程 CPU ${spent().toFixed(1)} 秒，内存最高 ${watch()} MB（要求 < 1000）`,
  )
  await bindTargets(db)
  await sql`analyze`.execute(db)
}

async function measureFreshness({ db }: Database): Promise<void> {
  say(`时效：${freshLine(await freshness(db))}（要求中位 < 100）`)
}

async function measureReading({ db }: Database): Promise<void> {
  const seconds = Number(values.seconds)
  tellReading('读取，每秒50次', await reading(db, seconds))
  tellReading('读取，每秒50次，同时每秒接收一份报表', await reading(db, seconds, reporter(db)))
  say(`对照，逐次用 SQL 从明细汇总：${readLine(await readingRawRows(db, 100))}`)
}

function tellReading(what: string, read: Reading): void {
  say(`${what}：${readLine(read)}，每次本进程 CPU ${read.cpu.toFixed(1)} 毫秒（要求 p95 < 50）`)
}

async function makeHistory({ db }: Database): Promise<void> {
  const began = performance.now()
  await lengthenHistory(db, Number(values.times))
  const { rows } = await sql<{
    count: number
  }>`select count(*)::integer as count from observation`.execute(db)
  say(
    `历史加长到 ${values.times} 倍，${rows[0]?.count} 个数：${((performance.now() - began) / 1000).toFixed(0)} 秒`,
  )
}

function freshLine({ p95s, median, acceptP95, cpu }: Freshness): string {
  const each = p95s.map((p95) => p95.toFixed(0)).join('、')
  return `各轮 p95 ${each} 毫秒，中位 ${median.toFixed(0)} 毫秒；其中接收 p95 ${acceptP95.toFixed(0)} 毫秒；每份报表本进程 CPU ${cpu.toFixed(0)} 毫秒`
}

function readLine({ p50, p95, p99, count }: Reading): string {
  return `${count} 次，中位 ${p50.toFixed(1)} 毫秒，p95 ${p95.toFixed(1)} 毫秒，p99 ${p99.toFixed(1)} 毫秒`
}

/** The most memory of the whole process until it is asked for, in MB. */
function watchMemory(): () => number {
  let highest = 0
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage().rss)
  }, 200)
  return () => {
    clearInterval(timer)
    return Math.round(highest / 1e6)
  }
}
