import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function jingwei(args: string, lines: readonly unknown[]) {
  const input = lines
    .map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    .join('\n')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args.split(' ')], {
    input,
    encoding: 'utf8',
  })
  const answers = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { status, answers, stderr }
}

test('forecast answers every series in its order, one without values with null', () => {
  const { status, answers } = jingwei('forecast --json', [
    { id: 'a', period: 1, values: [5, 5, 5], h: 2, levels: [95] },
    { id: 'b', period: 12, values: [null], h: 2, levels: [95] },
  ])
  expect(status).toBe(0)
  expect(answers).toEqual([
    { id: 'a', mean: [5, 5], lower: { 95: [5, 5] }, upper: { 95: [5, 5] }, model: 'naive' },
    {
      id: 'b',
      mean: [null, null],
      lower: { 95: [null, null] },
      upper: { 95: [null, null] },
      model: 'none',
    },
  ])
})

test('[T1] target progress says null and why where something is undefined', () => {
  const { status, answers } = jingwei('target progress --json', [
    {
      id: 1,
      direction: 'up',
      base: { year: 2020, value: 1300.6 },
      milestones: [
        { year: 2022, value: 1800 },
        { year: 2025, value: 3000 },
      ],
      actual: { year: 2022, value: 1800 },
    },
    {
      id: 2,
      direction: 'up',
      base: null,
      milestones: [{ year: 2025, value: 4 }],
      actual: { year: 2023, value: 2 },
    },
  ])
  expect(status).toBe(0)
  expect(answers).toMatchObject([
    { id: 1, planned: 1800, gap: 0, method: 'milestone' },
    {
      id: 2,
      planned: null,
      completion: null,
      gap: null,
      why: '规划没有给出基期值，完成程度不可计算',
    },
  ])
})

test('expression eval gives the value, what it used and why', () => {
  const { status, answers } = jingwei('expression eval --json', [
    { id: 1, expression: '利润 ÷ 收入 > 5%', values: { 利润: 6, 收入: 100 } },
    { id: 2, expression: '利润 / 收入', values: { 利润: 6, 收入: 0 } },
    { id: 3, expression: '利润 +', values: {} },
  ])
  expect(status).toBe(0)
  expect(answers).toEqual([
    {
      id: 1,
      value: true,
      uses: ['利润', '收入'],
      why: '利润 ÷ 收入 > 5% = 是；其中利润=6，收入=100',
    },
    { id: 2, value: null, uses: ['利润', '收入'], why: '利润 / 收入：除数为0，无法计算' },
    { id: 3, value: null, uses: [], why: '第5个字起：公式没有写完' },
  ])
})

test('a line that is no question ends the command with its number', () => {
  const { status, answers, stderr } = jingwei('expression eval --json', [
    { id: 1, expression: '1 + 1' },
    '{"id": 2',
  ])
  expect(status).toBe(2)
  expect(answers).toEqual([expect.objectContaining({ id: 1, value: 2 })])
  expect(stderr).toMatch(/^question-invalid: 第2行：/)
})
