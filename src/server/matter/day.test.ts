import type { MatterDetail } from '#contract/matter.ts'
import { addDays } from '#core/calendar/day.ts'
import { presentMoment } from '#server/clock.ts'
import { lookAtRegion } from './day.ts'
import type { Telling } from './telling.ts'
import { matterDesk } from '#test/matter-desk.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const region = '999901'
let now = '2026-01-05T02:00:00.000Z'
const app = await testApp({ signsIn: true, clock: () => now })
// The days pass by hand.
await app.jobs.stop()
const { db } = app.database
const desk = await matterDesk(app)
const { planner, aUnit, aMatter, act, shown } = desk
const leader = await signedIn(db, 'leader', region)
const economy = await aUnit('区经济信息委')
const farm = await aUnit('区农业农村委')

function telling(): Telling {
  return { db, now, staleFor: () => undefined, staleIn: () => undefined }
}

/** Lets days pass up to one, the clock looking at each in the morning. */
async function passUntil(day: string, each: (day: string) => Promise<void> = async () => {}) {
  for (let next = addDays(now.slice(0, 10), 1); next <= day; next = addDays(next, 1)) {
    now = `${next}T02:00:00.000Z`
    await db
      .transaction()
      .execute((transaction) => lookAtRegion({ ...telling(), db: transaction }, region))
    await each(next)
  }
}

/** What happened to a matter by the clock: `04-01 slip 蓝单（提醒）`. */
async function clockOf(id: string): Promise<readonly string[]> {
  const { timeline } = await shown(id)
  return timeline
    .filter(({ action }) => ['lamp', 'slip', 'reminded'].includes(action))
    .map(({ at, action, words = '' }) => `${at.slice(5, 10)} ${action} ${words.split('：')[0]}`)
    .toReversed()
}

async function toldTo(user: { readonly id: string }, id: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('notification')
    .select(['kind', 'content'])
    .where('userId', '=', user.id as typeof planner.id)
    .where('subjectId', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(({ kind }) => kind)
}

test('the clock lights, reminds, issues slips and climbs, each told to whom it concerns, and stops when it is done', async () => {
  now = '2026-03-02T02:00:00.000Z'
  const { id } = await aMatter({ lead: economy.id, due: '2026-03-31' })
  await act(economy.user, id, 'sign')
  await act(economy.user, id, 'progress', { words: '全面推进', progress: 100 })
  await passUntil('2026-04-20')
  expect(await clockOf(id)).toEqual([
    '03-24 lamp 临近时限',
    '03-24 reminded 还有5个工作日到期',
    '03-31 reminded 今天到期',
    '04-01 lamp 逾期未办结',
    '04-01 slip 蓝单（提醒）',
    '04-10 slip 橙单（警告）',
    '04-20 slip 红单（通报）',
  ])
  expect(await toldTo(economy.user, id)).toEqual([
    'matter-to-do',
    'matter-reminded',
    'matter-reminded',
    'matter-slip',
    'matter-slip',
    'matter-slip',
  ])
  expect(await toldTo(leader, id)).toEqual(['matter-slip'])
  expect(await shown(id)).toMatchObject({ lamp: 'red', slip: { code: 'red' }, daysLeft: -13 })
  await desk.prove(economy.user, id, { name: '验收.pdf', content: '%PDF-1.7' })
  await act(economy.user, id, 'report', { words: '完成' })
  const { body } = await act(planner, id, 'pass', { words: '属实' })
  expect((body as MatterDetail).lamp).toBeUndefined()
  await passUntil('2026-05-08')
  expect((await clockOf(id)).length).toBe(7)
})

test('a day is looked at once, however often the job runs', async () => {
  now = '2026-05-11T02:00:00.000Z'
  const { id } = await aMatter({ lead: economy.id, due: '2026-05-12' })
  await passUntil('2026-05-13')
  const before = await clockOf(id)
  await db
    .transaction()
    .execute((transaction) => lookAtRegion({ ...telling(), db: transaction }, region))
  expect(await clockOf(id)).toEqual(before)
})

test('what the clock takes out of the pool is out, and says why', async () => {
  const scheme = await desk.ask(planner, 'GET', '/matter-rules')
  const handan = (scheme.body as { schemes: { code: string }[] }).schemes.find(
    ({ code }) => code === 'handan-3class-3colour',
  )
  const {
    inForce: _inForce,
    shipped: _shipped,
    version: _version,
    ...rest
  } = handan as never as {
    inForce: boolean
    shipped: boolean
    version: number
    code: string
  }
  const put = { scheme: rest, inForce: true, version: 0, why: '项目库办法' }
  const url = '/matter-schemes/handan-3class-3colour'
  expect(await desk.ask(planner, 'PUT', url, put)).toMatchObject({ status: 200 })
  expect(await desk.ask(planner, 'PUT', url, put)).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile' },
  })
  now = '2026-05-15T02:00:00.000Z'
  const { id } = await aMatter({
    kind: 'negotiation',
    lead: farm.id,
    title: '在谈项目',
    grade: 'A',
  })
  await passUntil('2026-11-20')
  const gone = await shown(id)
  expect(gone).toMatchObject({ state: 'removed', phase: 'ended' })
  expect(gone.timeline[0]).toMatchObject({ action: 'remove', by: { name: '系统' } })
  expect(gone.timeline[0]?.words).toMatch(/^超半年无进度/)
  expect(gone.timeline[0]?.at).toMatch(/^2026-11-16/)
})

test('a year of many matters passes in seconds, and every lamp is what the rules say that day', async () => {
  now = '2025-01-06T02:00:00.000Z'
  const units = [economy, farm]
  const made: MatterDetail[] = []
  for (let index = 0; index < 60; index += 1) {
    const due = addDays('2025-02-01', index * 5)
    const lead = units[index % 2]?.id
    made.push(
      await aMatter({
        title: `年度事项${index}`,
        lead,
        ...(index % 6 === 5 ? { rhythm: 'quarter' } : { due }),
      }),
    )
  }
  const start = presentMoment()
  await passUntil('2025-12-31', async (day) => {
    const due = made.filter(
      (_, index) => index % 3 === 0 && addDays('2025-02-01', index * 5) === day,
    )
    for (const { id, lead } of due) {
      const user = units.find((unit) => unit.id === lead?.id)?.user ?? economy.user
      await act(user, id, 'sign')
      await desk.prove(user, id, { name: '材料.txt', content: '完成材料' })
      await act(user, id, 'report', { words: '按期完成' })
      await act(planner, id, 'pass', { words: '属实' })
      await act(planner, id, 'close')
    }
  })
  const seconds = (Date.parse(presentMoment()) - Date.parse(start)) / 1000
  expect(seconds).toBeLessThan(60)
  for (const [index, { id }] of made.entries()) {
    const told = (await clockOf(id)).map((line) => line.split(' ')[1])
    const isLong = index % 6 === 5
    const isDone = index % 3 === 0
    const slips = told.filter((what) => what === 'slip').length
    expect([index, slips]).toEqual([index, isDone ? 0 : 3])
    expect((await shown(id)).lamp).toBe(isDone ? undefined : 'red')
    if (isLong) expect((await shown(id)).reviewOn).toBe('2025-03-31')
  }
  const digests = await db
    .selectFrom('notification')
    .select('subjectId')
    .where('userId', '=', economy.user.id)
    .where('kind', '=', 'matter-digest')
    .where('subjectId', 'like', '2025-%')
    .orderBy('subjectId')
    .execute()
  // 248 working days in the year, three of them gone when it began.
  expect(digests.length).toBe(245)
}, 180_000)
