import { type AnyRoute, callOf } from '#contract/route.ts'
import type { LedgerTarget } from '#contract/target.ts'
import type { Problem } from '#contract/problem.ts'
import { insertRegion } from '#server/region/store.ts'
import { allRoutes } from '#test/all-routes.ts'
import { readingOf } from '#test/reading-of.ts'
import { cookieFor, signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { allRoles } from './grant-store.ts'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

const { http, database, aDraft } = await testApp({
  signsIn: true,
  requestsPerMinute: 1_000_000,
})
const { db } = database
const own = '999901'
const stranger = '510114'
await insertRegion(db, { code: stranger, name: '另一区', simulated: true })

const routes = await allRoutes()

interface Asked {
  readonly status: number
  readonly code: string | undefined
}

async function ask(route: AnyRoute, input: object, cookie?: string): Promise<Asked> {
  const { url, body } = callOf(route, { ...input })
  const reply = await http.inject({
    method: route.method,
    url: url.slice(0, 4000),
    headers: cookie === undefined ? {} : { cookie },
    ...(body && { payload: body }),
  })
  const isProblem = reply.statusCode >= 400
  return {
    status: reply.statusCode,
    code: isProblem ? reply.json<Problem>().code : undefined,
  }
}

test('the walk meets every endpoint the program answers', async () => {
  const { paths } = (await http.inject('/api/openapi.json')).json<{
    paths: Record<string, object>
  }>()
  const mounted = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  )
  const walked = routes.map(
    ({ method, path }) => `${method.toLowerCase()} /api${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  )
  expect(walked.toSorted()).toEqual(mounted.toSorted())
})

test('without a session only the door opens', async () => {
  for (const route of routes) {
    const { status, code } = await ask(route, {})
    const isDoor = route.needs === 'anyone'
    expect([route.path, status === 401 && code === 'not-signed-in']).toEqual([route.path, !isDoor])
  }
})

const roles = [...(await allRoles(db)).values()]

test.each(roles)('$code may use what its actions open, and nothing else', async (role) => {
  const { id } = await signedIn(db, role.code, own)
  for (const route of routes) {
    const { status, code } = await ask(route, {}, await cookieFor(db, id))
    const isOpen =
      route.needs === 'anyone' ||
      route.needs === 'signed-in' ||
      role.actions.some((action) => action === route.needs)
    expect([route.path, code !== 'not-allowed']).toEqual([route.path, isOpen])
    if (!isOpen) expect(status).toBe(403)
  }
})

test('somebody without a role may do nothing but look after their account', async () => {
  const { cookie } = await signedIn(db, undefined)
  for (const route of routes.filter(({ needs }) => needs !== 'anyone' && needs !== 'signed-in')) {
    expect(await ask(route, {}, cookie)).toEqual({ status: 403, code: 'not-allowed' })
  }
})

/** Everything a region owns, and who has which role. */
async function everythingStored(): Promise<unknown> {
  const tables = ['document', 'draft', 'draft_item', 'draft_finding', 'plan', 'plan_target']
  const stored: unknown[] = []
  for (const table of [...tables, 'plan_version', 'role_grant', 'region']) {
    const { rows } = await sql`
      select * from ${sql.table(table)} as t order by t::text
    `.execute(db)
    stored.push(rows)
  }
  return stored
}

test('a stranger reads and writes nothing of a region but what it published', async () => {
  const planner = await signedIn(db, 'planner', own)
  const publishedDraft = await aDraft(readingOf('规划\n产值 亿元 2020:1 2025:2'))
  const published = await http.inject({
    method: 'POST',
    url: `/api/drafts/${publishedDraft}/publications`,
    headers: { cookie: planner.cookie },
    payload: { pending: 'accept' },
  })
  expect(published.statusCode).toBe(200)
  const { planId } = published.json<{ planId: string }>()
  const draft = await aDraft(readingOf('另一规划\n产值 亿元 2020:1 2025:2'))
  const { documentId } = await db
    .selectFrom('draft')
    .select('documentId')
    .where('id', '=', draft)
    .executeTakeFirstOrThrow()
  const item = await db
    .selectFrom('draftItem')
    .select('id')
    .where('draftId', '=', draft)
    .executeTakeFirstOrThrow()
  const [target] = (
    await http.inject({
      url: `/api/targets?region=${own}&planId=${planId}`,
      headers: { cookie: planner.cookie },
    })
  ).json<{ targets: LedgerTarget[] }>().targets

  const given = {
    region: own,
    planId,
    itemId: item.id,
    findingId: item.id,
    revision: 0,
    path: 'linear',
    pending: 'accept',
    action: 'accept',
    items: [{ id: item.id, revision: 0 }],
    reason: '无',
    meta: { title: '改', region: { name: '改' }, period: { start: 2020, end: 2025 } },
  }
  const publishes = new Set([
    'GET /plans/:region/:planId/items',
    'GET /targets/:region/:id/history',
  ])
  const outsider = await signedIn(db, 'planner', stranger)
  const before = await everythingStored()
  const owned = routes.filter(
    ({ path, needs }) => /:(?:id|planId)\b/.test(path) && needs !== 'signed-in',
  )
  const leaks: string[] = []
  for (const route of owned) {
    for (const id of [draft, documentId, target?.id]) {
      const { status } = await ask(route, { ...given, id }, outsider.cookie)
      const name = `${route.method} ${route.path}`
      if (status < 400 && !publishes.has(name)) leaks.push(name)
      expect(status).toBeLessThan(500)
    }
  }
  expect(owned.length).toBeGreaterThan(15)
  expect(leaks).toEqual([])
  const lists = await http.inject({ url: '/api/drafts', headers: { cookie: outsider.cookie } })
  expect(lists.json()).toEqual({ drafts: [] })
  expect(await everythingStored()).toEqual(before)
})

test('a plan of a region that is not theirs is not published, and its path is not chosen', async () => {
  const outsider = await signedIn(db, 'planner', own)
  const draft = await aDraft(
    readingOf('外地规划\n产值 亿元 2020:1 2025:2', {
      meta: { region: { name: '另一区', code: stranger } },
    }),
  )
  const before = await everythingStored()
  const reply = await http.inject({
    method: 'POST',
    url: `/api/drafts/${draft}/publications`,
    headers: { cookie: outsider.cookie },
    payload: { pending: 'accept' },
  })
  expect([reply.statusCode, reply.json<Problem>().code]).toEqual([403, 'region-not-yours'])
  expect(await everythingStored()).toEqual(before)
})
