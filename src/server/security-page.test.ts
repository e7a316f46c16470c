import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const files = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `/${name}`)

test('every file and test the security page names is there', () => {
  const page = fs.readFileSync(path.join(root, 'docs/security.md'), 'utf8')
  const named = [...page.matchAll(/`([\w/.-]+\.tsx?)`/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(40)
  const isThere = (name: string): boolean =>
    fs.existsSync(path.join(root, name)) || files.some((file) => file.endsWith(`/${name}`))
  expect([...new Set(named)].filter((name) => !isThere(name))).toEqual([])
})
