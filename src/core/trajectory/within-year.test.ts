import type { Period } from '../period/period.ts'
import { deviation, lampJudge, usualLampRule } from './lamp.ts'
import { plannedAt, type Trajectory } from './planned.ts'
import { plannedWithin, type Reading, requiredGrowth, shareByThen } from './within-year.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `1300@2020 > 1800@2022 > 3000@2025`: the base, then the milestones. */
function drawn(method: Trajectory['method'], picture: string): Trajectory {
  const [base, ...milestones] = picture.split('>').map((point) => {
    const [value, year] = point.trim().split('@').map(Number)
    return { year: year ?? 0, value: value ?? 0 }
  })
  return { method, ...(base && { base }), milestones }
}

/** `2024-09 70, 2024-12 100` as readings. */
function readings(picture: string): Reading[] {
  return picture.split(',').map((one) => {
    const [period = '', value] = one.trim().split(' ')
    return { period: period as Period, value: Number(value) }
  })
}

test('[T1] a path runs through the milestones of the plan', () => {
  const plan = drawn('geometric', '1300@2020 > 1800@2022 > 3000@2025')
  expect(plannedAt(plan, 2022)).toEqual({ value: 1800 })
  expect(plannedAt(plan, 2021).value).toBeCloseTo(Math.sqrt(1300 * 1800), 6)
  expect(plannedAt(plan, 2026)).toEqual({ value: undefined, reason: 'after-last-milestone' })
  expect(plannedAt(plan, 2019)).toEqual({ value: undefined, reason: 'before-base' })
})

test.each([
  ['linear', '10@2020 > 20@2025', 2022, 14],
  ['floor', '8@2020 > 6@2025', 2021, 6],
  ['ceiling', '1@2020 > 2@2025', 2021, 2],
  ['cumulative', '300@2020 > 100@2025', 2021, 20],
  ['step', '5@2020 > 3@2025', 2021, 'nothing-owed-between'],
  ['geometric', '0@2020 > 3@2025', 2021, 'sign-changes'],
  ['geometric', '-2@2020 > 3@2025', 2021, 'sign-changes'],
] as const)('[T2] by %s %s asks in %i for %s', (method, picture, year, expected) => {
  const planned = plannedAt(drawn(method, picture), year)
  expect('reason' in planned ? planned.reason : planned.value).toBe(expected)
})

test('[T3] the year is spread as the last years were, not by twelfths', () => {
  const plan = drawn('linear', '90@2024 > 100@2025')
  const history = readings('2023-09 66, 2023-12 100, 2024-09 60, 2024-12 90')
  const planned = plannedWithin({
    trajectory: plan,
    period: '2025-09' as Period,
    isFlow: true,
    history,
  })
  expect(planned).toMatchObject({ within: 'season', years: [2023, 2024] })
  expect(planned.value).toBeCloseTo((100 * (0.66 + 60 / 90)) / 2, 9)
})

test('[T3] without a full year the fallback says that it is one', () => {
  const question = { trajectory: drawn('linear', '90@2024 > 100@2025'), isFlow: true, history: [] }
  const planned = plannedWithin({ ...question, period: '2025-06' as Period })
  expect(planned).toEqual({ value: 50, within: 'calendar', years: [] })
})

test('[T3] a share or a stock stands on the line between two year ends', () => {
  const question = { trajectory: drawn('linear', '2@2024 > 3.2@2025'), isFlow: false, history: [] }
  const planned = plannedWithin({ ...question, period: '2025-06' as Period })
  expect(planned).toEqual({ value: 2.6, within: 'level', years: [] })
})

test('[T3] the end of the year asks for the milestone whatever the season', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 6 }), (values) => {
      const history = values.map((value, i) => ({
        period: `${2020 + Math.floor(i / 2)}-${i % 2 === 0 ? '09' : '12'}` as Period,
        value,
      }))
      const trajectory = drawn('linear', '90@2024 > 100@2025')
      const planned = plannedWithin({
        trajectory,
        period: '2025' as Period,
        isFlow: true,
        history,
      })
      expect(planned.value).toBe(100)
      const shape = shareByThen(history, '2025-09' as Period, 3)
      expect(shape?.years.length ?? 0).toBeLessThanOrEqual(3)
    }),
  )
})

test('[T4] what the rest of the year must grow by', () => {
  const needed = requiredGrowth({
    goal: 110,
    soFar: 70,
    lastYear: 100,
    lastYearSoFar: 68,
    final: { year: 2027, value: 121 },
    lastFull: { year: 2025, value: 100 },
  })
  expect(needed.restOfYear).toBeCloseTo(40 / 32 - 1, 12)
  expect(needed.perYear).toBeCloseTo(0.1, 12)
  expect(requiredGrowth({ goal: 110, soFar: 70, lastYear: 68, lastYearSoFar: 68 })).toEqual({})
})

test.each([
  [{ 实际值: 100, 偏差率: 0.02 }, false, 'normal'],
  [{ 实际值: 95, 偏差率: -0.05 }, false, 'warning'],
  [{ 实际值: 95, 偏差率: -0.051 }, true, 'behind'],
  [{ 实际值: 85, 偏差率: -0.15 }, false, 'behind'],
  [{ 实际值: 100, 偏差率: 0.02, 达成概率: 0.1 }, false, 'behind'],
  [{ 实际值: 100 }, false, 'unreported'],
  [{ 实际值: 100, 达成概率: 0.9 }, false, 'normal'],
  [{ 偏差率: -0.5 }, true, 'unreported'],
] as const)('[T5] %j (约束性 %s) is %s', (facts, isBinding, lamp) => {
  const judge = lampJudge(usualLampRule)
  expect(judge.ok && judge.value(facts, isBinding).lamp).toBe(lamp)
})

test('a lamp rule that cannot be read names its field', () => {
  const judge = lampJudge({ ...usualLampRule, warning: '偏差率 < 某数' })
  expect(judge).toMatchObject({ ok: false, error: { field: 'warning' } })
})

test('[T5] less is better where the target goes down', () => {
  expect(deviation({ planned: 100, actual: 90 }, 'down')).toBeCloseTo(0.1)
  expect(deviation({ planned: 100, actual: 90 }, 'up')).toBeCloseTo(-0.1)
  expect(deviation({ planned: 100, actual: 90 }, 'keep')).toBeCloseTo(-0.1)
  expect(deviation({ planned: 0, actual: 90 }, 'up')).toBeUndefined()
})
