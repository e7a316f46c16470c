import { rmSync } from 'node:fs'
import path from 'node:path'

// Each run begins with an empty data folder, so that no journey sees what an earlier run left.
const data = path.join(import.meta.dirname, '../test-results/data')
rmSync(data, { recursive: true, force: true })
process.env['JINGWEI_DATA'] = data
await import('#server/main.ts')
