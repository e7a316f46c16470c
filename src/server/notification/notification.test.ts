import { listNotifications } from '#contract/notification.ts'
import { everywhere } from '#core/access/region-cover.ts'
import type { OrganisationId, UserId } from '#core/id.ts'
import { newId } from '#server/new-id.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { insertRegion } from '#server/region/store.ts'
import { multipart, testApp } from '#test/test-app.ts'
import { type SignedInUser, signedIn } from '#test/signed-in.ts'
import { type Notice, notify, type Recipients } from './notify.ts'
import { expect, test } from 'vitest'

const { database, http, importer } = await testApp({ signsIn: true })
const { db } = database
const now = '2026-11-21T08:00:00.000Z'
const home = '370112'
await insertRegion(db, { code: home, name: '某区', simulated: false })

async function ask(
  { cookie }: SignedInUser,
  method: 'GET' | 'POST' | 'PUT',
  url: string,
  payload?: object,
) {
  const reply = await http.inject({
    method,
    url: `/api${url}`,
    headers: { cookie },
    ...(payload && { payload }),
  })
  return { status: reply.statusCode, body: reply.json<Record<string, unknown>>() }
}

async function toldTo(user: SignedInUser, query = '') {
  const { body } = await ask(user, 'GET', `/notifications?${query}`)
  return listNotifications.reply.parse(body)
}

/** Tells somebody that a file was read; gives who heard of it. */
async function tell(to: Recipients, about: Partial<Notice> = {}): Promise<readonly UserId[]> {
  const heard: UserId[] = []
  await notify({ db, now, staleFor: (users) => heard.push(...users) }, {
    region: home,
    to,
    kind: 'import-finished',
    subject: { kind: 'document', id: newId('document') },
    values: { fileName: '规划.docx' },
    link: '/import',
    ...about,
  } as Notice)
  return heard
}

test('what is told by a right reaches whoever holds it there today, and nobody else', async () => {
  const planner = await signedIn(db, 'planner', home)
  const ofCity = await signedIn(db, 'planner', '370100')
  const ofCountry = await signedIn(db, 'planner')
  await signedIn(db, 'planner', '370113')
  await signedIn(db, 'leader', home)
  const gone = await signedIn(db, 'planner', home)
  await db.updateTable('appUser').set({ state: 'disabled' }).where('id', '=', gone.id).execute()
  const ended = await signedIn(db, 'planner', home)
  await db
    .updateTable('roleGrant')
    .set({ validTo: '2026-11-20' })
    .where('userId', '=', ended.id)
    .execute()

  const heard = await tell({ allowed: 'review' }, { except: ofCity.id })
  expect(new Set(heard)).toEqual(new Set([planner.id, ofCountry.id]))
  expect(await toldTo(planner)).toMatchObject({
    total: 1,
    unread: 1,
    notifications: [
      { kind: 'import-finished', region: home, values: { fileName: '规划.docx' }, isRead: false },
    ],
  })
  expect((await toldTo(ofCity)).total).toBe(0)
})

test('what is told to a unit reaches those whose role is for it', async () => {
  const unit = newId('organisation') as OrganisationId
  const inUnit = await signedIn(db, 'park', home, unit)
  const inOther = await signedIn(db, 'park', home, newId('organisation') as OrganisationId)
  expect(await tell({ organisation: unit })).toEqual([inUnit.id])
  expect(await tell({ organisation: unit, allowed: 'publish' })).toEqual([])
  expect((await toldTo(inOther)).total).toBe(0)
})

test('what was read stays read, one by one and all at once, and is nobody else’s to read', async () => {
  const [one, other] = [await signedIn(db, 'planner', home), await signedIn(db, 'planner', home)]
  for (let count = 0; count < 3; count += 1) await tell({ users: [one.id, other.id] })
  const [first, second] = (await toldTo(one)).notifications
  await ask(one, 'POST', '/notifications/readings', { ids: [first?.id] })
  expect(await toldTo(one, 'unread=only&limit=1')).toMatchObject({
    total: 3,
    unread: 2,
    notifications: [{ id: second?.id }],
  })
  const [theirs] = (await toldTo(other)).notifications
  await ask(one, 'POST', '/notifications/readings', { ids: [theirs?.id] })
  expect((await toldTo(other)).unread).toBe(3)
  await ask(one, 'POST', '/notifications/readings', {})
  expect([(await toldTo(one)).unread, (await toldTo(other)).unread]).toEqual([0, 3])
})

test('who may no longer speak for a region no longer reads what they were told there', async () => {
  const user = await signedIn(db, 'planner', '370114')
  await tell({ users: [user.id] }, { region: '370114' })
  await tell({ users: [user.id] }, { region: everywhere })
  await insertRegion(db, { code: '370114', name: '另一区', simulated: false })
  expect((await toldTo(user)).total).toBe(2)
  await db
    .updateTable('roleGrant')
    .set({ validTo: '2001-01-01' })
    .where('userId', '=', user.id)
    .execute()
  expect((await toldTo(user)).notifications.map(({ region }) => region)).toEqual([everywhere])
})

test('a kind somebody does not want is not told them; their own account always is', async () => {
  const user = await signedIn(db, 'planner', home)
  const kinds = async () => {
    const { body } = await ask(user, 'GET', '/notifications/kinds')
    const all = body['kinds'] as { kind: string; isWanted: boolean }[]
    return all.map(({ kind, isWanted }) => `${isWanted ? '+' : '-'}${kind}`)
  }
  expect(await kinds()).toEqual(
    expect.arrayContaining(['+import-finished', '+import-failed', '+role-granted']),
  )
  expect((await kinds()).some((kind) => kind.includes('recovery-to-confirm'))).toBe(false)

  await ask(user, 'PUT', '/notifications/kinds/import-finished', { isWanted: false })
  expect(await kinds()).toContain('-import-finished')
  expect(await tell({ users: [user.id] })).toEqual([])
  await ask(user, 'PUT', '/notifications/kinds/import-finished', { isWanted: true })
  expect(await tell({ users: [user.id] })).toEqual([user.id])

  const refused = await ask(user, 'PUT', '/notifications/kinds/role-granted', { isWanted: false })
  expect(refused).toMatchObject({ status: 409, body: { code: 'notification-always-told' } })
})

test('whoever brings in a file hears how its reading ended', async () => {
  const user = await signedIn(db, 'planner', home)
  const { payload, headers } = multipart([
    { name: '规划.txt', content: '某区规划（2026—2030年）\n\n到2030年，总产值达到80亿元。\n' },
    { name: '二进制.txt', content: Buffer.from([0, 1, 2, 3]) },
  ])
  const uploaded = await http.inject({
    method: 'POST',
    url: '/api/documents',
    headers: { ...headers, cookie: user.cookie },
    payload,
  })
  expect(uploaded.statusCode).toBe(200)
  await importer.idle()
  const { notifications } = await toldTo(user)
  expect(
    new Map(notifications.map(({ kind, values, link }) => [`${kind} ${values['fileName']}`, link])),
  ).toEqual(
    new Map([
      ['import-failed 二进制.txt', '/import'],
      ['import-finished 规划.txt', expect.stringMatching(/^\/drafts\/[\da-f-]{36}$/) as string],
    ]),
  )
})

test('a role is told its new holder; a recovery its owner and who may confirm it', async () => {
  const security = await signedIn(db, 'security-administrator')
  const system = await signedIn(db, 'system-administrator')
  const audit = await signedIn(db, 'audit-administrator')
  const user = await signedIn(db, undefined)
  await ask(security, 'POST', `/users/${user.id}/grants`, { role: 'analyst', region: home })
  expect((await toldTo(user)).notifications).toMatchObject([
    { kind: 'role-granted', link: '/account', values: { role: expect.any(String) as string } },
  ])
  await ask(system, 'POST', `/users/${user.id}/recovery`, { why: '忘记密码' })
  for (const one of [security, audit]) {
    expect((await toldTo(one)).notifications).toMatchObject([{ kind: 'recovery-to-confirm' }])
  }
  expect((await toldTo(system)).notifications).toEqual([])
  const waiting = async (of: SignedInUser) => (await ask(of, 'GET', '/work')).body['work']
  expect(await waiting(security)).toMatchObject([
    { kind: 'recoveries-to-confirm', count: 1, link: '/users' },
  ])
  expect(await waiting(system)).toEqual([])
})

test('what is told to a unit whose duties passed to another reaches those who have them now', async () => {
  const [old, next] = [newId('organisation'), newId('organisation')]
  const drawn = (id: OrganisationId, code: string) => ({
    id,
    code,
    kind: 'bureau' as const,
    stages: [{ from: '2020-01-01', name: code }],
    aliases: [],
    revision: 0,
  })
  const merged = { ...drawn(old, 'old'), to: '2025-12-31', mergedInto: next }
  await insertOrganisations(db, home, [merged, drawn(next, 'next')])
  const successor = await signedIn(db, 'unit', home, next)
  const former = await signedIn(db, 'unit', home, old)
  expect(new Set(await tell({ organisation: old }))).toEqual(new Set([successor.id, former.id]))
  expect(await tell({ organisation: next })).toEqual([successor.id])
})
