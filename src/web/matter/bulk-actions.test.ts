import { commonActions } from './bulk-actions.ts'
import { expect, test } from 'vitest'

const decided = { inForce: true, shipped: true, version: 0 }
const rules = {
  kinds: [
    { code: 'task', name: '任务', workflow: 'usual', ...decided },
    { code: 'letter', name: '信访', workflow: 'short', ...decided },
  ],
  workflows: [
    {
      code: 'usual',
      name: '督查事项',
      first: 'open',
      states: [],
      actions: [
        { code: 'sign', name: '签收', from: ['open'], by: ['lead' as const] },
        { code: 'remind', name: '催办', from: ['open', 'done'], by: ['supervisor' as const] },
        {
          code: 'split',
          name: '拆分',
          from: ['open'],
          by: ['supervisor' as const],
          needs: ['parts' as const],
        },
        { code: 'close', name: '销号', from: ['done'], by: ['supervisor' as const] },
      ],
      ...decided,
    },
    {
      code: 'short',
      name: '信访',
      first: 'open',
      states: [],
      actions: [{ code: 'remind', name: '催办', from: ['open'], by: ['supervisor' as const] }],
      ...decided,
    },
  ],
}

function offered(pictures: readonly string[], party: 'supervisor' | 'lead'): string {
  const matters = pictures.map((picture) => {
    const [kind = '', state = ''] = picture.split(' ')
    return { kind, state }
  })
  return commonActions(matters, rules, [party])
    .map(({ name }) => name)
    .join(' ')
}

test.each([
  [['task open'], 'supervisor', '催办'],
  [['task open'], 'lead', '签收'],
  [['task open', 'task done'], 'supervisor', '催办'],
  [['task done', 'task done'], 'supervisor', '催办 销号'],
  [['task open', 'letter open'], 'supervisor', '催办'],
  [['task open', 'letter open'], 'lead', ''],
  [[], 'supervisor', ''],
] as const)('%j of a %s can all be: %s', (matters, party, expected) => {
  expect(offered(matters, party)).toBe(expected)
})
