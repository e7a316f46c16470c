import type { Period } from '../period/period.ts'
import { type LampJudge, lampJudge, usualLampRule } from './lamp.ts'
import { standingOf, type StandingQuestion } from './standing.ts'
import { expect, test } from 'vitest'

function judge(): LampJudge {
  const made = lampJudge(usualLampRule)
  if (!made.ok) throw new Error(made.error.field)
  return made.value
}

/** Yongchuan's own milestone: 1,800 in 2022 on the way from 1,300 to 3,000. */
const question: StandingQuestion = {
  trajectory: {
    method: 'geometric',
    base: { year: 2020, value: 1300 },
    milestones: [
      { year: 2022, value: 1800 },
      { year: 2025, value: 3000 },
    ],
  },
  direction: 'up',
  isBinding: false,
  period: '2022' as Period,
  frequency: 'year',
  isFlow: true,
  readings: [{ period: '2022' as Period, value: 1800 }],
  judge: judge(),
}

test('[T1] a plan that keeps its own milestone is not behind', () => {
  const standing = standingOf(question)
  expect(standing).toMatchObject({ planned: 1800, gap: 0, lamp: 'normal', within: 'year' })
  expect(standing.completion).toBeCloseTo(500 / 1700, 9)
  expect(standing.requiredPerYear).toBeCloseTo((3000 / 1800) ** (1 / 3) - 1, 9)
})

test('[T5] a monthly target without this month is silent, whatever last month was', () => {
  const monthly = {
    ...question,
    frequency: 'month',
    period: '2022-08' as Period,
    readings: [{ period: '2022-07' as Period, value: 1000 }],
  } as const
  expect(standingOf(monthly)).toMatchObject({ lamp: 'unreported', reasons: ['no-figure'] })
})

test('[T3] [T4] within the year the season of the last years is the plan', () => {
  const readings = [
    { period: '2021-08' as Period, value: 900 },
    { period: '2021-12' as Period, value: 1500 },
    { period: '2022-08' as Period, value: 1080 },
  ]
  const standing = standingOf({
    ...question,
    frequency: 'month',
    period: '2022-08' as Period,
    readings,
  })
  expect(standing).toMatchObject({ planned: 1080, within: 'season', yearGoal: 1800 })
  expect(standing.requiredRestOfYear).toBeCloseTo(720 / 600 - 1, 9)
})

test('[T1] what is undefined says why', () => {
  const zero = {
    ...question,
    trajectory: { method: 'linear', milestones: [{ year: 2022, value: 0 }] } as const,
  }
  expect(standingOf(zero)).toMatchObject({ planned: 0, reasons: ['planned-zero'], lamp: 'normal' })
  const none = { ...question, trajectory: { method: 'linear', milestones: [] } as const }
  expect(standingOf(none)).toMatchObject({ lamp: 'unreported', reasons: ['no-milestone'] })
  const later = {
    ...question,
    trajectory: { method: 'step', milestones: [{ year: 2025, value: 5 }] } as const,
  }
  expect(standingOf(later).lamp).toBe('unreported')
})

test('a sum over the plan’s years is on its way in equal parts', () => {
  const standing = standingOf({
    ...question,
    trajectory: { method: 'cumulative', start: 2021, milestones: [{ year: 2025, value: 100 }] },
    readings: [{ period: '2022' as Period, value: 30 }],
  })
  expect(standing).toMatchObject({ planned: 40, gap: -10, completion: 0.3, lamp: 'behind' })
})

test('[T5] of a planned zero it is plain whether it is kept', () => {
  const zero = { method: 'linear', milestones: [{ year: 2022, value: 0 }] } as const
  const lampAt = (value: number, direction: StandingQuestion['direction']): string =>
    standingOf({
      ...question,
      direction,
      trajectory: zero,
      readings: [{ period: '2022' as Period, value }],
    }).lamp
  expect([lampAt(-1, 'up'), lampAt(0, 'keep'), lampAt(-1, 'down'), lampAt(1, 'down')]).toEqual([
    'behind',
    'normal',
    'normal',
    'behind',
  ])
})
