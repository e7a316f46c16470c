import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { addWorkingDays, calendarOf, type HolidayNotice } from '../calendar/working-days.ts'
import type { EvidenceId, MatterId, OrganisationId, UserId } from '../id.ts'
import { act, type Order } from './act.ts'
import { type CountingRule, countEvents } from './counting.ts'
import { judge } from './judge.ts'
import type { Kind } from './kind.ts'
import { type Matter, type NewMatter, raised } from './matter.ts'
import { play } from './play.ts'
import { type RuledScheme, ruledScheme } from './ruled-scheme.ts'
import type { Scheme } from './scheme.ts'
import { parties, type Workflow } from './workflow.ts'

const data = new URL('../../../data/', import.meta.url)

function read(path: string): unknown {
  return JSON.parse(fs.readFileSync(new URL(path, data), 'utf8'))
}

function readAll(folder: string): readonly unknown[] {
  return fs
    .readdirSync(new URL(folder, data))
    .toSorted()
    .map((name) => read(`${folder}${name}`))
}

const kinds = read('matter-rules/kinds.json') as readonly Kind[]
const workflows = readAll('matter-rules/workflows/') as readonly Workflow[]
const schemes = readAll('matter-rules/schemes/') as readonly Scheme[]
const calendar = calendarOf([
  read('reference/holidays-2025.json') as HolidayNotice,
  read('reference/holidays-2026.json') as HolidayNotice,
])
const everybody = { id: 'u' as UserId, name: '甲', parties }
const bureau = 'u1' as OrganisationId

function known<Row extends { readonly code: string }>(rows: readonly Row[], code: string): Row {
  const row = rows.find((one) => one.code === code)
  if (!row) throw new Error(`${code} is not shipped`)
  return row
}

function schemeNamed(code: string): RuledScheme {
  const ruled = ruledScheme(known(schemes, code), kinds, workflows)
  if (!ruled.ok) throw new Error(JSON.stringify(ruled.error))
  return ruled.value
}

/** What happens on which day: the orders of a life, by day. */
type Life = readonly (readonly [day: string, order: Order])[]

function lived(kindCode: string, life: Life, more: Partial<NewMatter> = {}): Matter {
  const kind = known(kinds, kindCode)
  const workflow = known(workflows, kind.workflow)
  const [first] = life
  const start = more.day ?? first?.[0] ?? '2026-03-02'
  let matter = raised({
    id: 'm' as MatterId,
    kind: kindCode,
    title: '事项',
    day: start,
    at: start,
    by: everybody,
    state: workflow.first,
    steps: kind.steps ?? [],
    lead: bureau,
    ...more,
  })
  for (const [day, order] of life) {
    const done = act(matter, order, everybody, { kind, workflow, calendar, at: day, day })
    if (!done.ok) throw new Error(`${day} ${order.action}: ${JSON.stringify(done.error)}`)
    matter = done.value
  }
  return matter
}

/** What a scheme does with a life until a day: `2026-06-02 lamp yellow`, one a line. */
function plays(code: string, matter: Matter, to: string): readonly string[] {
  const kind = known(kinds, matter.kind)
  const { played } = play(matter, {
    schemes: [schemeNamed(code)],
    kind,
    workflow: known(workflows, kind.workflow),
    calendar,
    from: matter.raisedOn,
    to,
  })
  return played.map((one) => `${one.day} ${one.what} ${one.code}`)
}

/** Codes of the lists a matter is on at the end of its life. */
function listed(code: string, matter: Matter): readonly string[] {
  const kind = known(kinds, matter.kind)
  const day = matter.timeline.at(-1)?.day ?? matter.raisedOn
  return judge([schemeNamed(code)], {
    matter,
    standing: matter.standing,
    signals: matter.signals,
    kind,
    workflow: known(workflows, kind.workflow),
    calendar,
    day,
  }).lists.map((list) => list.code)
}

const progress = (percent: number): Order => ({
  action: 'progress',
  words: '推进',
  progress: percent,
})
const proof = [{ id: 'e' as EvidenceId, kind: 'words' as const, text: '文件' }]
const assigned = (due: string): Order => ({ action: 'assign', lead: bureau, due })

test.each(schemes)('$code says nothing that cannot be read', (scheme) => {
  expect(ruledScheme(scheme, kinds, workflows)).toMatchObject({ ok: true })
})

test('a scheme that names what nobody knows is refused, each fault at its place', () => {
  const scheme: Scheme = {
    ...known(schemes, 'handan-3class-3colour'),
    kinds: ['negotiation', 'fishing'],
    lamps: [
      { lamp: 'red', name: '红', when: '无进展年数 > 1' },
      { lamp: 'green', name: '绿', when: '进度 > ' },
    ],
    moves: [{ action: 'report', when: '真', words: '代为申请' }],
  }
  const ruled = ruledScheme(scheme, kinds, workflows)
  expect(ruled.ok ? [] : ruled.error.map(({ place, code }) => `${place} ${code}`)).toEqual([
    'kinds.1 unknown-kind',
    'moves.0.action unknown-action',
    'lamps.0.when unknown-name',
    'lamps.1.when unexpected-token',
  ])
})

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

describe('yichang-nodes', () => {
  test('a supervised matter goes through eight nodes, the leader checks before it is issued', () => {
    const { states } = known(workflows, 'eight-nodes')
    expect(states.slice(0, 8).map(({ name }) => name)).toEqual([
      '事项',
      '领导审核',
      '下发',
      '签收',
      '办理',
      '反馈',
      '复核',
      '办结',
    ])
    const matter = lived('supervised', [
      ['2026-03-02', { action: 'submit', due: '2026-03-31' }],
      ['2026-03-03', { action: 'approve' }],
      ['2026-03-03', { action: 'issue' }],
      ['2026-03-04', { action: 'sign' }],
      ['2026-03-30', { action: 'report', words: '完成', evidence: proof }],
      ['2026-03-31', { action: 'take-up' }],
      ['2026-04-01', { action: 'pass', words: '属实' }],
    ])
    expect(matter.standing.state).toBe('completed')
    expect(plays('yichang-nodes', matter, '2026-04-30')).toEqual([
      '2026-03-26 lamp yellow',
      '2026-04-01 lamp none',
    ])
  })

  test('a node that is not left in its time is red', () => {
    const matter = lived('supervised', [
      ['2026-03-02', { action: 'submit', due: '2026-06-30' }],
      ['2026-03-03', { action: 'approve' }],
      ['2026-03-03', { action: 'issue' }],
      ['2026-03-09', { action: 'sign' }],
    ])
    expect(plays('yichang-nodes', matter, '2026-03-20')).toEqual([
      '2026-03-05 lamp red',
      '2026-03-09 lamp none',
    ])
  })

  test('a project under talks has three nodes, one under construction eleven; each by its own day', () => {
    expect(known(kinds, 'negotiation').steps?.map(({ name }) => name)).toEqual([
      '跟踪洽谈',
      '框架协议',
      '正式合同',
    ])
    expect(known(kinds, 'construction').steps).toHaveLength(11)
    const [talks, framework, contract] = known(kinds, 'negotiation').steps ?? []
    if (!talks || !framework || !contract) throw new Error('three nodes')
    const matter = lived('negotiation', [['2026-03-20', { action: 'step', step: 'talks' }]], {
      day: '2026-03-02',
      steps: [
        { ...talks, due: '2026-03-31' },
        { ...framework, due: '2026-04-30' },
        { ...contract, due: '2026-06-30' },
      ],
    })
    expect(plays('yichang-nodes', matter, '2026-05-05')).toEqual([
      '2026-04-23 lamp yellow',
      '2026-05-01 lamp red',
    ])
  })
})

test('[ziyang-3wei] a project is on the list of what it has not reached yet, and on no other', () => {
  const steps = ['approved', 'started', 'built', 'completed']
  const lists = [0, 1, 2, 3, 4].map((count) =>
    listed(
      'ziyang-3wei',
      lived(
        'project',
        steps
          .slice(0, count)
          .map((step, index) => [addDays('2026-03-02', index * 30), { action: 'step', step }]),
      ),
    ),
  )
  expect(lists).toEqual([
    [],
    ['approved-not-started'],
    ['started-not-built'],
    ['built-not-completed'],
    [],
  ])
})

test('[zhejiang-project-lifecycle] twelve stages, three segments of evaluation, six lists of what is not done', () => {
  const { steps = [] } = known(kinds, 'project-lifecycle')
  expect(steps.map(({ name }) => name).join('→')).toBe(
    '签约评审→土地供应→备案立项→节能审查→环评→规划许可→施工许可→开工入库→实名制考勤→竣工投产→上规→达产评价',
  )
  const at = (count: number): readonly string[] =>
    listed(
      'zhejiang-project-lifecycle',
      lived(
        'project-lifecycle',
        steps
          .slice(0, count)
          .map(({ code }, index) => [
            addDays('2025-03-02', index * 20),
            { action: 'step', step: code },
          ]),
      ),
    )
  expect([0, 1, 2, 3, 7, 8, 10, 12].map(at)).toEqual([
    [],
    ['segment-1', 'no-land'],
    ['segment-1', 'no-filing'],
    ['segment-1', 'no-permit'],
    ['segment-1', 'no-start'],
    ['segment-1', 'no-completion'],
    ['segment-2', 'no-capacity'],
    ['segment-3'],
  ])
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

test('[sanming-2006-signing-dedup] no project, amount or upgrade is counted twice', () => {
  const rule = read('matter-rules/counting/sanming-2006-signing-dedup.json') as CountingRule
  const days = [
    { on: '2006-04-01', project: '甲', session: '春季', event: 'signing', amount: '1000' },
    { on: '2006-06-18', project: '甲', session: '618', event: 'signing', amount: '1000' },
    { on: '2006-06-18', project: '乙', session: '618', event: 'signing', amount: '0.1' },
    { on: '2006-06-19', project: '甲', session: '618', event: 'upgrade', amount: '1000' },
    { on: '2006-09-08', project: '乙', session: '98', event: 'increase', amount: '0.2' },
    { on: '2006-09-09', project: '甲', session: '98', event: 'new-owner', amount: '1000' },
  ]
  const until = (count: number) =>
    countEvents(rule, days.slice(0, count)).map(
      ({ session, projects, amount, upgrades }) => `${session} ${projects} ${amount} ${upgrades}`,
    )
  expect([1, 2, 3, 4, 5, 6].map(until)).toEqual([
    ['春季 1 1000 0'],
    ['春季 1 1000 0', '618 0 0 0'],
    ['春季 1 1000 0', '618 1 0.1 0'],
    ['春季 1 1000 0', '618 1 0.1 1'],
    ['春季 1 1000 0', '618 1 0.1 1', '98 0 0.2 0'],
    ['春季 0 0 0', '618 1 0.1 1', '98 1 1000.2 0'],
  ])
})

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
