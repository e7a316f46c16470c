import { type Database, openDatabase } from '#server/db/database.ts'
import { migrate } from '#server/db/migrate.ts'
import { sql } from 'kysely'
import { cpuSeconds } from './cpu.ts'
import { type Freshness, freshness } from './freshness.ts'
import { importWorld } from './import.ts'
import { lengthenHistory } from './longer-history.ts'
import { type Reading, reading, readingRawRows } from './reading.ts'
import { bindTargets } from './targets.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

// npm run bench:indicator -- [--provider pglite|native] [--times 20] [--seconds 20]
const { values } = parseArgs({
  options: {
    provider: { type: 'string', default: 'pglite' },
    /** How many times the history the freshness is measured at a second time; native only. */
    times: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '20' },
  },
})

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-bench-'))
// As root the native server runs as `nobody`, who has to get through to its folder.
fs.chmodSync(folder, 0o755)
const database = await openDatabase(`${values.provider}:${path.join(folder, 'db')}`, {})
try {
  await migrate(database.db)
  await measure(database)
} finally {
  await database.close()
  fs.rmSync(folder, { recursive: true })
}

async function measure({ db }: Database): Promise<void> {
  const say = (line: string): void => console.log(`${line}   [负载 ${os.loadavg()[0]?.toFixed(1)}]`)
  const watch = watchMemory()
  const spent = cpuSeconds()
  const seconds = await importWorld(database, say)
  say(
    `导入并汇总：${seconds.toFixed(1)} 秒（要求 < 60），其中本进程 CPU ${spent().toFixed(1)} 秒，内存最高 ${watch()} MB（要求 < 1000）`,
  )
  await bindTargets(db)
  await sql`analyze`.execute(db)
  const fresh = await freshness(db, 1)
  say(`时效：${freshLine(fresh)}（要求中位 < 100）`)
  const spentReading = cpuSeconds()
  const read = await reading(db, Number(values.seconds))
  const each = ((spentReading() * 1000) / read.count).toFixed(1)
  say(`读取，每秒50次：${readLine(read)}，每次本进程 CPU ${each} 毫秒（要求 p95 < 50）`)
  say(`对照，逐次用 SQL 从明细汇总：${readLine(await readingRawRows(db, 100))}`)
  const times = Number(values.times)
  if (times <= 1) return
  await lengthenHistory(db, times)
  const later = await freshness(db, 2)
  const factor = (later.median / fresh.median).toFixed(2)
  say(`历史 ${times} 倍时的时效：${freshLine(later)}；为一倍时的 ${factor} 倍（要求 ≤ 1.5）`)
}

function freshLine({ p95s, median, acceptP95, cpu }: Freshness): string {
  const each = p95s.map((p95) => p95.toFixed(0)).join('、')
  return `各轮 p95 ${each} 毫秒，中位 ${median.toFixed(0)} 毫秒；其中接收 p95 ${acceptP95.toFixed(0)} 毫秒；每份报表本进程 CPU ${cpu.toFixed(0)} 毫秒`
}

function readLine({ p50, p95, count }: Reading): string {
  return `${count} 次，中位 ${p50.toFixed(0)} 毫秒，p95 ${p95.toFixed(0)} 毫秒`
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
