import type { Milestone } from '../plan/plan.ts'
import { drawnTargets } from '#test/drawn-plan.ts'
import { asBound, directionStated, trajectoryOf } from './of-target.ts'
import { pathMethod } from './path-method.ts'
import { expect, test } from 'vitest'

function drawn(line: string) {
  const [target] = drawnTargets(line)
  if (!target) throw new Error(line)
  return target
}

test.each([
  ['产值 亿元 | 2020 100 | 2022 150 | 2025 200', 2021, '2020:100 → 2022:150 2025:200'],
  ['产值 亿元 | 2020 100 | 2025 - +10%', 2021, '2020:100 → 2025:161.051'],
  ['强度 % | - | 2025 >=2.5', 2021, ' → 2025:2.5'],
])('%s, plan from %i, runs %s', (line, start, path) => {
  const target = drawn(line)
  const { base, milestones } = trajectoryOf(target, { method: pathMethod(target), start })
  const point = ({ year, value }: { readonly year: number; readonly value: number }): string =>
    `${year}:${value}`
  expect(`${base ? point(base) : ''} → ${milestones.map(point).join(' ')}`).toBe(path)
})

test('a fall against the base is a level', () => {
  const fall: Milestone = {
    year: 2025,
    kind: 'change',
    value: -15,
    unit: '%',
    op: '=',
    text: '15%',
  }
  const target = { ...drawn('能耗 吨标准煤 | 2020 200'), milestones: [fall] }
  const { milestones } = trajectoryOf(target, { method: 'linear' })
  expect(milestones).toEqual([{ year: 2025, value: 170 }])
  expect(trajectoryOf({ ...target, baseline: { year: 2020 } }, { method: 'linear' })).toEqual({
    method: 'linear',
    milestones: [],
  })
})

test('the bound says which way is good', () => {
  expect(directionStated(drawn('甲 % | 2020 3 | 2025 >=4'))).toBe('up')
  expect(directionStated(drawn('甲 % | 2020 3 | 2025 <=2'))).toBe('down')
  expect(directionStated(drawn('甲 % | 2020 3 | 2025 2'))).toBeUndefined()
})

test.each([
  ['% | 2020 93 | 2025 91', 'up', 'floor'],
  ['% | 2020 93 | 2025 91', 'down', 'linear'],
  ['吨 | 2020 90 | 2025 95', 'down', 'ceiling'],
  ['% | 2020 93 | 2022 95 | 2025 91', 'up', 'linear'],
  ['% | 2020 93 | 2025 91', 'keep', 'linear'],
] as const)('[T2] %s, better %s, is a path by %s', (line, direction, method) => {
  const target = drawn(`甲 ${line}`)
  expect(asBound(trajectoryOf(target, { method: 'linear' }), direction).method).toBe(method)
})
