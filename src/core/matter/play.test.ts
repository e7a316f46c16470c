import {
  assigned,
  calendar,
  kinds,
  known,
  type Life,
  listed,
  lived,
  plays,
  progress,
  proof,
  bureau,
} from '#test/matter-life.ts'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Matter } from './matter.ts'

describe('handan-3class-3colour', () => {
  test('two months without progress are yellow, three red, more than half a year out of the pool', () => {
    const matter = lived('negotiation', [['2025-03-10', progress(10)]], {
      day: '2025-03-03',
      grade: 'B',
    })
    expect(plays('handan-3class-3colour', matter, '2025-12-31')).toEqual([
      '2025-03-03 lamp green',
      '2025-05-10 lamp yellow',
      '2025-06-10 lamp red',
      '2025-09-11 move remove',
    ])
    expect(listed('handan-3class-3colour', matter)).toEqual(['class-b'])
  })

  test('progress makes it green again', () => {
    const matter = lived(
      'negotiation',
      [
        ['2025-03-10', progress(10)],
        ['2025-06-20', progress(30)],
      ],
      { day: '2025-03-03' },
    )
    expect(plays('handan-3class-3colour', matter, '2025-08-25')).toEqual([
      '2025-03-03 lamp green',
      '2025-05-10 lamp yellow',
      '2025-06-10 lamp red',
      '2025-06-20 lamp green',
      '2025-08-20 lamp yellow',
    ])
  })
})

describe('sanming-3colour-slip', () => {
  // Half of the time is gone on 2026-05-01; the unit told 10 per cent on 2026-03-10.
  const slow: Life = [
    ['2026-03-02', assigned('2026-06-30')],
    ['2026-03-03', { action: 'sign' }],
    ['2026-03-10', progress(10)],
  ]

  test('slow progress is a blue slip, unanswered an orange, then a red one', () => {
    expect(plays('sanming-3colour-slip', lived('plan-task', slow), '2026-06-30')).toEqual([
      '2026-03-15 slip blue',
      '2026-03-23 slip orange',
      '2026-03-31 slip red',
    ])
  })

  test('with a good reason a blue slip goes no further', () => {
    const excused = lived('plan-task', [
      ...slow,
      ['2026-03-18', { action: 'excuse', words: '用地审批' }],
    ])
    expect(plays('sanming-3colour-slip', excused, '2026-06-30')).toEqual(['2026-03-15 slip blue'])
  })

  test('done in the time of the slip ends it', () => {
    const done = lived('plan-task', [
      ...slow,
      ['2026-03-19', { action: 'report', words: '完成', evidence: proof }],
      ['2026-03-19', { action: 'pass', words: '属实' }],
    ])
    expect(plays('sanming-3colour-slip', done, '2026-06-30')).toEqual(['2026-03-15 slip blue'])
  })

  test.each(['major', 'urgent', 'instructed'] as const)(
    'what is %s gets the orange slip at once',
    (mark) => {
      const matter = lived('plan-task', slow, { marks: [mark] })
      expect(plays('sanming-3colour-slip', matter, '2026-06-30')).toEqual([
        '2026-03-15 slip orange',
        '2026-03-23 slip red',
      ])
    },
  )

  test('poor quality is as good a reason as slowness', () => {
    const poor = lived('plan-task', [
      ['2026-03-02', assigned('2026-06-30')],
      ['2026-03-03', { action: 'sign' }],
      ['2026-03-04', progress(100)],
      ['2026-04-01', { action: 'judge', words: '与要求不符', quality: 'poor' }],
    ])
    expect(plays('sanming-3colour-slip', poor, '2026-04-02')).toEqual(['2026-04-01 slip blue'])
  })
})

describe('suqian-3colour', () => {
  const start: Life = [
    ['2026-03-02', assigned('2026-03-31')],
    ['2026-03-03', { action: 'sign' }],
    ['2026-03-03', progress(100)],
  ]

  test('near its day it is blue, after it red until it is done', () => {
    const matter = lived('plan-task', [
      ...start,
      ['2026-04-20', { action: 'report', words: '完成', evidence: proof }],
      ['2026-04-22', { action: 'pass', words: '属实' }],
    ])
    expect(plays('suqian-3colour', matter, '2026-04-30')).toEqual([
      '2026-03-24 lamp blue',
      '2026-04-01 lamp red',
      '2026-04-22 lamp none',
    ])
  })

  test('behind linear progress it is yellow', () => {
    const matter = lived('plan-task', [...start.slice(0, 2), ['2026-03-03', progress(10)]])
    expect(plays('suqian-3colour', matter, '2026-03-20')).toEqual(['2026-03-05 lamp yellow'])
  })

  test('poor quality is yellow whatever the progress', () => {
    const matter = lived('plan-task', [
      ...start,
      ['2026-03-09', { action: 'judge', words: '走过场', quality: 'poor' }],
      ['2026-03-12', { action: 'judge', words: '已改', quality: 'good' }],
    ])
    expect(plays('suqian-3colour', matter, '2026-03-20')).toEqual([
      '2026-03-09 lamp yellow',
      '2026-03-12 lamp none',
    ])
  })
})

test.each([
  ['policy-payment', 60, '2026-03-02', '2026-05-28'],
  ['policy-handbook', 7, '2026-02-13', '2026-03-02'],
])(
  '[policy-redemption] %s is due in %i working days and red the working day after',
  (code, days, from, due) => {
    const kind = known(kinds, code)
    expect(kind.dueIn).toEqual({ workingDays: days })
    expect(addWorkingDays(calendar, from, days)).toBe(due)
    const matter = lived(code, [
      [from, assigned(due)],
      [from, { action: 'sign' }],
    ])
    const played = plays('policy-redemption', matter, addDays(due, 10))
    expect(played[0]).toBe(`${from} lamp green`)
    expect(played.at(-1)).toBe(`${addWorkingDays(calendar, due, 1)} lamp red`)
    expect(played).toHaveLength(3)
  },
)

describe('what the program ships', () => {
  test('late is a blue slip; unanswered it climbs to the leaders', () => {
    const matter = lived('plan-task', [
      ['2026-03-02', assigned('2026-03-31')],
      ['2026-03-03', { action: 'sign' }],
      ['2026-03-04', progress(100)],
    ])
    expect(plays('standard', matter, '2026-04-30')).toEqual([
      '2026-03-02 lamp green',
      '2026-03-24 lamp yellow',
      '2026-03-24 reminder due-soon',
      '2026-03-31 reminder due-today',
      '2026-04-01 lamp red',
      '2026-04-01 slip blue',
      '2026-04-10 slip orange',
      '2026-04-20 slip red',
    ])
  })

  test('a long task is reminded before its review day and red after it', () => {
    const matter = lived('plan-task', [
      ['2026-03-02', { action: 'assign', lead: bureau, rhythm: 'quarter' }],
      ['2026-03-03', { action: 'sign' }],
    ])
    expect(plays('standard', matter, '2026-04-03')).toEqual([
      '2026-03-02 lamp green',
      '2026-03-26 lamp yellow',
      '2026-03-26 reminder review-soon',
      '2026-04-01 lamp red',
      '2026-04-01 slip blue',
    ])
  })

  test('what waits for a figure is not late', () => {
    const figure = {
      subject: { kind: 'region', code: '500114' },
      indicator: 'x',
      period: '2025',
      op: '>=',
      value: '15',
    } as NonNullable<Matter['figure']>
    const matter = lived(
      'plan-task',
      [
        ['2026-03-02', assigned('2026-03-31')],
        ['2026-03-03', { action: 'sign' }],
        ['2026-03-04', progress(100)],
        ['2026-03-20', { action: 'report', words: '完成', evidence: proof }],
        ['2026-03-20', { action: 'await-figure' }],
      ],
      { figure },
    )
    expect(plays('standard', matter, '2026-05-30')).toEqual([
      '2026-03-02 lamp green',
      '2026-03-20 lamp none',
    ])
  })
})
