import { actions } from '#core/access/action.ts'
import { type AnyRoute, callOf } from '#contract/route.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { presentMoment } from '#server/clock.ts'
import { insertAccount } from '#server/identity/account-store.ts'
import { newId } from '#server/new-id.ts'
import { allRoutes } from '#test/all-routes.ts'
import { fuzzedInputs } from '#test/fuzzed-input.ts'
import { storedValues } from '#test/stored-values.ts'
import { multipart, testApp } from '#test/test-app.ts'
import * as fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import { expect, test } from 'vitest'
import * as z from 'zod'

// `FUZZ_REQUESTS=10000 npx vitest run src/server/http/fuzz.test.ts` for all that is asked for.
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1000)
const rounds = 4
const slow = { timeout: 60_000 + requests * 100 }

const everything = { actions: new Set(actions), user: { id: newId('user'), name: '全能用户' } }
const { http, database, jobs } = await testApp({
  requestsPerMinute: 1_000_000_000,
  isDemonstration: true,
  demonstrationSize: { enterprises: 20, months: 14 },
  identify: () => Promise.resolve({ ...demonstrationIdentity, ...everything }),
})
await jobs.idle()
await insertAccount(database.db, {
  ...everything.user,
  login: 'everything',
  regionCode: demonstrationIdentity.region.code,
  createdAt: presentMoment(),
})
const routes = await allRoutes()

interface Answered {
  readonly statusCode: number
  readonly body: string
}

/** The reply; a stream that breaks off in the middle is none. */
async function asked(request: InjectOptions): Promise<Answered> {
  try {
    return await http.inject(request)
  } catch (error) {
    return { statusCode: 599, body: String(error) }
  }
}

function isAsItShouldBe({ statusCode, body }: Answered): boolean {
  return statusCode < 500 && !/node_modules|at file:|\.ts:\d+/.test(body.slice(0, 20_000))
}

test('nothing that is sent to any route is a bug of ours', slow, async () => {
  expect(routes.length).toBeGreaterThan(100)
  const perRoute = Math.ceil(requests / routes.length / rounds)
  const bugs = new Map<string, string>()
  const reached = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    // What the requests made and changed is there for those that follow.
    const stored = await storedValues(database.db)
    for (const route of routes) {
      const name = `${route.method} ${route.path}`
      const count = isAlwaysTheSame(route) ? 1 : perRoute
      for (const input of fuzzedInputs(route, stored, count)) {
        const reply = await asked(requestOf(route, input))
        if (reply.statusCode < 300) reached.add(name)
        if (!isAsItShouldBe(reply)) {
          bugs.set(name, `${reply.statusCode} ${JSON.stringify(input).slice(0, 600)}`)
        }
      }
    }
  }
  expect(Object.fromEntries(bugs)).toEqual({})
  // Most of it got past the first check and did something.
  expect(reached.size / routes.length).toBeGreaterThan(0.5)
})

function requestOf(route: AnyRoute, input: Readonly<Record<string, unknown>>): InjectOptions {
  const { url, body } = callOf(route, input)
  const { method } = route
  if (route.kind === 'upload') {
    const file = { name: '规划.txt', content: JSON.stringify(input) }
    return { method, url, ...multipart([file]) }
  }
  return { method, url, ...(body && { payload: JSON.stringify(body), headers: json }) }
}

// What takes no input is asked twice and not a hundred times.
function isAlwaysTheSame({ input, kind }: AnyRoute): boolean {
  return kind !== 'upload' && input instanceof z.ZodObject && Object.keys(input.shape).length === 0
}

const json = { 'content-type': 'application/json' }

test('nor is anything that is not even a request of ours', slow, async () => {
  const raw = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
    url: fc.oneof(
      fc.constantFrom(...routes.map(({ path }) => `/api${path}`)),
      fc.webPath().map((path) => `/api${path}`),
      fc.constantFrom(
        '/',
        '//',
        '/api',
        '/api/%',
        '/api/%ff',
        '/assets/../x',
        `/api/${'x'.repeat(9000)}`,
      ),
    ),
    type: fc.constantFrom('application/json', 'text/plain', 'multipart/form-data', 'x', ''),
    payload: fc.oneof(
      fc.constantFrom('', '{', '[', '"', '{"a":', 'null', '[]', '1e999', '{"__proto__":{"x":1}}'),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
    ),
  })
  const bugs: string[] = []
  for (const { method, url, type, payload } of fc.sample(raw, Math.ceil(requests / 10))) {
    const reply = await asked({
      method,
      url,
      headers: { 'content-type': type },
      ...(method !== 'GET' && method !== 'HEAD' && { payload }),
    })
    if (!isAsItShouldBe(reply)) bugs.push(`${reply.statusCode} ${method} ${url.slice(0, 200)}`)
  }
  expect(bugs).toEqual([])
})
