import { killWriter } from '#test/kill-writer.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'durability-'))
fs.chmodSync(root, 0o755)
afterAll(() => fs.rmSync(root, { recursive: true }))

const kills = 5

test.each(['pglite', 'native'])(
  '%s loses no acknowledged write, tears none in two and keeps the log whole over kills',
  { timeout: 180_000 },
  async (provider) => {
    const folder = path.join(root, provider)
    fs.mkdirSync(folder)
    // As root the server runs as `nobody`, who has to get through to its folder.
    fs.chmodSync(folder, 0o755)
    let round = 0
    const pause = () => [60, 410, 130, 270, 190][round++ % 5] ?? 0
    const url = `${provider}:${path.join(folder, 'database')}`
    const found = await killWriter(url, { kills, pause, folder })
    expect(found).toMatchObject({ kills, lost: 0, torn: 0, isChainWhole: true })
    expect(found.acknowledged).toBeGreaterThanOrEqual(kills)
  },
)
