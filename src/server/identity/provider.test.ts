import type { ExternalIdentity } from '#contract/external-identity.ts'
import { identityProvider, testClient } from '#test/identity-provider.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { afterAll, expect, test } from 'vitest'

const returnAddress = 'http://jingwei.example/sign-in/return'
const provider = await identityProvider(returnAddress)
afterAll(() => provider.close())
let now = Date.now()
const { http, database } = await testApp({
  signsIn: true,
  clock: () => new Date(now).toISOString(),
  provider: {
    issuer: provider.issuer,
    clientId: testClient.id,
    clientSecret: testClient.secret,
    name: '政务统一认证',
    returnAddress,
  },
})
const { db } = database
const system = await signedIn(db, 'system-administrator')
const security = await signedIn(db, 'security-administrator')

async function ask(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, cookie = '') {
  const reply = await http.inject({
    method,
    url: `/api${url}`,
    ...(cookie && { headers: { cookie } }),
    ...(payload && { payload }),
  })
  const cookies = [reply.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0] ?? '')
  const named = (name: string) => cookies.find((one) => one.startsWith(`${name}=`)) ?? ''
  return {
    status: reply.statusCode,
    body: reply.json<unknown>(),
    session: named('jingwei-session'),
    flow: named('jingwei-provider'),
  }
}

/** Begins here; gives where to go and what the browser carries. */
async function begun() {
  const { status, body, flow } = await ask('POST', '/session/provider/begin', {})
  expect(status).toBe(200)
  return { flow, address: (body as { address: string }).address }
}

function back(query: string, flow: string) {
  return ask('POST', '/session/provider', { query }, flow)
}

/** Goes to the provider as `login` and comes back. */
async function arrives(login: string) {
  const { flow, address } = await begun()
  const { search } = await provider.signsIn(address, login)
  return back(search, flow)
}

async function identityOf(login: string): Promise<ExternalIdentity> {
  const { body } = await ask('GET', '/users/external-identities', undefined, system.cookie)
  const { identities } = body as { identities: ExternalIdentity[] }
  const found = identities.find((one) => one.login === login)
  if (!found) throw new Error(`${login} never came`)
  return found
}

function link(user: string, identity: string, cookie = system.cookie) {
  return ask('POST', `/users/${user}/external-identities`, { identity, why: '本人申请' }, cookie)
}

function confirm(user: string, identity: string, cookie: string) {
  return ask('POST', `/users/${user}/external-identities/${identity}/confirmation`, {}, cookie)
}

test('the door tells that there is a provider, and where there is none nothing begins', async () => {
  expect((await ask('GET', '/door')).body).toMatchObject({ provider: { name: '政务统一认证' } })
  const { http: plain } = await testApp({ signsIn: true })
  expect((await plain.inject('/api/door')).json()).not.toHaveProperty('provider')
  const begin = await plain.inject({
    method: 'POST',
    url: '/api/session/provider/begin',
    payload: {},
  })
  expect(begin.statusCode).toBe(404)
})

test('what is asked of the provider carries a state, a nonce and the hash of a verifier', async () => {
  const { address, flow } = await begun()
  const { searchParams: query } = new URL(address)
  expect(flow).toMatch(/^jingwei-provider=[\w-]{43}$/)
  expect(query.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(query.get(name)).toMatch(/^[\w-]{43}$/)
  }
  expect(query.get('redirect_uri')).toBe(returnAddress)
  expect(address).not.toContain(testClient.secret)
})

test('somebody new opens nothing until one administrator says whose account it is and another confirms', async () => {
  const { id } = await signedIn(db, 'planner', '999901')
  expect(await arrives('li.ming')).toMatchObject({
    status: 401,
    session: '',
    body: { code: 'identity-not-linked' },
  })
  const identity = await identityOf('li.ming')
  expect(identity).toMatchObject({ subject: 'li.ming', name: 'li.ming同志', isConfirmed: false })
  expect((await link(id, identity.id)).status).toBe(200)
  expect((await arrives('li.ming')).status).toBe(401)
  expect(await confirm(id, identity.id, system.cookie)).toMatchObject({ status: 403 })
  expect((await confirm(id, identity.id, security.cookie)).status).toBe(200)
  const entered = await arrives('li.ming')
  expect(entered.status).toBe(200)
  const who = await ask('GET', '/session', undefined, entered.session)
  expect(who.body).toMatchObject({ user: { id } })
})

test('whoever links does not confirm, and nobody links their own account', async () => {
  const both = await signedIn(db, 'system-administrator')
  const { id } = await signedIn(db, 'planner', '999901')
  await arrives('wang.fang')
  const identity = await identityOf('wang.fang')
  expect(await link(both.id, identity.id, both.cookie)).toMatchObject({
    status: 409,
    body: { code: 'own-account' },
  })
  await link(id, identity.id)
  expect(await link(id, identity.id)).toMatchObject({ body: { code: 'identity-linked' } })
  await db
    .updateTable('roleGrant')
    .set({ roleCode: 'security-administrator' })
    .where('userId', '=', system.id)
    .execute()
  expect(await confirm(id, identity.id, system.cookie)).toMatchObject({
    status: 409,
    body: { code: 'same-administrator' },
  })
  await db
    .updateTable('roleGrant')
    .set({ roleCode: 'system-administrator' })
    .where('userId', '=', system.id)
    .execute()
})

test('an account that is disabled or whose way in was taken away is not entered', async () => {
  const { id } = await signedIn(db, 'planner', '999901')
  await arrives('zhao.qi')
  const identity = await identityOf('zhao.qi')
  await link(id, identity.id)
  await confirm(id, identity.id, security.cookie)
  const { session, status } = await arrives('zhao.qi')
  expect(status).toBe(200)
  await db.updateTable('appUser').set({ state: 'disabled' }).where('id', '=', id).execute()
  expect((await arrives('zhao.qi')).status).toBe(401)
  await db.updateTable('appUser').set({ state: 'active' }).where('id', '=', id).execute()
  const url = `/users/${id}/external-identities/${identity.id}`
  expect((await ask('DELETE', url, { why: '离职' }, system.cookie)).status).toBe(200)
  expect((await ask('GET', '/session', undefined, session)).status).toBe(401)
  expect((await arrives('zhao.qi')).status).toBe(401)
})

test('an answer is taken once, in time, and only from the browser that asked', async () => {
  const refused = { status: 401, session: '', body: { code: 'provider-refused' } }
  const once = await begun()
  const { search } = await provider.signsIn(once.address, 'li.ming')
  expect(await back(search, '')).toMatchObject(refused)
  const other = await begun()
  expect(await back(search, other.flow)).toMatchObject(refused)
  expect((await back(search, once.flow)).status).toBe(200)
  expect(await back(search, once.flow)).toMatchObject(refused)
  const late = await begun()
  const answer = await provider.signsIn(late.address, 'li.ming')
  now += 11 * 60_000
  expect(await back(answer.search, late.flow)).toMatchObject(refused)
  now = Date.now()
})

test.each(['', '?code=x', '?error=access_denied', '?state=x&code=y', '?%00', '?state=1&state=2'])(
  'what is no answer (%s) opens nothing',
  async (query) => {
    const { flow } = await begun()
    expect(await back(query, flow)).toMatchObject({
      status: 401,
      session: '',
      body: { code: 'provider-refused' },
    })
  },
)

test('a code of another sign-in does not fit the verifier of this one', async () => {
  const [mine, theirs] = [await begun(), await begun()]
  const stolen = await provider.signsIn(theirs.address, 'li.ming')
  const state = new URL(mine.address).searchParams.get('state') ?? ''
  stolen.searchParams.set('state', state)
  expect(await back(stolen.search, mine.flow)).toMatchObject({
    status: 401,
    body: { code: 'provider-refused' },
  })
})

test('a provider that does not answer is a trouble of the provider', async () => {
  const { http: lost } = await testApp({
    signsIn: true,
    provider: { issuer: 'http://127.0.0.1:9', clientId: 'x', name: 'x', returnAddress },
  })
  const reply = await lost.inject({
    method: 'POST',
    url: '/api/session/provider/begin',
    payload: {},
  })
  expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([
    503,
    'provider-unreachable',
  ])
})

test('every arrival, link and refusal is in the log, and no code, token or secret', async () => {
  const rows = await db.selectFrom('event').selectAll().execute()
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of [
    'identity-told',
    'identity-refused',
    'identity-linked',
    'identity-confirmed',
    'identity-unlinked',
    'signed-in',
  ]) {
    expect(actions).toContain(action)
  }
  expect(JSON.stringify(rows)).not.toMatch(/code=|id_token|a-secret-of-the-tests/)
})
