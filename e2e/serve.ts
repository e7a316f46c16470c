import { rmSync } from 'node:fs'
import path from 'node:path'

// Each run begins with an empty data folder, so that no journey sees what an earlier run left.
const data = path.join(import.meta.dirname, '../test-results/data')
rmSync(data, { recursive: true, force: true })
process.env['JINGWEI_DATA'] = data
// A small district: its figures are known within seconds.
process.env['JINGWEI_DEMO_ENTERPRISES'] ??= '60'
process.env['JINGWEI_DEMO_MONTHS'] ??= '24'
await import('#server/main.ts')
