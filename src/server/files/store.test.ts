import { type FileStore, nameOf, openFileStore } from './store.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-files-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const store: FileStore = await openFileStore(folder)

function arriving(): readonly string[] {
  return fs.readdirSync(path.join(folder, 'arriving'))
}

test('the same content is kept once, under its digest', async () => {
  const first = await store.put(Readable.from([Buffer.from('规划'), Buffer.from('全文')]))
  const second = await store.put(Readable.from([Buffer.from('规划全文')]))
  expect(second).toEqual(first)
  expect(first?.size).toBe(Buffer.byteLength('规划全文'))
  expect(await text(store.open(first?.sha256 ?? ''))).toBe('规划全文')
  const file = path.join(folder, nameOf(first?.sha256 ?? ''))
  expect(fs.statSync(file).mode & 0o077).toBe(0)
  expect(await store.withPath(first?.sha256 ?? '', (path) => Promise.resolve(path))).toBe(file)
})

test('a stream that breaks off leaves nothing behind', async () => {
  const broken = new Readable({
    read() {
      this.push('规')
      this.destroy(new Error('connection lost'))
    },
  })
  await expect(store.put(broken)).rejects.toThrow('connection lost')
  expect(arriving()).toEqual([])
})

test('what is not whole at its end is not kept', async () => {
  expect(await store.put(Readable.from([Buffer.from('半份')]), () => false)).toBeUndefined()
  expect(arriving()).toEqual([])
})

test('what a stop left half written is gone after the next start', async () => {
  const half = path.join(folder, 'arriving', 'half')
  fs.writeFileSync(half, '半')
  await openFileStore(folder)
  // It may be arriving just now, in the program beside which a command runs.
  expect(arriving()).toEqual(['half'])
  const longAgo = new Date('2026-01-01T00:00:00.000Z')
  fs.utimesSync(half, longAgo, longAgo)
  await openFileStore(folder)
  expect(arriving()).toEqual([])
})
