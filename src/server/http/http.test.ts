import { testApp } from '#test/test-app.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Validator } from '@seriousme/openapi-schema-validator'

const webFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'jingwei-web-'))
fs.mkdirSync(path.join(webFolder, 'assets'))
fs.writeFileSync(
  path.join(webFolder, 'index.html'),
  '<html><head><title>经纬</title></head></html>',
)
fs.writeFileSync(path.join(webFolder, 'assets', 'main-1a2b.js'), 'export {}')
afterAll(() => fs.rmSync(webFolder, { recursive: true }))

const { http, get, post } = await testApp({ webFolder })

test('every page of the application is the same file with a nonce of its own', async () => {
  const nonceOf = async (url: string) => {
    const { body, headers } = await http.inject(url)
    const [, nonce = 'none'] = /<meta name="csp-nonce" content="([^"]+)">/.exec(body) ?? []
    expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    return nonce
  }
  const nonces = [
    await nonceOf('/'),
    await nonceOf('/drafts/7?tab=tasks'),
    await nonceOf('/index.html'),
  ]
  expect(new Set(nonces).size).toBe(3)
})

test('files of the application keep for ever, what is missing is not a page', async () => {
  const script = await http.inject('/assets/main-1a2b.js')
  expect(script.headers['cache-control']).toContain('immutable')
  expect((await http.inject('/assets/gone.js')).statusCode).toBe(404)
  expect((await http.inject('/api/nothing')).json()).toMatchObject({ code: 'not-found' })
  expect((await http.inject('/assets/../../package.json')).statusCode).toBe(404)
})

test('over plain http nothing asks the browser for https', async () => {
  const { headers } = await http.inject('/')
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
})

test('a request that is not as described is refused with the field', async () => {
  expect(await get('/targets?limit=0')).toMatchObject({
    status: 400,
    body: { code: 'input-invalid', detail: { issues: [{ field: 'limit' }] } },
  })
  expect(await get('/drafts/not-an-id')).toMatchObject({ status: 400 })
  const malformed = await http.inject({
    method: 'POST',
    url: '/api/drafts/x/decisions',
    headers: { 'content-type': 'application/json' },
    payload: '{"a":',
  })
  expect(malformed).toMatchObject({ statusCode: 400 })
  expect(malformed.json()).toMatchObject({ code: 'request-malformed' })
})

test('what is not there is told as such', async () => {
  const id = '01920000-0000-7000-8000-000000000000'
  expect(await get(`/drafts/${id}`)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await get(`/drafts/${id}/items`)).toMatchObject({ status: 404 })
  expect(await post(`/drafts/${id}/publications`)).toMatchObject({ status: 404 })
})

test('an answer that did not change is not sent again', async () => {
  const { headers } = await get('/regions')
  const again = await get('/regions', { 'if-none-match': String(headers['etag']) })
  expect(again.status).toBe(304)
})

test('the description of all endpoints names each parameter and refers to what it holds', async () => {
  const description = (await get('/openapi.json')).body
  expect(description).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/drafts/{id}/items/{itemId}': {
        put: {
          'x-needs': 'review',
          parameters: [
            { name: 'id', in: 'path' },
            { name: 'itemId', in: 'path' },
          ],
        },
      },
      '/api/targets': { get: { parameters: expect.any(Array) as unknown } },
    },
  })
  const text = JSON.stringify(description)
  const named = (description as { components: { schemas: object } }).components.schemas
  const used = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
  expect([...new Set(used)].filter((name) => !(name in named))).toEqual([])
  expect(text).not.toContain('$defs')
  expect(await new Validator().validate(description as Record<string, unknown>)).toEqual({
    valid: true,
  })
})

test('a bug is answered without its stack', async () => {
  const { http: broken } = await testApp({
    identify: () => Promise.reject(new Error('secret detail')),
  })
  const reply = await broken.inject('/api/session')
  expect(reply.statusCode).toBe(500)
  expect(reply.json()).toEqual({
    code: 'internal-error',
    title: 'Something went wrong on our side',
  })
})

test('a database that is not there is told as such', async () => {
  const { http: alone } = await testApp({
    identify: () => Promise.reject(new Error('Connection terminated unexpectedly')),
  })
  const reply = await alone.inject('/api/session')
  expect(reply.statusCode).toBe(503)
  expect(reply.json()).toMatchObject({ code: 'database-away' })
})

test('who may only read cannot change anything', async () => {
  const { get: look, upload } = await testApp({
    identify: () => Promise.resolve({ ...demonstrationIdentity, actions: new Set(['read']) }),
  })
  expect((await look('/drafts')).status).toBe(200)
  expect(await upload({ name: 'a.txt', content: 'a' })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
})

test('who asks too often is told to wait', async () => {
  const { get: ask } = await testApp({ requestsPerMinute: 2 })
  await ask('/session')
  await ask('/session')
  expect(await ask('/session')).toMatchObject({
    status: 429,
    body: { code: 'too-many-requests' },
  })
})
