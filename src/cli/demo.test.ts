import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'jingwei-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))

function demo(...args: readonly string[]) {
  const main = path.join(import.meta.dirname, 'main.ts')
  const size = ['--enterprises', '40', '--months', '6']
  const call = [main, 'demo', ...size, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('the same seed prints the same hashes and writes what was hashed', () => {
  const out = path.join(folder, 'a')
  const written = demo('--seed', '5', '--out', out)
  expect(written).toMatchObject({ status: 0, stderr: '' })
  expect(demo('--seed', '5').stdout).toBe(written.stdout)
  expect(demo('--seed', '6').stdout).not.toBe(written.stdout)
  expect(readdirSync(out)).toHaveLength(7)
  const [head, ...rows] = readFileSync(path.join(out, 'enterprises.csv'), 'utf8').trim().split('\n')
  expect(head).toMatch(/^uscc,name/u)
  expect(rows).toHaveLength(40)
  expect(JSON.parse(readFileSync(path.join(out, 'truth.json'), 'utf8'))).toMatchObject({
    note: expect.stringContaining('模拟数据') as string,
    options: { seed: 5, enterprises: 40, months: 6 },
  })
})

test.each([
  ['a seed that is no number', ['--seed', 'abc'], 'option-out-of-range: “--seed”'],
  ['too few enterprises', ['--enterprises', '3'], 'option-out-of-range: “--enterprises”'],
])('%s is refused', (_, args, line) => {
  const { status, stderr } = demo(...args)
  expect(status).toBe(2)
  expect(stderr).toContain(line)
})
