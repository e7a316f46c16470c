import { matterDesk } from '#test/matter-desk.ts'
import { testApp } from '#test/test-app.ts'
import { webhookReceiver } from '#test/webhook-receiver.ts'
import { lookAtRegion } from '../matter/day.ts'
import { signatureOf } from '../webhook/webhook.ts'
import { expect, test } from 'vitest'

const region = '999901'
let now = '2026-09-14T02:00:00.000Z'
const app = await testApp({ signsIn: true, clock: () => now })
const { db } = app.database
const { planner, aUnit, aMatter, ask, act } = await matterDesk(app)
const economy = await aUnit('区经济信息委')

test('a scheme is tried on the past, and a faulty one is refused with its places', async () => {
  await aMatter({ title: '试行', lead: economy.id, due: '2026-09-15' })
  now = '2026-09-25T02:00:00.000Z'
  const scheme = {
    code: 'own-lamps',
    name: '本区三色',
    kinds: ['plan-task'],
    lamps: [
      { lamp: 'red', name: '逾期', when: '逾期工作日 > 2' },
      { lamp: 'green', name: '正常', when: '真' },
    ],
  }
  const trial = { from: '2026-09-01', to: '2026-12-31' }
  const { body } = await ask(planner, 'POST', '/matter-schemes/trials', { scheme, ...trial })
  expect(body).toMatchObject({
    faults: [],
    matters: 1,
    lampDays: [
      { lamp: 'green', days: 4 },
      { lamp: 'red', days: 8 },
    ],
    played: [
      { day: '2026-09-14', code: 'green' },
      { day: '2026-09-18', code: 'red' },
    ].map((one) => ({ ...one, what: 'lamp' })),
  })
  const faulty = { ...scheme, lamps: [{ lamp: 'red', name: '红', when: '逾期年数 > 1' }] }
  const put = { scheme: faulty, inForce: true, version: 0, why: '试行' }
  expect(await ask(planner, 'PUT', '/matter-schemes/own-lamps', put)).toMatchObject({
    status: 409,
    body: { code: 'scheme-faulty', detail: [{ place: 'lamps.0.when', code: 'unknown-name' }] },
  })
  expect(await ask(economy.user, 'PUT', '/matter-schemes/own-lamps', put)).toMatchObject({
    status: 403,
  })
})

test('a region’s own day off moves what is due', async () => {
  now = '2026-09-14T02:00:00.000Z'
  const due = async () => {
    const { due } = await aMatter({ kind: 'demand', title: '用工', lead: economy.id })
    return due
  }
  expect(await due()).toBe('2026-09-20')
  const off = { working: false, name: '抗洪' }
  expect((await ask(planner, 'PUT', '/calendar/2026-09-15', off)).status).toBe(200)
  expect(await due()).toBe('2026-09-21')
  const { body } = await ask(planner, 'GET', '/calendar?year=2026')
  expect(body).toMatchObject({
    notice: expect.stringContaining('2026年') as unknown,
    days: expect.arrayContaining([
      { day: '2026-09-15', working: false, name: '抗洪', own: true },
      { day: '2026-09-20', working: true, name: '调休上班', own: false },
      { day: '2026-10-01', working: false, name: '国庆节', own: false },
    ]) as unknown,
  })
  await ask(planner, 'PUT', '/calendar/2026-09-15', { name: '' })
  expect(await due()).toBe('2026-09-20')
  const { body: unknown } = await ask(planner, 'GET', '/calendar?year=2031')
  expect(unknown).toEqual({ days: [] })
})

const receiver = await webhookReceiver()
const { taken } = receiver

test('what happens is sent signed; what is not taken is tried again and in the end left visible', async () => {
  const own = await ask(planner, 'POST', '/webhooks', { url: 'http://127.0.0.1:9/' })
  expect(own).toMatchObject({ status: 400, body: { code: 'webhook-own-machine' } })
  const added = await ask(planner, 'POST', '/webhooks', {
    url: 'http://example.invalid/hook',
    events: ['sign'],
  })
  const { webhook, secret } = added.body as { webhook: { id: string }; secret: string }
  // The receiver of a test stands on this machine.
  await db.updateTable('webhook').set({ url: receiver.url }).where('id', '=', webhook.id).execute()
  const { id, number } = await aMatter({ title: '推送', lead: economy.id, due: '2026-12-31' })
  await act(economy.user, id, 'sign')
  await app.jobs.idle()
  expect(taken).toHaveLength(1)
  const [first] = taken
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    event: 'sign',
    name: '签收',
    matter: { id, number, state: 'signed' },
  })
  expect(first?.signature).toBe(signatureOf(secret, first?.body ?? ''))

  receiver.answers(503)
  const again = await aMatter({ title: '推送失败', lead: economy.id, due: '2026-12-31' })
  await act(economy.user, again.id, 'sign')
  for (let attempt = 0; attempt < 12; attempt += 1) {
    await app.jobs.idle()
    now = new Date(Date.parse(now) + 7 * 3_600_000).toISOString()
  }
  const { body } = await ask(planner, 'GET', '/webhooks')
  expect(body).toMatchObject({
    webhooks: [{ id: webhook.id, delivered: 1, dead: 1, lastProblem: 'HTTP 503' }],
  })
  const dead = await db
    .selectFrom('job')
    .select(['kind', 'problem'])
    .where('state', '=', 'dead')
    .execute()
  expect(dead).toMatchObject([{ kind: 'deliver-webhook' }])
  const hook = `/webhooks/${webhook.id}`
  const given = (await ask(planner, 'GET', `${hook}/deliveries`)).body
  expect(given).toMatchObject({
    deliveries: [
      { state: 'dead', event: 'sign', matter: { number: again.number }, problem: 'HTTP 503' },
      { state: 'done', event: 'sign', name: '签收', matter: { number } },
    ],
  })
  receiver.answers(200)
  expect((await ask(planner, 'POST', `${hook}/resends`, {})).body).toEqual({ resent: 1 })
  await ask(planner, 'POST', `${hook}/tests`, {})
  await app.jobs.idle()
  expect((await ask(planner, 'GET', `${hook}/deliveries`)).body).toMatchObject({
    deliveries: [{ state: 'done', event: 'test' }, { state: 'done' }, { state: 'done' }],
  })
  expect(await ask(planner, 'POST', `${hook}/resends`, {})).toMatchObject({
    status: 409,
    body: { code: 'job-not-dead' },
  })
  await ask(planner, 'PUT', hook, { active: false, events: [] })
  expect(await ask(planner, 'POST', `${hook}/tests`, {})).toMatchObject({
    body: { code: 'webhook-paused' },
  })
  await ask(planner, 'DELETE', hook)
  expect((await ask(planner, 'GET', '/webhooks')).body).toEqual({ webhooks: [] })
})

test('a redirection is not followed: what is sent is for one address', async () => {
  receiver.answers(302)
  const id = await receiver.hook(db, region, ['sign'])
  taken.length = 0
  await ask(planner, 'POST', `/webhooks/${id}/tests`, {})
  await app.jobs.idle()
  expect(taken).toHaveLength(1)
  const { body } = await ask(planner, 'GET', '/webhooks')
  expect(body).toMatchObject({ webhooks: [{ id, delivered: 0, lastProblem: expect.any(String) }] })
  await ask(planner, 'DELETE', `/webhooks/${id}`)
})

test('the digest of a working day is sent too', async () => {
  receiver.answers(200)
  now = '2026-11-09T02:00:00.000Z'
  await receiver.hook(db, region, ['digest'])
  await aMatter({ title: '摘要', lead: economy.id, due: '2026-11-10' })
  taken.length = 0
  const telling = { now, staleFor: () => undefined, staleIn: () => undefined }
  await db
    .transaction()
    .execute((transaction) => lookAtRegion({ ...telling, db: transaction }, region))
  await app.jobs.idle()
  const sent = taken.map(({ body }) => JSON.parse(body) as { event: string; digests: unknown })
  expect(sent).toMatchObject([
    { event: 'digest', day: '2026-11-09', digests: [{ unit: '区经济信息委', soon: 1 }] },
  ])
})
