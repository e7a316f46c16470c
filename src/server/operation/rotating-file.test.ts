import { rotatingFile } from './rotating-file.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'rotating-'))
afterAll(() => fs.rmSync(root, { recursive: true }))

function contents(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
  )
}

test('a full file makes room for the next, and the oldest goes', () => {
  const folder = path.join(root, 'full')
  const log = rotatingFile(path.join(folder, 'server.log'), { largest: 8, keep: 2 })
  for (const line of ['one\n', 'two\n', 'three\n', 'four\n', '一二\n', 'six\n']) log.write(line)
  expect(contents(folder)).toEqual({
    'server.log': 'six\n',
    'server.log.1': '一二\n',
    'server.log.2': 'four\n',
  })
})

test('what was there before is continued, and only its owner reads it', () => {
  const file = path.join(root, 'continued', 'server.log')
  const options = { largest: 100, keep: 2 }
  rotatingFile(file, options).write('before\n')
  rotatingFile(file, options).write('after\n')
  expect(fs.readFileSync(file, 'utf8')).toBe('before\nafter\n')
  expect(fs.statSync(file).mode & 0o077).toBe(0)
})
