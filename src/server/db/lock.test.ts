import { takeLock } from './lock.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-lock-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const inUse = expect.objectContaining({
  problem: expect.objectContaining({ code: 'database-in-use' }) as unknown,
}) as Error

test('a folder that is held is refused until it is given back', () => {
  const file = path.join(folder, 'held.lock')
  const lock = takeLock(file)
  expect(() => takeLock(file)).toThrow(inUse)
  lock.release()
  takeLock(file).release()
  expect(fs.existsSync(file)).toBe(false)
})

test('what another living process holds is refused, what a dead one left is taken over', async () => {
  const file = path.join(folder, 'other.lock')
  const module = JSON.stringify(new URL('./lock.ts', import.meta.url).href)
  const code = `(await import(${module})).takeLock(${JSON.stringify(file)}); console.log('held'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['--input-type=module', '-e', code])
  await once(other.stdout, 'data')
  expect(() => takeLock(file)).toThrow(inUse)
  other.kill('SIGKILL')
  await once(other, 'exit')
  takeLock(file).release()
})

test.each([
  ['half written', '{"pid":'],
  [
    'of another start of the machine',
    JSON.stringify({ pid: process.pid, boot: 'earlier', started: '1', token: 'a' }),
  ],
  [
    'of a process id that was given to another process',
    JSON.stringify({ pid: 1, boot: bootId(), started: '-1', token: 'a' }),
  ],
])('a lock %s is taken over', (name, content) => {
  const file = path.join(folder, `${name}.lock`)
  fs.writeFileSync(file, content)
  const lock = takeLock(file)
  expect(() => takeLock(file)).toThrow(inUse)
  lock.release()
  expect(fs.readdirSync(folder).filter((one) => one.startsWith(name))).toEqual([])
})

function bootId(): string {
  return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}
