import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const files = fs
  .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `/${name}`)

const page = fs.readFileSync(path.join(root, 'docs/security.md'), 'utf8')

test('every file and test the security page names is there', () => {
  const named = [...page.matchAll(/`([\w/.-]+\.tsx?)`/g)].map(([, name]) => name ?? '')
  expect(named.length).toBeGreaterThan(40)
  const isThere = (name: string): boolean =>
    fs.existsSync(path.join(root, name)) || files.some((file) => file.endsWith(`/${name}`))
  expect([...new Set(named)].filter((name) => !isThere(name))).toEqual([])
})

test('every part of the server that answers requests has a row, with a test of its own', () => {
  const server = path.join(root, 'src/server')
  const parts = fs
    .readdirSync(server, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'http')
    .map(({ name }) => name)
    .filter((name) =>
      fs
        .readdirSync(path.join(server, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .some((file) =>
          /Endpoint\[\]/.test(fs.readFileSync(path.join(server, name, file), 'utf8')),
        ),
    )
  const rows = page.split('\n').filter((line) => line.startsWith('|'))
  const missing = parts.filter(
    (name) => !rows.some((row) => row.includes(`\`${name}/\``) && row.includes('.test.ts')),
  )
  expect(parts.length).toBeGreaterThan(15)
  expect(missing).toEqual([])
})
