import { type Drawn, load } from './load.ts'
import { startServer } from './running-server.ts'
import { setTimeout as wait } from 'node:timers/promises'

// npm run bench:load [SECONDS] [DATABASE-ADDRESS]
const [seconds = '120', databaseUrl] = process.argv.slice(2)
const clients = 50

const server = await startServer(databaseUrl)
try {
  const memory: number[] = []
  const watching = new AbortController()
  const watch = (async () => {
    while (!watching.signal.aborted) {
      memory.push(server.memory())
      await wait(5000, undefined, { signal: watching.signal }).catch(() => {})
    }
  })()
  const drawn = await load(server.url, { clients, seconds: Number(seconds) })
  watching.abort()
  await watch
  report(drawn, memory)
} finally {
  await server.stop()
}

function report({ reads, writes, errors, heldBack }: Drawn, memory: readonly number[]): void {
  console.log(`${clients} 个用户，${seconds} 秒，${databaseUrl ?? 'pglite'}`)
  console.log(`读取：${line(reads)}`)
  console.log(`写入：${line(writes)}`)
  console.log(
    `出错 ${errors.length} 次${errors.length > 0 ? `：${errors.slice(0, 5).join('；')}` : ''}`,
  )
  console.log(`写入被要求刷新（他人先改）${heldBack} 次`)
  const megabytes = memory.map((bytes) => Math.round(bytes / 1024 / 1024))
  console.log(`内存（MB，每 5 秒）：${megabytes.join(' ')}`)
}

function line(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? 0)
  return `${sorted.length} 次，中位 ${at(0.5)} 毫秒，p95 ${at(0.95)} 毫秒，p99 ${at(0.99)} 毫秒，最长 ${at(1)} 毫秒`
}
