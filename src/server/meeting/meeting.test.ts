import type { Meeting } from '#contract/meeting.ts'
import type { UnitLoad } from '#contract/matter-report.ts'
import { problemText } from '#contract/texts/problem-texts.zh.ts'
import { openDocument } from '#server/document/open-document.ts'
import { textOfBlocks } from '#server/document/formats/text-of-blocks.ts'
import { newId } from '#server/new-id.ts'
import { matterDesk } from '#test/matter-desk.ts'
import { testApp } from '#test/test-app.ts'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const now = '2026-05-11T02:00:00.000Z'
const app = await testApp({ signsIn: true, clock: () => now })
const { planner, aUnit, aMatter, ask, act } = await matterDesk(app)
const economy = await aUnit('区经济信息委')
const park = await aUnit('正阳园区管委会')

/** The text of a document the program makes, read the way every upload is read. */
async function textOf(content: unknown): Promise<string> {
  const file = path.join(app.dataFolder, `${newId('file')}.docx`)
  fs.writeFileSync(file, content as Uint8Array)
  const opened = await openDocument({ path: file, name: '文件.docx' })
  if (!opened.ok) throw new Error(opened.error.title)
  return textOfBlocks(opened.value.blocks)
}

test('matters are picked, spoken of, decided on; decisions become matters and stand in the minutes', async () => {
  const spoken = await aMatter({ title: '三磊玻纤二期', lead: economy.id, due: '2026-12-31' })
  const planned = await ask(planner, 'POST', '/meetings', {
    title: '工业经济调度会',
    day: '2026-05-11',
    place: '三楼会议室',
    matters: [spoken.id],
  })
  const meeting = planned.body as Meeting
  expect(meeting).toMatchObject({
    state: 'planned',
    content: { agenda: [{ title: '三磊玻纤二期', matters: [spoken.id] }] },
    matters: [{ id: spoken.id, stateName: '交办' }],
  })
  const url = `/meetings/${meeting.id}`
  const [item] = meeting.content.agenda
  const content = {
    ...meeting.content,
    chair: '分管副区长',
    present: '各有关单位负责同志',
    agenda: [
      {
        ...item,
        notes: '会议听取了项目进展汇报。',
        decisions: [
          { id: newId('decision'), text: '六月底前完成土地平整', lead: park.id, due: '2026-06-30' },
          { id: newId('decision'), text: '建立月调度机制', lead: economy.id, rhythm: 'month' },
          { id: newId('decision'), text: '研究配套政策' },
        ],
      },
    ],
  }
  const agenda = await textOf((await ask(planner, 'GET', `${url}/minutes.docx`)).body)
  expect(agenda).toContain('工业经济调度会议程')
  const saved = await ask(planner, 'PUT', url, { revision: 0, content })
  expect(saved.body).toMatchObject({ revision: 1 })
  expect(await ask(planner, 'PUT', url, { revision: 0, content })).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { current: { revision: 1 } } },
  })
  const closed = await ask(planner, 'POST', `${url}/closing`, { revision: 1 })
  expect(closed.body).toMatchObject({
    state: 'closed',
    raised: [
      { matter: { title: '六月底前完成土地平整', stateName: '交办' } },
      { matter: { title: '建立月调度机制', stateName: '交办' } },
      { matter: { title: '研究配套政策', stateName: '立项' } },
    ],
  })
  expect(await ask(planner, 'POST', `${url}/closing`, { revision: 2 })).toMatchObject({
    status: 409,
    body: { code: 'meeting-closed' },
  })
  const { body } = await ask(park.user, 'GET', `/matters?view=owe&meetingId=${meeting.id}`)
  expect(body).toMatchObject({ matters: [{ title: '六月底前完成土地平整', due: '2026-06-30' }] })
  const minutes = await textOf((await ask(planner, 'GET', `${url}/minutes.docx`)).body)
  const [first] = (closed.body as Meeting).raised
  for (const words of [
    '模拟数据',
    '工业经济调度会纪要',
    '主持：分管副区长',
    '一、三磊玻纤二期',
    '会议听取了项目进展汇报。',
    `六月底前完成土地平整（牵头单位：正阳园区管委会；完成时限：2026年6月30日；事项编号：${first?.matter.number}）`,
    '2026年5月11日',
  ]) {
    expect(minutes).toContain(words)
  }
})

test('the bulletin tells what is late and where slips went, and a unit gets its own only', async () => {
  const late = await aMatter({ title: '上云八十户', lead: economy.id, due: '2026-05-12' })
  await aMatter({ title: '亩均评价', lead: park.id, due: '2026-06-30' })
  const { body, status } = await ask(
    planner,
    'GET',
    '/matter-bulletin.docx?issue=3&issuer=区政府督查室',
  )
  expect(status).toBe(200)
  const text = await textOf(body)
  expect(text).toContain('〔2026〕第3期')
  expect(text).toContain('区政府督查室')
  expect(text).toMatch(/本期列入通报的事项共\d+项/)
  const own = await textOf((await ask(park.user, 'GET', '/matter-bulletin.docx')).body)
  expect(own).toContain('共2项')
  const sheet = await ask(planner, 'GET', `/matter-bulletin.xlsx?text=${late.number}`)
  expect(sheet.status).toBe(200)
  expect(
    Buffer.from(sheet.body as Uint8Array)
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('the load of a unit is told with how it went, and each unit sees its own', async () => {
  const { id } = await aMatter({ title: '负荷', lead: park.id, due: '2026-05-12' })
  await act(park.user, id, 'sign')
  await act(planner, id, 'remind', { words: '请抓紧' })
  await ask(park.user, 'POST', `/matters/${id}/evidence`, { kind: 'words', text: '已完成' })
  await act(park.user, id, 'report', { words: '完成' })
  await act(planner, id, 'return', { words: '补材料' })
  await act(park.user, id, 'report', { words: '完成' })
  await act(planner, id, 'pass', { words: '属实' })
  const load = async (who: typeof planner) => {
    const { body } = await ask(who, 'GET', '/matter-load?from=2026-05-01&to=2026-05-31')
    return (body as { units: UnitLoad[] }).units
  }
  const units = await load(planner)
  expect(units.map(({ unit }) => unit.name)).toEqual(['区经济信息委', '正阳园区管委会'])
  expect(units[1]).toMatchObject({ done: 1, doneInTime: 1, returned: 1, reopened: 0, dueSoon: 0 })
  // Assigned three times in this file, reminded once, returned once.
  expect(units[1]?.asks).toBe(5)
  expect((await load(park.user)).map(({ unit }) => unit.id)).toEqual([park.id])
})

test.each([
  [{ code: 'guard', guard: 'evidence-given' }, '还没有佐证。请先提交文件、链接或文字说明。'],
  [{ code: 'input-missing', input: 'lead' }, '请选择牵头单位。'],
  [{ code: 'wrong-party' }, '这一步不由您所在的单位办理。'],
  [
    {
      code: 'guard',
      guard: 'figure-agrees',
      figure: {
        bound: {
          subject: { kind: 'region', code: '500114' },
          indicator: 'enterprise-technology-centres',
          period: '2025',
          op: '>=',
          value: '15',
        },
        indicatorName: '企业技术中心数',
        unit: '家',
        state: 'differs',
        value: '12',
      },
    },
    '“企业技术中心数”（2025）应不低于15家，现为12家，不能办结，可转为待核。',
  ],
])('the refusal %j reads %s', (detail, text) => {
  expect(problemText({ code: 'matter-refused', detail })).toBe(text)
})
