import { killProgram } from './kill-program.ts'
import { parseArgs } from 'node:util'

// npm run bench:program -- [--kills 20] [--provider pglite|native]
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    provider: { type: 'string', default: 'pglite' },
  },
})
const provider = values.provider === 'native' ? 'native' : 'pglite'
const { first, starts, acknowledged, lost } = await killProgram(provider, Number(values.kills))
const sorted = starts.toSorted((a, b) => a - b)
const seconds = (ms = 0) => (ms / 1000).toFixed(1)
const at = (share: number) => seconds(sorted[Math.ceil(sorted.length * share) - 1])
console.log(`${provider}：整个程序，演示区县全部数据；首次启动 ${seconds(first)} 秒`)
console.log(
  `强制终止 ${starts.length} 次，已确认写入 ${acknowledged} 笔，丢失 ${lost} 笔；` +
    `再次启动到可以访问：中位 ${at(0.5)} 秒，95% ${at(0.95)} 秒，最长 ${at(1)} 秒`,
)
