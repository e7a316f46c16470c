import { known, workflows } from '#test/matter-life.ts'
import { expect, test } from 'vitest'
import { type Workflow, workflowFaults } from './workflow.ts'

test.each(workflows)('the shipped workflow $code has no faults', (workflow) => {
  expect(workflowFaults(workflow)).toEqual([])
})

test.each<[string, (workflow: Workflow) => Workflow, string]>([
  [
    'a state twice',
    (w) => ({ ...w, states: [...w.states, ...w.states.slice(0, 1)] }),
    'code-twice',
  ],
  ['an unknown first', (w) => ({ ...w, first: 'nowhere' }), 'unknown-state'],
  [
    'an island',
    (w) => ({ ...w, states: [...w.states, { code: 'x', name: '孤', phase: 'open' }] }),
    'unreachable',
  ],
  [
    'no end',
    (w) => ({ ...w, states: w.states.map((s) => ({ ...s, phase: 'open' as const })) }),
    'no-end',
  ],
  [
    'no way back',
    (w) => ({ ...w, actions: w.actions.filter((a) => a.effect !== 'resume') }),
    'no-way-back',
  ],
  [
    'acts after the end',
    (w) => ({
      ...w,
      actions: [...w.actions, { code: 'late', name: '补', from: ['closed'], by: ['lead'] }],
    }),
    'acts-after-end',
  ],
])('a workflow with %s is refused', (_, spoil, expected) => {
  expect(workflowFaults(spoil(known(workflows, 'standard'))).map(({ code }) => code)).toContain(
    expected,
  )
})
