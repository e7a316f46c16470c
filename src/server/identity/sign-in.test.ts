import { type FirstInvitation, inviteAdministrators, seedAccounts } from './first-accounts.ts'
import { accountByLogin, accountOf, insertAccount, savePassword } from './account-store.ts'
import { demonstrationPassword } from './demonstration-accounts.ts'
import { hashOfPassword } from './password-hash.ts'
import { newId } from '#server/new-id.ts'
import { codeAt } from './authenticator.ts'
import { operatorTokenFile } from './operator.ts'
import { testApp } from '#test/test-app.ts'
import fs from 'node:fs'
import { expect, test } from 'vitest'

let now = Date.parse('2026-03-02T01:00:00.000Z')
const { http, database, invitations, dataFolder } = await testApp({
  signsIn: true,
  requestsPerMinute: 1_000_000,
  clock: () => new Date(now).toISOString(),
})
const password = 'Lan-7-hua-kai'

function pass(minutes: number): void {
  now += minutes * 60_000
}

interface Answered {
  readonly status: number
  readonly body: unknown
  readonly cookie: string
  readonly setCookie: string
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Given extends Readonly<Record<string, unknown>> {
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function ask(
  method: Method,
  url: string,
  { cookie = '', headers = {}, ...payload }: Given = {},
): Promise<Answered> {
  const reply = await http.inject({
    method,
    url: `/api${url}`,
    headers: { ...headers, ...(cookie && { cookie }) },
    ...(method !== 'GET' && { payload }),
  })
  const setCookie = String(reply.headers['set-cookie'] ?? '')
  return {
    status: reply.statusCode,
    body: reply.body === '' ? undefined : reply.json(),
    cookie: setCookie.split(';')[0] ?? '',
    setCookie,
  }
}

const invited = new Map<string, FirstInvitation>(invitations.map((one) => [one.login, one]))
for (const { login, code } of invitations) {
  const { status } = await ask('POST', '/invitations', { login, code, password })
  expect(status).toBe(200)
}

/** Makes an account with a password of its own and gives its login. */
async function anAccount(login: string): Promise<string> {
  const system = await enter('system')
  const { body } = await ask('POST', '/users', { cookie: system, login, name: login })
  const { code } = body as FirstInvitation
  await ask('POST', '/invitations', { login, code, password })
  return login
}

async function enter(login: string, given: object = {}): Promise<string> {
  const { status, cookie } = await ask('POST', '/session', { login, password, ...given })
  expect([login, status]).toEqual([login, 200])
  return cookie
}

// Fewer where the same is asked again of another engine.
const guesses = Number(process.env['SIGN_IN_GUESSES'] ?? 10_000)

test('an installation put to use knows no demonstration account', async () => {
  const { db } = database
  await seedAccounts(db, new Date(now).toISOString())
  expect(await accountByLogin(db, 'guihua')).toBeUndefined()
  const id = newId('user')
  const hash = await hashOfPassword(demonstrationPassword)
  const at = new Date(now).toISOString()
  await insertAccount(db, { id, login: 'guihua', name: '甲', regionCode: '000000', createdAt: at })
  await savePassword(db, id, { hash, at })
  expect(await inviteAdministrators(db, at)).toEqual([])
  expect(await accountOf(db, id)).toMatchObject({ state: 'disabled' })
})

test('a new installation invites its three administrators, each code once', async () => {
  expect([...invited.keys()]).toEqual(['system', 'security', 'audit'])
  const code = invited.get('system')?.code
  expect(await ask('POST', '/invitations', { login: 'system', code, password })).toMatchObject({
    status: 401,
    body: { code: 'invitation-refused' },
  })
  await enter('system')
})

test('the cookie is out of reach of scripts and other sites, and Secure over https', async () => {
  const plain = await ask('POST', '/session', { login: 'audit', password })
  expect(plain.setCookie).toMatch(/^jingwei-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const headers = { 'x-forwarded-proto': 'https' }
  const secure = await ask('POST', '/session', { login: 'audit', password, headers })
  expect(secure.setCookie).toContain('; Secure')
})

test('signing in gives a token nobody knew, whatever the browser carried', async () => {
  const planted = `jingwei-session=${'A'.repeat(43)}`
  const { cookie } = await ask('POST', '/session', { cookie: planted, login: 'audit', password })
  expect(cookie).not.toBe(planted)
  expect((await ask('GET', '/session', { cookie: planted })).status).toBe(401)
  expect((await ask('GET', '/session', { cookie })).status).toBe(200)
})

test('a session ends when one signs out, and when it is revoked from another', async () => {
  const here = await enter('audit')
  const there = await enter('audit')
  const { body } = await ask('GET', '/sessions', { cookie: there })
  const { sessions } = body as { sessions: { id: string; isThis: boolean }[] }
  const other = sessions.find(({ isThis }) => isThis)
  expect((await ask('DELETE', `/sessions/${other?.id}`, { cookie: here })).status).toBe(200)
  expect((await ask('GET', '/session', { cookie: there })).status).toBe(401)
  expect((await ask('DELETE', '/session', { cookie: here })).setCookie).toContain('Max-Age=0')
  expect((await ask('GET', '/session', { cookie: here })).status).toBe(401)
})

test('a session ends unused after two hours, and in any case after twelve', async () => {
  const idle = await enter('audit')
  pass(121)
  expect((await ask('GET', '/session', { cookie: idle })).status).toBe(401)
  const busy = await enter('audit')
  for (let hour = 1; hour < 12; hour += 1) {
    pass(60)
    expect((await ask('GET', '/session', { cookie: busy })).status).toBe(200)
  }
  pass(60)
  expect((await ask('GET', '/session', { cookie: busy })).status).toBe(401)
})

test('guessing locks the one login, longer each time, and nobody else', async () => {
  const login = await anAccount('victim')
  const guess = () => ask('POST', '/session', { login, password: 'a guess' })
  const statuses = await Promise.all(Array.from({ length: 40 }, guess))
  expect(statuses.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(statuses.filter(({ status }) => status === 429)).toHaveLength(35)
  expect((await ask('POST', '/session', { login, password })).status).toBe(429)
  await enter('audit')
  pass(1)
  expect((await guess()).status).toBe(401)
  pass(0.6)
  expect((await guess()).status).toBe(429)
  pass(1)
  await enter(login)
})

test('whoever knows the password is let in however often they ask at once', async () => {
  const login = await anAccount('impatient')
  const replies = await Promise.all(
    Array.from({ length: 12 }, () => ask('POST', '/session', { login, password })),
  )
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  expect(new Set(replies.map(({ cookie }) => cookie)).size).toBe(12)
})

test('guesses all day long get less than a hundred tries, and are in nobody else’s way', async () => {
  const login = 'nobody-of-that-name'
  const other = await anAccount('bystander')
  let tries = 0
  for (let count = 0; count < guesses; count += 1) {
    if (count % (guesses / 100) === 0) pass(14.4)
    if (count % (guesses / 10) === 0) await enter(other)
    const { status } = await ask('POST', '/session', { login, password: 'a guess' })
    if (status === 401) tries += 1
  }
  expect(tries).toBeLessThan(110)
  expect((await ask('POST', '/session', { login, password: 'a guess' })).status).toBe(429)
}, 300_000)

test('an unknown login is answered as a known one, in the same time', async () => {
  const known: number[] = []
  const unknown: number[] = []
  const replies = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    for (const [times, name] of [
      [known, 'audit'],
      [unknown, `stranger${round}`],
    ] as const) {
      const start = performance.now()
      const { status, body } = await ask('POST', '/session', { login: name, password: 'a guess' })
      times.push(performance.now() - start)
      replies.add(JSON.stringify([status, body]))
    }
    if (round % 4 === 3) await database.db.deleteFrom('signInAttempt').execute()
  }
  expect(replies.size).toBe(1)
  expect(median(unknown) / median(known)).toBeGreaterThan(0.5)
  expect(median(unknown) / median(known)).toBeLessThan(2)
})

test('a change another site sends is refused', async () => {
  const cookie = await enter('audit')
  const from = (headers: Readonly<Record<string, string>>) =>
    ask('DELETE', '/sessions/x', { cookie, headers })
  const refused = { status: 403, body: { code: 'other-site' } }
  expect(await from({ 'sec-fetch-site': 'cross-site' })).toMatchObject(refused)
  expect(await from({ 'sec-fetch-site': 'same-site' })).toMatchObject(refused)
  expect(await from({ origin: 'http://evil.example', host: 'jingwei.gov' })).toMatchObject(refused)
  expect(await from({ origin: 'null', host: 'jingwei.gov' })).toMatchObject(refused)
  expect((await from({ origin: 'http://jingwei.gov', host: 'jingwei.gov' })).status).toBe(400)
  expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(400)
})

test('another password ends every session and may not be weak or an earlier one', async () => {
  const login = await anAccount('changes')
  const old = await enter(login)
  const cookie = await enter(login)
  const change = (current: string, next: string) =>
    ask('PUT', '/session/password', { cookie, current, next })
  expect(await change('wrong', 'Mei-8-hua-kai')).toMatchObject({ status: 401 })
  expect(await change(password, password)).toMatchObject({
    body: { code: 'password-weak', detail: { failed: ['used-before'] } },
  })
  expect(await change(password, 'kurz')).toMatchObject({
    body: { detail: { failed: ['too-short', 'too-few-kinds'] } },
  })
  const changed = await change(password, 'Mei-8-hua-kai')
  expect(changed.status).toBe(200)
  expect((await ask('GET', '/session', { cookie: old })).status).toBe(401)
  expect((await ask('GET', '/session', { cookie: changed.cookie })).status).toBe(200)
  expect((await ask('POST', '/session', { login, password })).status).toBe(401)
})

test('with a second factor the password is not enough, and no code works twice', async () => {
  const login = await anAccount('careful')
  const cookie = await enter(login)
  const { body } = await ask('POST', '/session/second-factor', { cookie, password })
  const { secret, address } = body as { secret: string; address: string }
  expect(address).toContain(`secret=${secret}`)
  const present = () => codeAt(secret, Math.floor(now / 30_000))
  await enter(login)
  const confirmed = await ask('PUT', '/session/second-factor', { cookie, code: present() })
  const { recoveryCodes } = confirmed.body as { recoveryCodes: string[] }
  const withCode = async (code?: string) => {
    const given = code === undefined ? {} : { code }
    return (await ask('POST', '/session', { login, password, ...given })).status
  }
  expect(await ask('POST', '/session', { login, password })).toMatchObject({
    status: 401,
    body: { code: 'second-factor-needed' },
  })
  expect(await withCode(present())).toBe(401)
  pass(1)
  expect(await withCode(present())).toBe(200)
  expect(await withCode(present())).toBe(401)
  expect(await withCode(recoveryCodes[0]?.toLowerCase())).toBe(200)
  expect(await withCode(recoveryCodes[0])).toBe(401)
})

test('authenticator codes are those of RFC 6238', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  expect([1, 37037036, 41152263].map((step) => codeAt(secret, step))).toEqual([
    '287082',
    '081804',
    '005924',
  ])
})

test('a recovered account acts again only when a second administrator confirms it', async () => {
  const system = await enter('system')
  const login = await anAccount('loses')
  const listed = (await ask('GET', '/users', { cookie: system })).body as {
    accounts: { id: string; login: string }[]
  }
  const idOf = (name: string) => listed.accounts.find((one) => one.login === name)?.id ?? ''
  const security = await enter('security')
  const granted = await ask('POST', `/users/${idOf(login)}/grants`, {
    cookie: security,
    role: 'planner',
    region: '510114',
  })
  expect(granted.status).toBe(200)
  const recovered = await ask('POST', `/users/${idOf(login)}/recovery`, {
    cookie: system,
    why: '忘记密码',
  })
  const { code } = recovered.body as FirstInvitation
  const next = 'Mei-8-hua-kai'
  const { cookie } = await ask('POST', '/invitations', { login, code, password: next })
  const actions = async () =>
    ((await ask('GET', '/session', { cookie })).body as { actions: string[] }).actions
  expect(await actions()).toEqual([])
  const confirm = (by: string) => ask('POST', `/users/${idOf(login)}/confirmation`, { cookie: by })
  expect((await confirm(system)).status).toBe(403)
  expect((await confirm(security)).status).toBe(200)
  expect(await actions()).toContain('publish')
  expect(
    await ask('POST', `/users/${idOf('security')}/grants`, {
      cookie: security,
      role: 'audit-administrator',
      region: '000000',
    }),
  ).toMatchObject({ status: 409, body: { code: 'own-account' } })
  expect(
    await ask('POST', `/users/${idOf('audit')}/grants`, {
      cookie: security,
      role: 'security-administrator',
      region: '000000',
    }),
  ).toMatchObject({ status: 409, body: { code: 'roles-exclude' } })
})

test('every act is in the log, and no password, code or token', async () => {
  const cookie = await enter('audit')
  const rows = await database.db.selectFrom('event').selectAll().execute()
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of [
    'first-account-made',
    'invitation-accepted',
    'signed-in',
    'signed-out',
    'sign-in-refused',
    'invitation-refused',
    'session-ended',
    'password-changed',
    'second-factor-set',
    'user-invited',
    'role-granted',
    'recovery-begun',
    'recovery-confirmed',
  ]) {
    expect(actions).toContain(action)
  }
  const text = JSON.stringify(rows)
  const secrets = [password, 'a guess', 'nobody-of-that-name', cookie.split('=')[1] ?? '']
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})

test('the operator of this machine verifies, and may do nothing else', async () => {
  const token = fs.readFileSync(operatorTokenFile(dataFolder), 'utf8')
  expect(fs.statSync(operatorTokenFile(dataFolder)).mode & 0o777).toBe(0o600)
  const headers = { authorization: `Bearer ${token}` }
  expect((await ask('GET', '/installation/verification', { headers })).status).toBe(200)
  expect((await ask('GET', '/drafts', { headers })).status).toBe(403)
})

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[6] ?? 0
}
