import type { Organisation, OrganisationHappening } from '#contract/organisation.ts'
import { insertRegion } from '#server/region/store.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { http, database } = await testApp({ signsIn: true })
const { db } = database
const own = '999901'
await insertRegion(db, { code: '510114', name: '另一区', simulated: true })
const planner = await signedIn(db, 'planner', own)

async function ask(method: 'GET' | 'POST', url: string, payload?: object, cookie = planner.cookie) {
  const reply = await http.inject({
    method,
    url: `/api${url}`,
    headers: { cookie },
    ...(payload && { payload }),
  })
  return { status: reply.statusCode, body: reply.json<unknown>() }
}

let count = 0

async function made(name: string, more: object = {}): Promise<Organisation> {
  count += 1
  const given = {
    code: `unit-${100 + count}`,
    kind: 'bureau',
    name,
    from: '2020-01-01',
    why: '新设',
  }
  const { status, body } = await ask('POST', '/organisations', { ...given, ...more })
  expect([status, body]).toEqual([200, expect.anything()])
  return body as Organisation
}

function change({ id, revision }: Organisation, what: object, why = '机构改革') {
  return ask('POST', `/organisations/${id}/changes`, { revision, change: what, why })
}

async function listed(day?: string): Promise<readonly Organisation[]> {
  const { body } = await ask(
    'GET',
    day === undefined ? '/organisations' : `/organisations?day=${day}`,
  )
  return (body as { organisations: Organisation[] }).organisations
}

test('a unit is called and placed as on the day asked for, and every change says who and why', async () => {
  const above = await made('区发展改革委')
  const unit = await made('区经济和信息化局')
  const renamed = await change(unit, { kind: 'rename', name: '区经济信息委', from: '2024-05-01' })
  expect(renamed).toMatchObject({ status: 200, body: { name: '区经济信息委', revision: 1 } })
  const moved = await change(renamed.body as Organisation, {
    kind: 'move',
    parent: above.id,
    from: '2025-01-01',
  })
  expect(moved).toMatchObject({ status: 200, body: { parent: above.id, revision: 2 } })
  const then = (await listed('2023-01-01')).find(({ id }) => id === unit.id)
  expect([then?.name, then?.parent, then?.isThere]).toEqual(['区经济和信息化局', undefined, true])
  const before = (await listed('2019-01-01')).find(({ id }) => id === unit.id)
  expect(before?.isThere).toBe(false)
  const { body } = await ask('GET', `/organisations/${unit.id}/history`)
  const { happenings } = body as { happenings: OrganisationHappening[] }
  expect(happenings.map(({ action, why, by }) => [action, why, by.id])).toEqual([
    ['organisation-moved', '机构改革', planner.id],
    ['organisation-renamed', '机构改革', planner.id],
    ['organisation-added', '新设', planner.id],
  ])
})

test('who changes what another changed meanwhile is told what is there now', async () => {
  const unit = await made('区商务局')
  const rename = (name: string) => change(unit, { kind: 'rename', name, from: '2024-05-01' })
  expect((await rename('区商务委')).status).toBe(200)
  expect(await rename('区商贸局')).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { current: { name: '区商务委', revision: 1 } } },
  })
})

test('what is merged ends, and what stood below it stands below the other', async () => {
  const old = await made('区商贸局')
  const next = await made('区贸促局')
  const child = await made('区商贸执法队', { parent: old.id })
  const merged = await change(old, { kind: 'merge', into: next.id, from: '2025-07-01' })
  expect(merged).toMatchObject({ body: { to: '2025-06-30', mergedInto: next.id, isThere: false } })
  const present = (await listed()).find(({ id }) => id === child.id)
  expect(present?.parent).toBe(next.id)
  const { body } = await ask('GET', `/organisations/${child.id}/history`)
  expect(body).toMatchObject({ happenings: [{ action: 'organisation-passed-on' }, {}] })
})

test('refusals are told by their code', async () => {
  const above = await made('区水务局')
  const below = await made('区水务站', { parent: above.id })
  expect(await change(above, { kind: 'abolish', to: '2026-01-01' })).toMatchObject({
    status: 409,
    body: { code: 'organisation-has-units' },
  })
  expect(await change(above, { kind: 'move', parent: below.id, from: '2026-01-01' })).toMatchObject(
    {
      status: 409,
      body: { code: 'organisation-above-below' },
    },
  )
  const again = { code: above.code, kind: 'bureau', name: 'x', from: '2020-01-01', why: 'x' }
  expect(await ask('POST', '/organisations', again)).toMatchObject({
    status: 409,
    body: { code: 'organisation-code-taken' },
  })
})

test('wordings of a plan are matched with the reason, and several are several', async () => {
  await made('区民政局')
  await made('区民族局')
  const wordings = ['民政局', '区民局', '区粮食局'].map(
    (one) => `wording=${encodeURIComponent(one)}`,
  )
  const { body } = await ask('GET', `/organisations/matches?${wordings.join('&')}`)
  const { matches } = body as { matches: { candidates: { name: string; reason: string }[] }[] }
  expect(
    matches.map(({ candidates }) => candidates.map(({ name, reason }) => `${name} ${reason}`)),
  ).toEqual([['区民政局 name'], ['区民政局 abbreviation', '区民族局 abbreviation'], []])
})

test('an enterprise sees itself and no other; who reads plans sees the government and not the enterprise', async () => {
  const enterprise = await made('甲公司', { kind: 'enterprise' })
  const other = await made('乙公司', { kind: 'enterprise' })
  const bureau = await made('区教委')
  const seenBy = async (cookie: string) => {
    const { body } = await ask('GET', '/organisations', undefined, cookie)
    const seen = (body as { organisations: Organisation[] }).organisations.map(({ id }) => id)
    return [enterprise, other, bureau].map(({ id }) => seen.includes(id))
  }
  const owner = await signedIn(db, 'enterprise', own, enterprise.id)
  expect(await seenBy(owner.cookie)).toEqual([true, false, false])
  const member = await signedIn(db, 'unit', own, bureau.id)
  expect(await seenBy(member.cookie)).toEqual([false, false, true])
  expect(await seenBy(planner.cookie)).toEqual([true, true, true])
  const strange = await ask('GET', `/organisations/${other.id}/history`, undefined, owner.cookie)
  expect(strange.status).toBe(404)
  const name = encodeURIComponent('乙公司')
  const asked = await ask('GET', `/organisations/matches?wording=${name}`, undefined, owner.cookie)
  expect(asked.body).toMatchObject({ matches: [{ candidates: [] }] })
})

test('a unit of another region is neither seen nor changed', async () => {
  const unit = await made('区司法局')
  const outsider = await signedIn(db, 'planner', '510114')
  const given = { revision: 0, change: { kind: 'restore' }, why: 'x' }
  const url = `/organisations/${unit.id}`
  expect((await ask('POST', `${url}/changes`, given, outsider.cookie)).status).toBe(404)
  expect((await ask('GET', `${url}/history`, undefined, outsider.cookie)).status).toBe(404)
  expect((await ask('GET', '/organisations', undefined, outsider.cookie)).body).toMatchObject({
    organisations: [],
  })
})

test('units made at once never share a code', async () => {
  const given = { code: 'same-code', kind: 'town', name: '某镇', from: '2020-01-01', why: 'x' }
  const replies = await Promise.all([1, 2, 3].map(() => ask('POST', '/organisations', given)))
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
})

test('whoever works for a unit is told which, by its name of today', async () => {
  const unit = await made('区文化局')
  await change(unit, { kind: 'rename', name: '区文旅局', from: '2024-05-01' })
  const member = await signedIn(db, 'unit', own, unit.id)
  const { body } = await ask('GET', '/session', undefined, member.cookie)
  expect(body).toMatchObject({
    region: { code: own },
    organisations: [{ id: unit.id, code: unit.code, name: '区文旅局' }],
  })
  expect((await ask('GET', '/session')).body).toMatchObject({ organisations: [] })
})
