import { callOf } from '#contract/route.ts'
import { allRoutes } from '#test/all-routes.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const { http, aDraft } = await testApp({ requestsPerMinute: 1_000_000 })
const draft = await aDraft(readingOf('规划\n工业总产值 亿元 2020:100 2025:200'))

const routes = await allRoutes()

// Values that look right, so that they get past the first check, among ones that do not.
const value = fc.oneof(
  fc.constantFrom(
    'accept',
    'reject',
    'restore',
    'dismiss',
    'target',
    'linear',
    '',
    '%',
    '\0',
    '\ud800',
  ),
  fc.constantFrom(0, 1, -1, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e300),
  fc.string(),
  fc.record({
    kind: fc.constantFrom('industry', 'target', 'task'),
    content: fc.record({ name: fc.string(), segments: fc.array(fc.string()) }),
  }),
  fc.record({ start: fc.integer(), end: fc.integer() }),
  fc.array(fc.record({ id: fc.uuid(), revision: fc.integer() }), { maxLength: 3 }),
  fc.jsonValue(),
)
const names = [
  'action',
  'items',
  'item',
  'span',
  'revision',
  'meta',
  'reason',
  'pending',
  'planId',
  'path',
]
const queries = [
  'text',
  'year',
  'limit',
  'offset',
  'category',
  'sort',
  'number',
  'kind',
  'state',
  'status',
]
const ids = fc.oneof(
  fc.constant<string>(draft),
  fc.uuid(),
  fc.constantFrom('999901', 'x', '%00', '\0'),
)

test('nothing that is sent to any route is a bug of ours', async () => {
  expect(routes.length).toBeGreaterThan(25)
  const input = fc.record({
    index: fc.nat(routes.length - 1),
    ids: fc.record({ id: ids, itemId: ids, findingId: ids, planId: ids, region: ids }),
    given: fc.dictionary(fc.constantFrom(...names, ...queries), value, { maxKeys: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(input, async ({ index, ids: params, given }) => {
      const route = routes[index]
      if (!route) throw new Error('The index names a route')
      const { url, body } = callOf(route, { ...given, ...params })
      const reply = await http.inject({
        method: route.method,
        url,
        ...(body && { payload: JSON.stringify(body), headers: json }),
      })
      expect(reply.statusCode).toBeLessThan(500)
      expect(reply.body).not.toMatch(/node_modules|at file:/)
    }),
    { numRuns: 1500 },
  )
})

const json = { 'content-type': 'application/json' }
