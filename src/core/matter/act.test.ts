import { known, workflows } from '#test/matter-life.ts'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/day.ts'
import { calendarOf } from '../calendar/working-days.ts'
import type { EvidenceId, MatterId, OrganisationId, UserId } from '../id.ts'
import { act, actionsFor } from './act.ts'
import type { Ground, Order } from './order.ts'
import { type Actor, type Matter, raised } from './matter.ts'
import { parties, type Party, type Workflow } from './workflow.ts'

const standard = known(workflows, 'standard')
const kind = { code: 'plan-task', name: '规划任务', workflow: 'standard' }
const units = ['甲', '乙', '丙', '丁'] as OrganisationId[]
const calendar = calendarOf([])

function actor(...held: readonly Party[]): Actor {
  return { id: 'u' as UserId, name: held.join(), parties: held }
}

function ground(workflow: Workflow, day: string, more: Partial<Ground> = {}): Ground {
  return { kind, workflow, calendar, at: `${day}T01:00:00.000Z`, day, ...more }
}

function newMatter(workflow: Workflow, more: Partial<Parameters<typeof raised>[0]> = {}): Matter {
  return raised({
    id: 'm' as MatterId,
    kind: 'plan-task',
    title: '事项',
    day: '2026-03-02',
    at: '2026-03-02T01:00:00.000Z',
    by: actor('supervisor'),
    state: workflow.first,
    steps: [{ code: 'build', name: '开工' }],
    ...more,
  })
}

const proof = { id: 'e1' as EvidenceId, kind: 'words', text: '已完成' } as const

function isFirst(unit: string): boolean {
  return unit === '甲'
}

/** Plays `party:action` one after the other, each a day later; a refusal is told instead of the state. */
function played(
  matter: Matter,
  script: readonly (readonly [Party, Order])[],
  more: Partial<Ground> = {},
) {
  const told: string[] = []
  let present = matter
  script.forEach(([party, order], index) => {
    const day = addDays('2026-03-03', index)
    const done = act(present, order, actor(party), ground(standard, day, more))
    told.push(done.ok ? done.value.standing.state : done.error.code)
    if (done.ok) present = done.value
  })
  return { told, matter: present }
}

const assign: readonly [Party, Order] = [
  'supervisor',
  { action: 'assign', lead: units[0] as OrganisationId, due: '2026-06-30' },
]

describe('the shipped workflows', () => {
  test('the standard one goes through its eight states to the end', () => {
    const { told, matter } = played(newMatter(standard), [
      assign,
      ['lead', { action: 'sign' }],
      ['lead', { action: 'progress', words: '已启动', progress: 40 }],
      ['lead', { action: 'report', words: '已完成', evidence: [proof] }],
      ['supervisor', { action: 'take-up' }],
      ['supervisor', { action: 'pass', words: '属实' }],
      ['supervisor', { action: 'close' }],
    ])
    expect(told).toEqual([
      'assigned',
      'signed',
      'handling',
      'reported',
      'reviewing',
      'completed',
      'closed',
    ])
    expect(matter.timeline.map(({ action }) => action)).toEqual([
      'raised',
      'assign',
      'sign',
      'progress',
      'report',
      'take-up',
      'pass',
      'close',
    ])
  })

  test('each step is refused to whom it does not belong, and where it has no place', () => {
    expect(
      played(newMatter(standard), [
        ['lead', { action: 'assign', lead: '甲' as OrganisationId, due: '2026-06-30' }],
        ['supervisor', { action: 'sign' }],
        ['supervisor', { action: 'assign', due: '2026-06-30' }],
        ['supervisor', { action: 'assign', lead: '甲' as OrganisationId }],
        ['supervisor', { action: 'assign', lead: '甲' as OrganisationId, due: '2026-01-01' }],
        assign,
        ['responsible', { action: 'sign' }],
        ['lead', { action: 'fly' }],
        ['lead', { action: 'sign' }],
        ['lead', { action: 'report', words: '好了' }],
        ['lead', { action: 'progress', words: ' ', progress: 5 }],
        ['lead', { action: 'progress', words: '快', progress: 101 }],
        ['lead', { action: 'step', step: 'no-such' }],
        ['supervisor', { action: 'transfer', words: '误交', lead: '甲' as OrganisationId }],
        ['lead', { action: 'sign', due: '2026-12-31' }],
      ]).told,
    ).toEqual([
      'wrong-party',
      'wrong-state',
      'guard',
      'guard',
      'day-passed',
      'assigned',
      'wrong-party',
      'unknown-action',
      'signed',
      'guard',
      'input-missing',
      'progress-out-of-range',
      'unknown-step',
      'same-lead',
      'wrong-state',
    ])
  })
})

describe('what actions do', () => {
  test('an extension counts only once it is granted', () => {
    const start = [assign, ['lead', { action: 'sign' }]] as const
    const asks: readonly [Party, Order] = [
      'lead',
      { action: 'ask-extension', words: '用地未落实', due: '2026-09-30' },
    ]
    const asked = played(newMatter(standard), [...start, asks])
    expect([asked.matter.standing.due, asked.matter.standing.extension?.to]).toEqual([
      '2026-06-30',
      '2026-09-30',
    ])
    const granted = played(asked.matter, [['supervisor', { action: 'grant-extension' }]]).matter
    expect([granted.standing.due, granted.standing.extension, granted.standing.extended]).toEqual([
      '2026-09-30',
      undefined,
      1,
    ])
    const refused = played(asked.matter, [
      ['supervisor', { action: 'refuse-extension', words: '不具备理由' }],
    ]).matter
    expect([refused.standing.due, refused.standing.extension]).toEqual(['2026-06-30', undefined])
    expect(played(asked.matter, [asks]).told).toEqual(['guard'])
  })

  test('time does not run while a matter is held', () => {
    const { matter } = played(newMatter(standard), [
      assign,
      ['lead', { action: 'sign' }],
      ['supervisor', { action: 'hold', words: '政策调整' }],
    ])
    const back = act(
      matter,
      { action: 'resume', words: '恢复' },
      actor('supervisor'),
      ground(standard, '2026-03-25'),
    )
    expect(back.ok && back.value.standing).toMatchObject({ state: 'signed', due: '2026-07-20' })
    expect(back.ok && back.value.standing.heldFrom).toBeUndefined()
  })

  test('who takes over is the only lead; the one before stands beside it no more', () => {
    const { matter } = played(
      newMatter(standard, { responsible: ['乙', '丙'] as OrganisationId[] }),
      [
        assign,
        ['supervisor', { action: 'transfer', words: '职能调整', lead: units[1] as OrganisationId }],
      ],
    )
    expect([matter.standing.state, matter.standing.lead, matter.standing.responsible]).toEqual([
      'assigned',
      '乙',
      ['丙'],
    ])
  })

  test('a unit that exists no longer takes over nothing', () => {
    expect(played(newMatter(standard), [assign], { isAbolished: isFirst }).told).toEqual([
      'unit-abolished',
    ])
  })

  test('a long task has review days instead of a day', () => {
    const { matter } = played(newMatter(standard), [
      ['supervisor', { action: 'assign', lead: units[0] as OrganisationId, rhythm: 'quarter' }],
    ])
    expect(matter.standing).toMatchObject({ rhythm: 'quarter', reviewOn: '2026-03-31' })
    expect(matter.standing.due).toBeUndefined()
    const signed = played(matter, [['lead', { action: 'sign' }]]).matter
    const looked = (day: string) =>
      act(signed, { action: 'check', words: '已复查' }, actor('supervisor'), ground(standard, day))
    const reviewed = ['2026-03-20', '2026-04-08'].map((day) => {
      const done = looked(day)
      return done.ok && done.value.standing.reviewOn
    })
    expect(reviewed).toEqual(['2026-06-30', '2026-06-30'])
  })
})

describe('proof', () => {
  const figure = {
    subject: { kind: 'region', code: '500114' },
    indicator: 'technology-centres',
    period: '2025',
    op: '>=',
    value: '15',
  } as NonNullable<Matter['figure']>
  const reported = played(newMatter(standard, { figure }), [
    assign,
    ['lead', { action: 'sign' }],
    ['lead', { action: 'report', words: '已完成', evidence: [proof] }],
    ['supervisor', { action: 'take-up' }],
  ]).matter
  const pass: readonly [Party, Order] = ['supervisor', { action: 'pass', words: '属实' }]
  const wait: readonly [Party, Order] = ['supervisor', { action: 'await-figure' }]

  test.each([
    [{ state: 'missing' }, ['guard', 'awaiting-figure', 'guard']],
    [{ state: 'differs', value: '12' }, ['guard', 'awaiting-figure', 'guard']],
    [{ state: 'agrees', value: '15' }, ['completed', 'wrong-state', 'wrong-state']],
    [undefined, ['guard', 'awaiting-figure', 'guard']],
  ] as const)('with the figure %j closing goes %j', (state, expected) => {
    const told = played(reported, [pass, wait, pass], { ...(state && { figure: state }) }).told
    expect(told).toEqual(expected)
  })
})

const unit = fc.constantFrom(...units)
const order: fc.Arbitrary<Order> = fc
  .record(
    {
      action: fc.constantFrom(
        ...new Set(workflows.flatMap((one) => one.actions.map((a) => a.code))),
      ),
      words: fc.constantFrom('说明', ''),
      lead: unit,
      responsible: fc.array(unit, { maxLength: 3 }),
      due: fc.constantFrom('2026-04-01', '2027-01-04'),
      rhythm: fc.constantFrom('month', 'quarter'),
      progress: fc.integer({ min: -1, max: 101 }),
      quality: fc.constantFrom('good', 'poor'),
      evidence: fc.array(
        fc.uuid().map((id) => ({ id: id as EvidenceId, kind: 'words' as const, text: '证' })),
        { maxLength: 2 },
      ),
      step: fc.constantFrom('build', 'other'),
      into: fc.constantFrom('m', 'n') as fc.Arbitrary<MatterId>,
      parts: fc.array(
        unit.map((lead) => ({ title: '分项', lead })),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ['action'] },
  )
  .map((one) => one as Order)

/** An order with only what its action takes, so that many succeed. */
function fitting(workflow: Workflow, { standing }: Matter, wish: Order, pick: number): Order {
  const open = actionsFor({ workflow }, { standing }, parties)
  const action = open[pick % Math.max(1, open.length)]
  if (!action) return wish
  const known = [...(action.needs ?? []), ...(action.takes ?? []), 'words', 'evidence', 'action']
  const kept = Object.entries({
    words: '说明',
    due: '2027-01-04',
    lead: '丁',
    progress: 50,
    quality: 'good',
    step: 'build',
    into: 'n',
    parts: [
      { title: '一', lead: '甲' },
      { title: '二', lead: '乙' },
    ],
    ...wish,
  }).filter(
    ([key]) =>
      known.includes(key) ||
      (key === 'responsible' && known.includes('lead')) ||
      (key === 'rhythm' && known.includes('due')),
  )
  return { ...Object.fromEntries(kept), action: action.code }
}

test('no sequence of actions by anybody leaves the table, loses evidence or has two leads', () => {
  const step = fc.record({
    order,
    party: fc.oneof(
      { weight: 3, arbitrary: fc.constant([...parties]) },
      fc.subarray([...parties], { minLength: 1 }),
    ),
    isFitting: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    pick: fc.nat(30),
    figure: fc.constantFrom(undefined, 'agrees', 'differs', 'missing'),
    gone: fc.option(unit, { freq: 2 }),
  })
  let changes = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...workflows),
      fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }),
      (workflow, steps) => {
        let matter = newMatter(workflow)
        steps.forEach(({ order, party, isFitting, pick, figure, gone }, index) => {
          const before = matter
          const wish = isFitting ? fitting(workflow, matter, order, pick) : order
          const done = act(
            matter,
            wish,
            actor(...party),
            ground(workflow, addDays('2026-03-02', index), {
              isAbolished: (unit) => unit === gone,
              ...(figure && { figure: { state: figure, value: '1' } as Ground['figure'] & object }),
            }),
          )
          if (!done.ok) return
          changes += 1
          matter = done.value
          const row = workflow.actions.find(({ code }) => code === wish.action)
          const to =
            row?.effect === 'resume' ? before.standing.heldFrom : (row?.to ?? before.standing.state)
          expect(row?.from).toContain(before.standing.state)
          expect(row?.by.some((one) => party.includes(one))).toBe(true)
          expect(matter.standing.state).toBe(to)
          expect(matter.evidence.slice(0, before.evidence.length)).toEqual(before.evidence)
          expect(matter.timeline.slice(0, -1)).toEqual(before.timeline)
          expect(matter.timeline.at(-1)).toMatchObject({
            action: wish.action,
            standing: matter.standing,
          })
          const { lead, responsible } = matter.standing
          expect(new Set(responsible).size).toBe(responsible.length)
          expect(responsible).not.toContain(lead)
          expect(lead === before.standing.lead || lead === wish.lead).toBe(true)
          if (before.standing.lead !== undefined) expect(lead).toBeDefined()
        })
      },
    ),
    { numRuns: 600 },
  )
  expect(changes).toBeGreaterThan(2000)
})
