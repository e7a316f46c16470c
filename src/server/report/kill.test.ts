import { killCollection } from '#test/kill-collection.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'collection-'))
afterAll(() => fs.rmSync(root, { recursive: true }))

test('[K5] over kills every acknowledged cell is there, and none is half accepted', async () => {
  const pauses = [500, 1200, 800].values()
  const left = await killCollection(`pglite:${path.join(root, 'database')}`, {
    kills: 3,
    pause: () => pauses.next().value ?? 300,
  })
  expect(left.acknowledged).toBeGreaterThanOrEqual(3)
  expect(left).toMatchObject({ lost: 0, torn: 0 })
}, 180_000)
