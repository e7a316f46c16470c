import { killWriter } from '#test/kill-writer.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

// npm run bench:durability [KILLS] [PROVIDER …]
const [kills = '200', ...named] = process.argv.slice(2)
const providers = named.length > 0 ? named : ['pglite', 'native']

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-durability-'))
fs.chmodSync(root, 0o755)
try {
  for (const provider of providers) await report(provider)
} finally {
  fs.rmSync(root, { recursive: true })
}

async function report(provider: string): Promise<void> {
  const folder = path.join(root, provider)
  fs.mkdirSync(folder)
  // As root the server runs as `nobody`, who has to get through to its folder.
  fs.chmodSync(folder, 0o755)
  const url = `${provider}:${path.join(folder, 'database')}`
  const pause = () => Math.random() * 1000
  const found = await killWriter(url, { kills: Number(kills), pause, folder })
  const starts = found.starts.slice(1).toSorted((a, b) => a - b)
  const seconds = (share: number) =>
    ((starts[Math.ceil(starts.length * share) - 1] ?? 0) / 1000).toFixed(1)
  console.log(
    `${provider}：强制终止 ${found.kills} 次，已确认写入 ${found.acknowledged} 笔，丢失 ${found.lost} 笔，` +
      `记录与日志不一致 ${found.torn} 笔，日志哈希链${found.isChainWhole ? '完整' : '断裂'}；` +
      `再次启动中位 ${seconds(0.5)} 秒，95% ${seconds(0.95)} 秒，最长 ${seconds(1)} 秒`,
  )
}
