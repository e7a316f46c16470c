import { killCollection } from '#test/kill-collection.ts'
import { measureLoad } from './load.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

// npm run bench:collection [KILLS] [ENTERPRISES] [SECONDS] [pglite|native] [AT MOST SECONDS]
const [kills = '200', enterprises = '350', seconds = '60', provider = 'pglite', atMost = seconds] =
  process.argv.slice(2)

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-collection-'))
// As root the native server runs as `nobody`, who has to get through to its folder.
fs.chmodSync(root, 0o755)
try {
  if (Number(enterprises) > 0) {
    const load = await measureLoad(path.join(root, 'load'), {
      enterprises: Number(enterprises),
      seconds: Number(seconds),
      atMost: Math.min(Number(atMost), Number(seconds)),
      provider,
    })
    console.log(
      `${enterprises} 家在 ${seconds} 秒内填报报送，看其中 ${load.reports} 家：请求 ${load.requests} 次，中位 ${load.median} ms，` +
        `95% ${load.p95} ms，99% ${load.p99} ms，出错 ${load.errors} 次；一次接收 ${load.passed} 份 ${load.acceptMs} ms`,
    )
    for (const error of load.firstErrors) console.log(error)
  }
  if (Number(kills) > 0) {
    const url = `pglite:${path.join(root, 'killed')}`
    const left = await killCollection(url, {
      kills: Number(kills),
      pause: () => Math.random() * 1000,
    })
    console.log(
      `强制终止 ${left.kills} 次，已确认 ${left.acknowledged} 笔，丢失 ${left.lost} 笔，不一致 ${left.torn} 份`,
    )
  }
} finally {
  fs.rmSync(root, { recursive: true })
}
