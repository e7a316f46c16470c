import { monthPeriod } from '../period/period.ts'
import { levelShift, outlyingness, signals } from './signals.ts'
import { type WarningRule, warningLook } from './warning-rule.ts'
import { type Invested, stalledDays } from './stalled.ts'
import type { Period } from '../period/period.ts'
import { changedBy, type Hit, skillOf, type Warning } from './warnings.ts'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `110/100 95/100 -/100`: value over base by period; `-` is missing. */
function drawn(picture: string) {
  const pairs = picture.split(' ').map((pair) => pair.split('/'))
  const at = (index: number) =>
    pairs.map((pair) => (pair[index] === '-' ? undefined : Number(pair[index])))
  return { values: at(0), bases: at(1) }
}

const rule: WarningRule = {
  code: 'output-falls',
  name: '产值下降',
  subject: 'enterprise',
  indicators: { 产值: 'industrial-output', 用电: 'electricity-use' },
  conditions: {
    red: '产值当月同比 <= -30% 或 产值连续下降月数 >= 3',
    orange: '产值当月同比 <= -20%',
    yellow: '产值当月同比 <= -10%',
  },
  notIn: ['M1-2'],
  nextStep: '电话核实原因',
  owner: 'analyst',
  source: 'practice',
}

test('[W1] signals of a series with a gap', () => {
  expect(signals(drawn('110/100 95/100 80/100'))).toMatchObject({
    当月值: 80,
    连续下降月数: 2,
    连续未报月数: 0,
  })
  const silent = signals(drawn('110/100 -/100'))
  expect(silent).toMatchObject({ 连续未报月数: 1, 连续下降月数: 0 })
  expect(silent).not.toHaveProperty('当月同比')
})

test('[W1] a single odd month is an outlier and no shift of level', () => {
  const calm = [0.05, 0.06, 0.04, 0.05, 0.07, 0.03, 0.05, 0.06, 0.05]
  expect(outlyingness([...calm, -0.4])).toBeLessThan(-10)
  expect(levelShift([...calm, 0.05, 0.05, -0.4])).toBeCloseTo(0, 6)
  expect(levelShift([...calm, -0.2, -0.21, -0.19])).toBeLessThan(-5)
})

test.each([
  ['88/100', '2026-05', 'yellow'],
  ['75/100', '2026-05', 'orange'],
  ['60/100', '2026-05', 'red'],
  ['99/100 98/100 97/100', '2026-05', 'red'],
  ['95/100', '2026-05', undefined],
  ['60/100', '2026-M1-2', undefined],
  ['-/100', '2026-05', undefined],
  ['60/0', '2026-05', undefined],
])('[W1] %s in %s is %s', (picture, period, grade) => {
  const look = warningLook(rule)
  const facts = Object.fromEntries(
    Object.entries(signals(drawn(picture))).map(([name, value]) => [`产值${name}`, value]),
  )
  expect(look.ok && look.value(facts, period)?.grade).toBe(grade)
})

test('every shipped rule can be read', () => {
  const shipped: readonly WarningRule[] = JSON.parse(
    readFileSync('data/warning-rules/usual.json', 'utf8'),
  )
  expect(shipped.filter((each) => !warningLook(each).ok)).toEqual([])
  expect(new Set(shipped.map(({ code }) => code)).size).toBe(shipped.length)
})

test('a rule that names an unknown signal says where', () => {
  const look = warningLook({ ...rule, conditions: { red: '产值当月同比 < 0 且 钢价 > 1' } })
  expect(look).toMatchObject({ ok: false, error: { grade: 'red' } })
})

const hit = fc.record({
  rule: fc.constantFrom('a', 'b'),
  subject: fc.constantFrom('甲', '乙', '丙'),
  grade: fc.constantFrom('red', 'orange', 'yellow'),
})

test('[W2] one trouble is one warning from its first month to its last', () => {
  fc.assert(
    fc.property(fc.array(fc.array(hit), { maxLength: 8 }), (months) => {
      let standing: readonly Warning[] = []
      const ended: Warning[] = []
      for (const [month, drawnHits] of months.entries()) {
        const period = monthPeriod(2026, month + 3)
        const hits = [
          ...new Map(drawnHits.map((each) => [each.rule + each.subject, each])).values(),
        ].map((each): Hit => ({ ...each, period, because: '', figures: {} }))
        const change = changedBy(standing, hits, period)
        ended.push(...change.cleared)
        standing = [...change.continued, ...change.raised]
        const open = standing.map((warning) => warning.rule + warning.subject)
        expect(open.toSorted()).toEqual(hits.map((each) => each.rule + each.subject).toSorted())
        expect(new Set(open).size).toBe(open.length)
      }
      expect(ended.every(({ isOpen }) => !isOpen)).toBe(true)
    }),
  )
})

test('[W2] silence clears nothing', () => {
  const march = monthPeriod(2026, 3)
  const { raised } = changedBy(
    [],
    [{ rule: 'a', subject: '甲', period: march, grade: 'red', because: '', figures: {} }],
    march,
  )
  expect(changedBy(raised, [], monthPeriod(2026, 4), new Set(['甲'])).cleared).toEqual([])
  expect(changedBy(raised, [], monthPeriod(2026, 4)).cleared).toHaveLength(1)
})

test('[W3] how often a rule was right, and how much it missed', () => {
  expect(skillOf(['right', 'right', 'wrong'], 2)).toEqual({
    judged: 3,
    right: 2,
    missed: 2,
    precision: 2 / 3,
    recall: 0.5,
  })
  expect(skillOf([], 0)).toEqual({ judged: 0, right: 0, missed: 0 })
})

test('[W3] as long as nobody looks for what was missed, recall is not known', () => {
  expect(skillOf(['right'], 0)).toEqual({ judged: 1, right: 1, missed: 0, precision: 1 })
})

/** `2026-01 10, 2026-02 10`: invested since January at the end of each month. */
function invested(picture: string): Invested[] {
  return picture.split(', ').map((each) => {
    const [period = '', value] = each.split(' ')
    return { period: period as Period, value: Number(value) }
  })
}

test.each([
  ['2026-01 10, 2026-02 10, 2026-03 10', '2026-03', 59],
  ['2026-01 10, 2026-02 12', '2026-02', 0],
  ['2025-11 80, 2025-12 80, 2026-01 0', '2026-01', 62],
  ['2025-12 80, 2026-01 5', '2026-01', 0],
  ['2026-01 0, 2026-02 0', '2026-02', undefined],
  ['2026-01 10', '2026-02', undefined],
])(
  '[W4] a project told as %s has stood still at the end of %s for %s days',
  (told, until, days) => {
    expect(stalledDays(invested(told), until as Period)).toBe(days)
  },
)
