import { type Drawn, everybody, load, type Timed } from './load.ts'
import { flatness, type Sample, watchMemory } from './memory.ts'
import { installationFolder, type Provider, startServer } from '../program/running-server.ts'
import fs from 'node:fs'
import { parseArgs } from 'node:util'

// npm run bench:load -- [--minutes 10] [--provider pglite|native] [--clients 50] [--folder FOLDER]
// An installation in a folder of its own is used again and left there; else one is made and removed.
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    provider: { type: 'string', default: 'pglite' },
    clients: { type: 'string', default: '50' },
    folder: { type: 'string' },
  },
})
const clients = Number(values.clients)
const seconds = Math.round(Number(values.minutes) * 60)
const provider: Provider = values.provider === 'native' ? 'native' : 'pglite'
const slowestMs = 150

const folder = values.folder ?? installationFolder()
const server = await startServer(provider, folder)
try {
  const people = await everybody(server.url, clients)
  const memory = watchMemory(server.memory)
  const drawn = await load(people, seconds)
  report(drawn, memory.stop())
} finally {
  await server.stop()
  if (values.folder === undefined) fs.rmSync(folder, { recursive: true })
}

function report({ reads, writes, errors, heldBack }: Drawn, memory: readonly Sample[]): void {
  console.log(`${clients} 个用户，${seconds} 秒，${provider}`)
  console.log(`读取：${line(reads)}`)
  console.log(`写入：${line(writes)}`)
  console.log(
    `出错 ${errors.length} 次${errors.length > 0 ? `：${errors.slice(0, 5).join('；')}` : ''}`,
  )
  console.log(`写入被要求刷新（他人先改）${heldBack} 次`)
  console.log('最慢的请求（次数，中位，p95，毫秒）：')
  for (const text of slowest([...reads, ...writes])) console.log(`  ${text}`)
  const { first, last, highest, lowest, minutes, tens } = flatness(memory)
  console.log(`内存（MB）：首分钟 ${first}，末分钟 ${last}，最高 ${highest}`)
  console.log(`内存逐分钟（MB）：${minutes.join(' ')}；各分钟最低：${lowest.join(' ')}`)
  console.log(`内存逐十秒（MB）：${tens.join(' ')}`)
  const longest = Math.max(at(reads, 0.95), at(writes, 0.95))
  const isMet = errors.length === 0 && longest < slowestMs
  console.log(`${isMet ? '符合' : '不符合'}要求：无错误，p95 小于 ${slowestMs} 毫秒`)
}

function line(times: readonly Timed[]): string {
  const shares = [0.5, 0.95, 0.99, 1].map((share) => at(times, share))
  const [median = 0, p95 = 0, p99 = 0, longest = 0] = shares
  return `${times.length} 次，中位 ${median} 毫秒，p95 ${p95} 毫秒，p99 ${p99} 毫秒，最长 ${longest} 毫秒`
}

/** The ten kinds of requests with the longest times, the slowest first. */
function slowest(times: readonly Timed[]): readonly string[] {
  return [...Map.groupBy(times, ({ name }) => name)]
    .map(([name, of]) => ({ name, count: of.length, median: at(of, 0.5), p95: at(of, 0.95) }))
    .toSorted((a, b) => b.p95 - a.p95)
    .slice(0, 10)
    .map(({ name, count, median, p95 }) => `${name} ${count}，${median}，${p95}`)
}

function at(times: readonly Timed[], share: number): number {
  const sorted = times.map(({ ms }) => ms).toSorted((a, b) => a - b)
  return Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
}
