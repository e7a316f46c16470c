import type { SignedInSession } from '#contract/identity.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp, type TestApp } from '#test/test-app.ts'
import { demonstrationPassword } from '#server/identity/demonstration-accounts.ts'
import { hashOfPassword } from '#server/identity/password-hash.ts'
import { savePassword } from '#server/identity/account-store.ts'
import { expect, test } from 'vitest'

/** The address a session is noted with that `proxy` asks for on behalf of `client`. */
async function notedAddress({ http, database }: TestApp, client: string, proxy: string) {
  const { db } = database
  const { id } = await signedIn(db, 'planner', '999901')
  const at = new Date().toISOString()
  await savePassword(db, id, { hash: await hashOfPassword(demonstrationPassword), at })
  const { login } = await db
    .selectFrom('appUser')
    .select('login')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const signedInReply = await http.inject({
    method: 'POST',
    url: '/api/session',
    remoteAddress: proxy,
    headers: { 'x-forwarded-for': client },
    payload: { login, password: demonstrationPassword },
  })
  const cookie = String(signedInReply.headers['set-cookie']).split(';')[0] ?? ''
  const reply = await http.inject({ url: '/api/sessions', headers: { cookie } })
  const { sessions } = reply.json<{ sessions: SignedInSession[] }>()
  return sessions.find(({ isThis }) => isThis)?.address
}

test('behind a proxy that is trusted the address is the client’s', async () => {
  const app = await testApp({ signsIn: true, trustedProxies: ['10.0.0.0/8'] })
  expect(await notedAddress(app, '192.0.2.7', '10.1.2.3')).toBe('192.0.2.7')
  // Whatever the client puts in front, the proxy adds what it saw itself.
  expect(await notedAddress(app, '6.6.6.6, 192.0.2.7', '10.1.2.3')).toBe('192.0.2.7')
})

test('nobody else’s word is believed', async () => {
  const app = await testApp({ signsIn: true, trustedProxies: ['10.0.0.0/8'] })
  expect(await notedAddress(app, '6.6.6.6', '192.0.2.7')).toBe('192.0.2.7')
  const plain = await testApp({ signsIn: true })
  expect(await notedAddress(plain, '6.6.6.6', '10.1.2.3')).toBe('10.1.2.3')
})
