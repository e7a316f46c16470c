import type { DutyProposal } from '#contract/matter-duty.ts'
import type { MatterDetail } from '#contract/matter.ts'
import type { Task } from '#core/plan/plan.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { matterDesk } from '#test/matter-desk.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import fs from 'node:fs'
import { expect, test } from 'vitest'

const region = '999901'
let now = '2022-02-10T02:00:00.000Z'
const app = await testApp({ signsIn: true, clock: () => now })
const { db } = app.database
const { planner, aUnit, ask, act, prove } = await matterDesk(app)

type DrawnTask = Omit<Task, 'citation'>

/** A published plan with these tasks. */
async function aPlan(title: string, tasks: readonly DrawnTask[]): Promise<string> {
  const reading = readingOf(`${title}\n产值 亿元 2020:1 2025:2`)
  const [target] = reading.plan.targets
  if (!target) throw new Error('One target is drawn')
  const plan = {
    ...reading.plan,
    tasks: tasks.map((task) => ({ ...task, citation: target.citation })),
  }
  const draft = await app.aDraft({ ...reading, plan })
  const { body } = await ask(planner, 'POST', `/drafts/${draft}/publications`, {
    pending: 'accept',
  })
  return (body as { planId: string }).planId
}

async function proposed(plan: string): Promise<readonly DutyProposal[]> {
  const { status, body } = await ask(planner, 'GET', `/plans/${region}/${plan}/duties`)
  expect([status, body]).toEqual([200, expect.anything()])
  return (body as { duties: DutyProposal[] }).duties
}

async function raised(plan: string, tasks: readonly object[]) {
  const { status, body } = await ask(planner, 'POST', `/plans/${region}/${plan}/duties`, { tasks })
  expect([status, body]).toEqual([200, expect.anything()])
  return body as Record<'raised' | 'known', { taskId: string; matterId: string }[]>
}

async function shown(id: string): Promise<MatterDetail> {
  return (await ask(planner, 'GET', `/matters/${id}`)).body as MatterDetail
}

const economy = await aUnit('区经济信息委')
const commerce = await aUnit('区商务委')

test('a task becomes a matter with its unit, its day, its chapter and its sentence, once', async () => {
  const plan = await aPlan('青澜区行动方案', [
    {
      no: '1',
      group: '一、产业链条',
      text: '建成两个公共服务平台。细则另定。',
      lead: ['区经信委'],
      responsible: ['区商务委员会', '各镇街'],
      deadline: { year: 2023, text: '2023年' },
    },
    {
      no: '2',
      group: '二、长效机制',
      text: '持续优化营商环境',
      lead: ['区不存在局'],
      responsible: [],
      deadline: { text: '长期' },
    },
  ])
  const [platforms, climate] = await proposed(plan)
  expect(platforms).toMatchObject({
    due: '2023-12-29',
    chapter: '一、产业链条',
    lead: [{ wording: '区经信委', candidates: [{ id: economy.id, name: '区经济信息委' }] }],
    responsible: [{ candidates: [{ id: commerce.id }] }, { candidates: [] }],
    quarters: [
      { name: '2023年一季度目标', due: '2023-03-31' },
      { name: '2023年二季度目标', due: '2023-06-30' },
      { name: '2023年三季度目标', due: '2023-09-28' },
      { name: '2023年四季度目标', due: '2023-12-29' },
    ],
  })
  expect(climate).toMatchObject({ rhythm: 'quarter', lead: [{ candidates: [] }], quarters: [] })
  const wanted = [
    {
      taskId: platforms?.taskId ?? '',
      lead: economy.id,
      responsible: [commerce.id],
      quarters: true,
    },
    { taskId: climate?.taskId ?? '' },
  ]
  const first = await raised(plan, wanted)
  expect([first.raised.length, first.known.length]).toEqual([2, 0])
  expect((await raised(plan, wanted)).known).toEqual(first.raised)
  const matter = await shown(first.raised[0]?.matterId ?? '')
  expect(matter).toMatchObject({
    state: 'assigned',
    title: '建成两个公共服务平台',
    due: '2023-12-29',
    chapter: '一、产业链条',
    source: { kind: 'plan', planId: plan, no: '1', number: 1 },
  })
  expect(matter.steps).toHaveLength(4)
  expect(await shown(first.raised[1]?.matterId ?? '')).toMatchObject({
    state: 'registered',
    rhythm: 'quarter',
  })
  const again = await proposed(plan)
  expect(again.map(({ matterId }) => matterId)).toEqual(first.raised.map((one) => one.matterId))
})

test('tasks of another region are not made matters of this one', async () => {
  const plan = '01890000-0000-7000-8000-000000000001'
  const { status, body } = await ask(planner, 'GET', `/plans/510114/${plan}/duties`)
  expect([status, body]).toMatchObject([403, { code: 'region-not-yours' }])
})

test('[M11] each figure of a task becomes a part; the whole is done when its parts are', async () => {
  const plan = await aPlan('量化分项方案', [
    {
      no: '1',
      text: '企业技术中心15家以上，力争建成数字化车间8家',
      lead: ['区经济信息委'],
      responsible: [],
      deadline: { text: '2027年', year: 2027 },
    },
  ])
  const [duty] = await proposed(plan)
  const { taskId = '', figures = [] } = duty ?? {}
  const measures = figures.map(({ text, figure }) => ({ text, figure }))
  const made = await raised(plan, [{ taskId, lead: economy.id, due: '2027-12-31', measures }])
  const [{ matterId: whole } = { matterId: '' }] = made.raised
  const { parts } = await shown(whole)
  expect(parts.map(({ title }) => title)).toEqual(['企业技术中心15家以上', '数字化车间8家'])
  const pass = async (id: string) => {
    const { body } = await act(planner, id, 'pass', { words: '属实' })
    return (body as { detail?: { guard?: string } }).detail?.guard ?? 'passed'
  }
  const outcomes: string[] = []
  for (const id of [whole, ...parts.map((part) => part.id)]) {
    await act(economy.user, id, 'sign')
    await prove(economy.user, id, { name: '总结.txt', content: '已完成' })
    await act(economy.user, id, 'report', { words: '已完成' })
    outcomes.push(await pass(id))
  }
  for (const { figure } of figures) await told(figure, figure.value)
  for (const id of [...parts.map((part) => part.id), whole]) outcomes.push(await pass(id))
  expect(outcomes).toEqual([
    'parts-done',
    'figure-agrees',
    'figure-agrees',
    'passed',
    'passed',
    'passed',
  ])
})

const truth = new URL('../../../../shared/truth/plans/qianjiang-action-2022.json', import.meta.url)

interface TrueTask {
  readonly no: string
  readonly text: string
  readonly lead: readonly string[]
  readonly responsible: readonly string[]
  readonly deadline: string | null
}

test.skipIf(!fs.existsSync(truth))(
  'a task that names a figure is not closed until the figure is there',
  async () => {
    const { tasks } = JSON.parse(fs.readFileSync(truth, 'utf8')) as { tasks: readonly TrueTask[] }
    const plan = await aPlan(
      '区推动制造业高质量发展重点专项实施方案',
      tasks.map(({ deadline, ...task }) => {
        if (deadline === null) return task
        const year = /\d{4}/u.exec(deadline)?.[0]
        return { ...task, deadline: { text: deadline, ...(year && { year: Number(year) }) } }
      }),
    )
    const naming = (await proposed(plan)).filter(({ figures }) => figures.length > 0)
    expect(
      naming.flatMap(({ figures }) => figures.map(({ text }) => text)).toSorted(byText),
    ).toEqual(
      [
        '企业技术中心15家以上',
        '高新技术制造企业达30家',
        '专业研发机构科技服务机构达100家',
        '5G基站1824个',
        '智能化改造项目30个',
        '数字化车间8家',
        '万元工业增加值能耗不高于0.6吨标准煤',
        '工业固废综合利用率不低于96%',
      ].toSorted(byText),
    )
    const made = await raised(
      plan,
      naming.map(({ taskId, figures }) => ({
        taskId,
        lead: economy.id,
        figure: figures[0]?.figure,
      })),
    )
    for (const [index, { matterId }] of made.raised.entries()) {
      const figure = naming[index]?.figures[0]?.figure
      if (!figure) throw new Error('Each names a figure')
      const code = async (action: string, words = '核实') => {
        const { status, body } = await act(planner, matterId, action, { words })
        const { detail, ...rest } = body as { detail?: { guard?: string }; state?: string }
        return status === 200 ? (rest as { state: string }).state : (detail?.guard ?? status)
      }
      await act(economy.user, matterId, 'sign')
      await prove(economy.user, matterId, { name: '总结.txt', content: '已完成' })
      await act(economy.user, matterId, 'report', { words: '已完成' })
      expect([await code('pass'), await code('await-figure')]).toEqual([
        'figure-agrees',
        'awaiting-figure',
      ])
      await told(figure, figure.op === '<=' ? `${figure.value}1` : '0')
      expect(await code('pass')).toBe('figure-agrees')
      expect((await shown(matterId)).computed.figure).toMatchObject({ state: 'differs' })
      await told(figure, figure.value)
      expect((await shown(matterId)).computed.figure).toMatchObject({
        state: 'agrees',
        bound: figure,
      })
      expect([await code('pass'), await code('close')]).toEqual(['completed', 'closed'])
    }
    expect(made.raised).toHaveLength(5)
  },
)

function byText(a: string, b: string): number {
  return a < b ? -1 : 1
}

/** Makes a figure known, a minute later than the last. */
async function told(
  { subject, indicator, period }: DutyProposal['figures'][number]['figure'],
  value: string,
): Promise<void> {
  now = new Date(Date.parse(now) + 60_000).toISOString()
  const source = { kind: 'person', reference: planner.id } as const
  await db
    .transaction()
    .execute((transaction) =>
      acceptFigures(
        transaction,
        { region, by: demonstrationIdentity.user, at: now, cause: 'test' },
        [{ subject, indicator, period, value, source }],
      ),
    )
}
