import type { MatterDetail } from '#contract/matter.ts'
import { largestEvidence } from '#contract/matter-act.ts'
import { testApp } from '#test/test-app.ts'
import { matterDesk } from '#test/matter-desk.ts'
import { signedIn } from '#test/signed-in.ts'
import { saveOrganisation } from '#server/organisation/store.ts'
import { expect, test } from 'vitest'

const region = '999901'
const app = await testApp({ signsIn: true })
const { db } = app.database
const { planner, aUnit, aMatter, act, ask, shown, prove } = await matterDesk(app)
const economy = await aUnit('区经济信息委')
const park = await aUnit('正阳园区管委会')
const stranger = await aUnit('区文旅局')
const pdf = { name: '认定文件.pdf', content: '%PDF-1.7\n一纸文件' }

const given = { lead: economy.id, responsible: [park.id], due: '2099-12-31' }

test('a matter goes from hand to hand to its end, with proof and the whole way told', async () => {
  const matter = await aMatter(given)
  expect(matter).toMatchObject({
    state: 'assigned',
    waitsFor: 'lead',
    lead: { id: economy.id, name: '区经济信息委' },
    responsible: [{ name: '正阳园区管委会' }],
    lamp: 'green',
  })
  const { id } = matter
  expect((await act(economy.user, id, 'sign')).status).toBe(200)
  expect((await act(park.user, id, 'contribute', { words: '已腾地' })).status).toBe(200)
  await act(economy.user, id, 'progress', { words: '已认定9家', progress: 60 })
  expect(await prove(economy.user, id, pdf)).toMatchObject({ status: 200, body: { refused: [] } })
  await act(economy.user, id, 'report', { words: '已认定15家' })
  await act(planner, id, 'return', { words: '缺认定文号', quality: 'poor' })
  await act(economy.user, id, 'report', { words: '已补文号' })
  await act(planner, id, 'take-up')
  await act(planner, id, 'pass', { words: '属实', quality: 'good' })
  const closed = await act(planner, id, 'close')
  expect(closed.body).toMatchObject({
    state: 'closed',
    phase: 'ended',
    returned: 1,
    actions: [{ code: 'reopen' }],
    account: { words: '已补文号', unit: { name: '区经济信息委' }, progress: 60 },
    verdict: { action: '同意办结', quality: 'good' },
    evidence: [{ text: '认定文件.pdf', file: { format: 'pdf' } }],
  })
  const { timeline } = closed.body as MatterDetail
  expect(timeline.map(({ name }) => name).toReversed()).toEqual([
    '提出',
    '交办',
    '签收',
    '配合情况',
    '报告进展',
    '提交佐证',
    '申请办结',
    '退回',
    '申请办结',
    '开始复核',
    '同意办结',
    '销号',
  ])
  expect(timeline[0]?.changes).toEqual([{ field: '状态', before: '办结', after: '销号' }])
  const logged = await db
    .selectFrom('event')
    .select(['action', 'before', 'after'])
    .where('subjectId', '=', id)
    .orderBy('position')
    .execute()
  expect(logged.map(({ action }) => action)).toEqual([
    'matter-raised',
    ...Array.from({ length: 3 }, () => 'matter-acted'),
    'matter-evidence-added',
    ...Array.from({ length: 6 }, () => 'matter-acted'),
  ])
  expect(logged.at(-1)).toMatchObject({
    before: { standing: { state: 'completed' } },
    after: { action: 'close', standing: { state: 'closed' } },
  })
})

test('a unit sees and moves what it leads or is responsible for, and nothing else', async () => {
  const { id } = await aMatter(given)
  const asked = async (who: typeof planner) => (await ask(who, 'GET', `/matters/${id}`)).status
  expect([
    await asked(planner),
    await asked(economy.user),
    await asked(park.user),
    await asked(stranger.user),
  ]).toEqual([200, 200, 200, 404])
  const signs = async (who: typeof planner) => {
    const { status, body } = await act(who, id, 'sign')
    return [status, (body as { detail?: { code: string } }).detail?.code]
  }
  expect(await signs(stranger.user)).toEqual([404, undefined])
  expect(await signs(park.user)).toEqual([409, 'wrong-party'])
  expect(await signs(planner)).toEqual([409, 'wrong-party'])
  expect((await prove(stranger.user, id, pdf)).status).toBe(404)
  const leader = await signedIn(db, 'leader', region)
  expect(await asked(leader)).toBe(200)
  expect((await prove(leader, id, pdf)).status).toBe(403)
  const lists = async (who: typeof planner) => {
    const { body } = await ask(who, 'GET', '/matters?view=all&limit=200')
    return (body as { matters: MatterDetail[] }).matters.some((one) => one.id === id)
  }
  expect([await lists(park.user), await lists(stranger.user)]).toEqual([true, false])
})

test('the desks: what a unit owes waits for it, what it reported is the reviewer’s', async () => {
  const { id } = await aMatter(given)
  const desk = async (who: typeof planner, view: string) => {
    const { body } = await ask(who, 'GET', `/matters?view=${view}&limit=200`)
    return (body as { matters: MatterDetail[] }).matters.some((one) => one.id === id)
  }
  const desks = async () =>
    [
      ['owe', await desk(economy.user, 'owe'), await desk(park.user, 'owe')],
      ['wait', await desk(park.user, 'wait'), await desk(planner, 'wait')],
      ['review', await desk(planner, 'review'), await desk(economy.user, 'review')],
    ] as const
  expect(await desks()).toEqual([
    ['owe', true, false],
    ['wait', true, true],
    ['review', false, false],
  ])
  await act(economy.user, id, 'sign')
  await prove(economy.user, id, pdf)
  await act(economy.user, id, 'report', { words: '完成' })
  expect(await desks()).toEqual([
    ['owe', false, false],
    ['wait', true, false],
    ['review', true, false],
  ])
})

test('sent twice a form raises one matter, and an action sent twice is done once', async () => {
  const key = '01890000-0000-7000-8000-000000000001'
  const first = await aMatter({ ...given, key })
  const again = await aMatter({ ...given, key })
  expect(again.id).toBe(first.id)
  const order = { revision: first.revision, action: 'sign' }
  const sends = () => ask(economy.user, 'POST', `/matters/${first.id}/actions`, order)
  const [one, two] = await Promise.all([sends(), sends()])
  expect(new Set([one.status, two.status])).toEqual(new Set([200, 409]))
  const refusedOne = one.status === 409 ? one : two
  expect(refusedOne.body).toMatchObject({
    code: 'changed-meanwhile',
    detail: { current: { state: 'signed' } },
  })
})

test('closed meanwhile by another: told so with what is there now, and what was typed is not lost', async () => {
  const { id } = await aMatter(given)
  await act(economy.user, id, 'sign')
  const open = await shown(id)
  await act(planner, id, 'cancel', { words: '重复' })
  const late = await ask(economy.user, 'POST', `/matters/${id}/actions`, {
    revision: open.revision,
    action: 'progress',
    words: '写了很久的一段进展',
    progress: 40,
  })
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { current: { state: 'cancelled', actions: [] } } },
  })
  expect(await prove(economy.user, id, pdf)).toMatchObject({
    status: 409,
    body: { code: 'matter-over' },
  })
})

test.each([
  ['太大.pdf', () => Buffer.alloc(largestEvidence + 1, '%PDF-1.7 '), 'document-too-large'],
  ['空.pdf', () => '', 'document-empty'],
  ['程序.pdf', () => Buffer.from('4d5a900003000000', 'hex'), 'evidence-type'],
  ['包.docx', () => Buffer.from('526172211a0700', 'hex'), 'evidence-type'],
  ['脚本.js', () => 'alert(1)', 'evidence-name'],
  ['报告.docx', () => '%PDF-1.7\n', 'evidence-name'],
  ['页.txt', () => '<html><script>alert(1)</script></html>', 'evidence-type'],
])(
  '%s is refused with its reason, and the file beside it is taken',
  async (name, content, code) => {
    const { id } = await aMatter(given)
    const { body } = await prove(economy.user, id, { name, content: content() }, pdf)
    expect(body).toMatchObject({
      refused: [{ fileName: name, problem: { code, place: { file: name } } }],
      matter: { evidence: [{ text: pdf.name }] },
    })
  },
)

test('the same file put in twice is stored once and shown twice; withdrawn it stays, struck through', async () => {
  const { id } = await aMatter(given)
  await prove(economy.user, id, pdf)
  const { body } = await prove(park.user, id, { ...pdf, name: '另一个名字.pdf' })
  const { evidence } = (body as { matter: MatterDetail }).matter
  expect(evidence.map(({ text }) => text)).toEqual([pdf.name, '另一个名字.pdf'])
  expect(new Set(evidence.map(({ file }) => file?.sha256)).size).toBe(1)
  const [first] = evidence
  const url = `/matters/${id}/evidence/${first?.id}`
  expect((await ask(park.user, 'POST', `${url}/withdrawal`, { why: '错' })).status).toBe(403)
  const done = await ask(economy.user, 'POST', `${url}/withdrawal`, { why: '传错文件' })
  expect((done.body as MatterDetail).evidence[0]).toMatchObject({ withdrawn: { why: '传错文件' } })
  const file = await ask(park.user, 'GET', `${url}/file`)
  expect(String(file.body)).toBe(pdf.content)
  expect((await ask(stranger.user, 'GET', `${url}/file`)).status).toBe(404)
  const again = await ask(economy.user, 'POST', `${url}/withdrawal`, { why: '错' })
  expect(again).toMatchObject({ status: 409, body: { code: 'evidence-withdrawn' } })
})

test('a unit that is abolished gets nothing more, and what it leads asks for another lead', async () => {
  const doomed = await aUnit('区工业园办')
  const { id } = await aMatter({ ...given, lead: doomed.id })
  await saveOrganisation(db, region, {
    id: doomed.id,
    code: 'bureau-doomed',
    kind: 'bureau',
    stages: [{ from: '2020-01-01', name: '区工业园办' }],
    aliases: [],
    to: '2020-12-31',
    revision: 1,
  })
  expect(await shown(id)).toMatchObject({ lead: { name: '区工业园办', ended: true } })
  const moved = await act(planner, id, 'transfer', { words: '职能划转', lead: economy.id })
  expect(moved.body).toMatchObject({ state: 'assigned', lead: { id: economy.id } })
  const back = await act(planner, id, 'transfer', { words: '误', lead: doomed.id })
  expect(back).toMatchObject({ status: 409, body: { detail: { code: 'unit-abolished' } } })
  expect(await aMatter({ ...given, lead: doomed.id })).toMatchObject({ state: 'registered' })
})

test('split, each part has its own lead and knows its whole; merged, the other hears of it', async () => {
  const { id } = await aMatter(given)
  const split = await act(planner, id, 'split', {
    words: '分头办理',
    parts: [
      { title: '用地', lead: park.id, due: '2099-06-30' },
      { title: '技改', lead: economy.id },
    ],
  })
  expect(split.body).toMatchObject({
    state: 'split',
    parts: [
      { title: '用地', stateName: '交办' },
      { title: '技改', stateName: '交办' },
    ],
  })
  const [land, works] = (split.body as MatterDetail).parts
  expect(await shown(land?.id ?? '')).toMatchObject({ parent: { id }, due: '2099-06-30' })
  const into = works?.id ?? ''
  await act(planner, land?.id ?? '', 'merge', { words: '合并办理', into })
  expect(await shown(land?.id ?? '')).toMatchObject({
    state: 'merged',
    mergedInto: { id: into },
  })
  const whole = await shown(into)
  expect(whole).toMatchObject({ state: 'assigned', mergedFrom: [{ title: '用地' }] })
  expect(whole.timeline[0]).toMatchObject({ name: '并入其他事项' })
  const again = await act(planner, into, 'merge', { words: '反过来', into: land?.id })
  expect(again).toMatchObject({ status: 409, body: { code: 'matter-into-ended' } })
})

test('of two who merge the same two matters into each other at once, one is too late', async () => {
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await aMatter(given), await aMatter(given)]
    const answers = await Promise.all(
      [
        { from: one, into: other.id },
        { from: other, into: one.id },
      ].map(({ from: { id, revision }, into }) =>
        ask(planner, 'POST', `/matters/${id}/actions`, {
          revision,
          action: 'merge',
          words: '合并办理',
          into,
        }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  }
})

test('many at once: each is done or refused for itself', async () => {
  const one = await aMatter(given)
  const two = await aMatter(given)
  await act(economy.user, two.id, 'sign')
  const { body } = await ask(economy.user, 'POST', '/matter-actions', {
    action: 'sign',
    items: [
      { id: one.id, revision: one.revision },
      { id: two.id, revision: two.revision },
    ],
  })
  expect(body).toMatchObject({
    done: [one.id],
    refused: [{ id: two.id, problem: { code: 'changed-meanwhile' } }],
  })
})

test('who is mentioned is told; who watches hears what happens', async () => {
  const { id } = await aMatter(given)
  const watcher = await signedIn(db, 'leader', region)
  await ask(watcher, 'PUT', `/matters/${id}/watch`, { watched: true })
  const said = await ask(planner, 'POST', `/matters/${id}/comments`, {
    text: '请尽快',
    mentions: [economy.user.id],
  })
  expect(said.body).toMatchObject({ comments: [{ text: '请尽快', mentions: [{}] }] })
  await act(economy.user, id, 'sign')
  const told = async (who: typeof planner) =>
    (
      await db
        .selectFrom('notification')
        .select('kind')
        .where('userId', '=', who.id)
        .where('subjectId', '=', id)
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind)
  expect(await told(economy.user)).toEqual(['matter-to-do', 'matter-mentioned'])
  expect(await told(watcher)).toEqual(['matter-changed'])
  const strange = await ask(planner, 'POST', `/matters/${id}/comments`, {
    text: '@',
    mentions: ['01890000-0000-7000-8000-00000000ffff'],
  })
  expect(strange).toMatchObject({ status: 400, body: { code: 'matter-person-unknown' } })
})

test('pages follow one another without a gap or a repetition, by each order', async () => {
  for (let index = 0; index < 7; index += 1) {
    await aMatter({ ...given, title: `分页${index}`, due: `2099-0${(index % 3) + 1}-01` })
  }
  for (const sort of ['due', 'changed', 'raised', 'number']) {
    for (const order of ['up', 'down']) {
      const seen: string[] = []
      let next: string | undefined
      do {
        const cursor: string = next === undefined ? '' : `&after=${next}`
        const { body } = await ask(
          planner,
          'GET',
          `/matters?text=${encodeURIComponent('分页')}&sort=${sort}&order=${order}&limit=2${cursor}`,
        )
        const page = body as { matters: MatterDetail[]; next?: string }
        seen.push(...page.matters.map(({ id }) => id))
        next = page.next
      } while (next !== undefined)
      expect([sort, order, seen.length, new Set(seen).size]).toEqual([sort, order, 7, 7])
    }
  }
  const odd = await ask(planner, 'GET', '/matters?after=%20')
  expect(odd).toMatchObject({ status: 400 })
})

test('counts are of the same matters as the list', async () => {
  const { body } = await ask(planner, 'GET', `/matter-counts?lead=${economy.id}`)
  const counts = body as { total: number; byState: { count: number }[]; byLead: object[] }
  const { body: listed } = await ask(planner, 'GET', `/matters?lead=${economy.id}&limit=200`)
  expect(counts.total).toBe((listed as { matters: unknown[] }).matters.length)
  expect(counts.byState.reduce((sum, { count }) => sum + count, 0)).toBe(counts.total)
  expect(counts.byLead).toEqual([{ key: economy.id, name: '区经济信息委', count: counts.total }])
})

test('the rules travel whole, so that the screen can offer the buttons', async () => {
  const { status, body } = await ask(economy.user, 'GET', '/matter-rules')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    schemes: expect.arrayContaining([
      expect.objectContaining({ code: 'standard', inForce: true }),
      expect.objectContaining({ code: 'suqian-3colour', inForce: false }),
    ]) as unknown,
  })
})
