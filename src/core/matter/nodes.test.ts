import { kinds, known, listed, lived, plays, proof, workflows } from '#test/matter-life.ts'
import { describe, expect, test } from 'vitest'
import { addDays } from '../calendar/day.ts'

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
