import type { MatterDetail } from '#contract/matter.ts'
import type { showMatterRules } from '#contract/matter-rule.ts'
import type { Reply } from '#contract/route.ts'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import type { Problem } from '#contract/problem.ts'
import { matterDesk } from '#test/matter-desk.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const app = await testApp({ signsIn: true, clock: () => '2026-11-05T02:00:00.000Z' })
const { planner, aUnit, aMatter, ask, act, shown } = await matterDesk(app)
const economy = await aUnit('区经济信息委')

const petition = {
  code: 'petition',
  name: '信访事项',
  first: 'received',
  states: [
    { code: 'received', name: '受理', phase: 'open', waitsFor: 'lead', limit: 2 },
    { code: 'answered', name: '答复', phase: 'done', waitsFor: 'supervisor' },
    { code: 'closed', name: '归档', phase: 'ended' },
  ],
  actions: [
    {
      code: 'progress',
      name: '报告进展',
      from: ['received'],
      by: ['lead'],
      needs: ['words', 'progress'],
    },
    {
      code: 'answer',
      name: '答复',
      from: ['received'],
      to: 'answered',
      by: ['lead'],
      needs: ['words'],
      conditions: [{ when: '进度 >= 80', otherwise: '进度未到80%' }],
    },
    { code: 'file', name: '归档', from: ['answered'], to: 'closed', by: ['supervisor'] },
  ],
}
const petitions = {
  code: 'petition',
  name: '信访事项',
  workflow: 'petition',
  dueIn: { workingDays: 15 },
  steps: [{ code: 'visit', name: '上门走访' }],
}

function decideOnWorkflow(workflow: { code: string }, version = 0, inForce = true) {
  return ask(planner, 'PUT', `/matter-workflows/${workflow.code}`, {
    workflow,
    version,
    inForce,
    why: '本地办法',
  })
}

function decideOnKind(kind: { code: string }, version = 0, inForce = true) {
  return ask(planner, 'PUT', `/matter-kinds/${kind.code}`, {
    kind,
    version,
    inForce,
    why: '本地办法',
  })
}

const told = ({ body }: { body: unknown }): string => problemText(body as Problem)

test('a region makes a kind and its workflow; matters of it go that way by its own conditions', async () => {
  expect(told(await decideOnKind(petitions))).toContain('所选办理流程不存在')
  expect(await decideOnWorkflow(petition)).toMatchObject({ body: { version: 1 } })
  expect(await decideOnKind(petitions)).toMatchObject({ body: { version: 1 } })
  const rules = (await ask(planner, 'GET', '/matter-rules')).body as Reply<typeof showMatterRules>
  expect(rules.kinds.find(({ code }) => code === 'petition')).toMatchObject({
    inForce: true,
    shipped: false,
    version: 1,
  })
  expect(rules.facts.map(({ name }) => name)).toContain('已上门走访')

  const { id, due, stateName } = await aMatter({
    kind: 'petition',
    title: '噪声扰民',
    lead: economy.id,
  })
  expect({ due, stateName }).toEqual({ due: '2026-11-26', stateName: '受理' })
  const refused = await act(economy.user, id, 'answer', { words: '已整改' })
  expect(told(refused)).toBe('进度未到80%，不能这样办理。')
  await act(economy.user, id, 'progress', { words: '整改中', progress: 90 })
  await act(economy.user, id, 'answer', { words: '已整改' })
  const filed = await act(planner, id, 'file')
  expect(filed.body).toMatchObject({ stateName: '归档', phase: 'ended' })
})

test('a state in which a matter stands cannot go, a workflow in use cannot be stopped', async () => {
  await aMatter({ kind: 'petition', title: '欠薪', lead: economy.id })
  const renamed = {
    ...petition,
    first: 'taken',
    states: petition.states.map((one) =>
      one.code === 'received' ? { ...one, code: 'taken' } : one,
    ),
    actions: petition.actions.map((one) => ({
      ...one,
      from: one.from.map((code) => (code === 'received' ? 'taken' : code)),
    })),
  }
  expect(told(await decideOnWorkflow(renamed, 1))).toContain('不能删去这个环节')
  expect(told(await decideOnWorkflow(petition, 1, false))).toContain('不能停用')
  expect((await decideOnWorkflow(petition, 0)).body).toMatchObject({ code: 'changed-meanwhile' })
})

test.each([
  [
    '环节“lost”没有出路',
    {
      states: [{ code: 'lost', name: '搁置', phase: 'open' }],
      actions: [{ code: 'lose', name: '搁置', from: ['received'], to: 'lost', by: ['supervisor'] }],
    },
  ],
  [
    '可能产生两个牵头单位',
    {
      actions: [
        { code: 'take', name: '认领', from: ['received'], by: ['responsible'], needs: ['lead'] },
      ],
    },
  ],
  [
    '可能产生两个牵头单位',
    {
      actions: [
        {
          code: 'part',
          name: '拆分',
          from: ['received'],
          to: 'closed',
          by: ['supervisor'],
          needs: ['lead', 'parts'],
          effect: 'split',
        },
      ],
    },
  ],
  [
    '动作指向不存在的环节',
    {
      actions: [
        { code: 'jump', name: '跳转', from: ['received'], to: 'nowhere', by: ['supervisor'] },
      ],
    },
  ],
  [
    '没有',
    {
      actions: [
        {
          code: 'rule',
          name: '条件',
          from: ['received'],
          by: ['lead'],
          conditions: [{ when: '天气 = "晴"', otherwise: '下雨' }],
        },
      ],
    },
  ],
])(
  'a workflow in which %s is refused',
  async (words, { states = [], actions }: { states?: object[]; actions: object[] }) => {
    const faulty = {
      ...petition,
      code: 'faulty',
      states: [...petition.states, ...states],
      actions: [...petition.actions, ...actions],
    }
    const refused = await decideOnWorkflow(faulty)
    expect(refused.status).toBe(409)
    expect(told(refused)).toContain(words)
  },
)

test('a kind out of force raises nothing more, and what it raised goes on', async () => {
  const { id } = await aMatter({ kind: 'petition', title: '油烟', lead: economy.id })
  await decideOnKind(petitions, 1, false)
  const refused = await aMatter({ kind: 'petition', title: '再来一件' })
  expect(refused).toMatchObject({ code: 'matter-kind-unknown' })
  await act(economy.user, id, 'progress', { words: '整改中', progress: 10 })
  expect(((await shown(id)) satisfies MatterDetail).progress).toBe(10)
})

test('a node that a scheme in force names cannot be renamed away', async () => {
  const scheme = {
    code: 'visits',
    name: '走访规则',
    kinds: ['petition'],
    lamps: [{ lamp: 'yellow', name: '未走访', when: '非 已上门走访' }],
  }
  const put = { scheme, inForce: true, version: 0, why: '试行' }
  expect(await ask(planner, 'PUT', '/matter-schemes/visits', put)).toMatchObject({ status: 200 })
  const renamed = { ...petitions, steps: [{ code: 'visit', name: '实地走访' }] }
  const refused = await decideOnKind(renamed, 2)
  expect(refused.body).toMatchObject({ code: 'scheme-broken' })
  expect(told(refused)).toContain('走访规则')
})
