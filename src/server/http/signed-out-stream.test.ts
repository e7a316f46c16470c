import { endOneSession, endSessions } from '#server/identity/session-store.ts'
import { cookieFor, signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

let ahead = 0
const { http, database } = await testApp({
  signsIn: true,
  clock: () => new Date(Date.now() + ahead).toISOString(),
})
const address = await http.listen({ port: 0, host: '127.0.0.1' })
const { db } = database
const own = '999901'

async function stream(cookie: string) {
  const reply = await fetch(`${address}/api/events`, { headers: { cookie } })
  expect(reply.status).toBe(200)
  return { ended: reply.text().then(() => 'ended' as const) }
}

function soon(): Promise<'open'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('open'), 8000)
  })
}

test('a stream ends with its session, and no other does', async () => {
  const { id, cookie } = await signedIn(db, 'planner', own)
  const other = await cookieFor(db, id)
  const [mine, theirs] = [await stream(cookie), await stream(other)]
  const [session] = await db
    .selectFrom('session')
    .select('id')
    .where('userId', '=', id)
    .orderBy('id')
    .execute()
  if (!session) throw new Error('They are signed in')
  await endOneSession(db, id, session.id)
  expect(await Promise.race([mine.ended, soon()])).toBe('ended')
  expect(await Promise.race([theirs.ended, soon()])).toBe('open')
  await endSessions(db, id)
  expect(await theirs.ended).toBe('ended')
})

test('a stream keeps no session awake: unused, both end', async () => {
  const { cookie } = await signedIn(db, 'planner', own)
  const { ended } = await stream(cookie)
  ahead = 121 * 60_000
  expect(await Promise.race([ended, soon()])).toBe('ended')
  ahead = 0
})

test('who loses a role comes back as who they are now', async () => {
  const security = await signedIn(db, 'security-administrator')
  const { id, cookie } = await signedIn(db, 'planner', own)
  const { ended } = await stream(cookie)
  const grant = await db
    .selectFrom('roleGrant')
    .select('id')
    .where('userId', '=', id)
    .executeTakeFirstOrThrow()
  const reply = await http.inject({
    method: 'DELETE',
    url: `/api/users/${id}/grants/${grant.id}`,
    headers: { cookie: security.cookie },
    payload: { why: '调离' },
  })
  expect(reply.statusCode).toBe(200)
  expect(await Promise.race([ended, soon()])).toBe('ended')
})
