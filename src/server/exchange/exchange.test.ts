import type { ApiKey } from '#contract/api-key.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { isPeriod, type Period } from '#core/period/period.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { acceptFigures, withdrawFigures } from '#server/indicator/accept-figures.ts'
import { insertVersions } from '#server/indicator/library/library-store.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

let now = '2026-05-01T02:00:00.000Z'
const { http, database } = await testApp({ signsIn: true, clock: () => now })
const { db } = database
const region = demonstrationRegion.code
const { cookie } = await signedIn(db, 'security-administrator')

const definition: IndicatorDefinition = {
  code: 'test-shared',
  name: '试验共享指标',
  englishName: 'Shared test indicator',
  unit: '万元',
  decimals: 1,
  direction: 'up',
  kind: 'flow',
  frequency: 'month',
  overSpace: 'sum',
  overTime: 'cumulative',
  source: '',
  definition: '',
  aliases: [],
}
await insertVersions(
  db,
  [
    definition,
    { ...definition, code: 'test-other', name: '另一试验指标', englishName: 'Other' },
    { ...definition, code: 'test-since', name: '后来试验指标', englishName: 'Since' },
  ].map((one) => ({ definition: one, version: 1, at: '2026-01-01T00:00:00.000Z' })),
)

function periodIn(text: string): Period {
  if (!isPeriod(text)) throw new Error(text)
  return text
}

async function tell(period: string, value: string, at: string, indicator = 'test-shared') {
  const source = { kind: 'person' as const, reference: demonstrationIdentity.user.id }
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at, cause: 'figure-corrected' },
    [
      {
        subject: { kind: 'region', code: region },
        indicator,
        period: periodIn(period),
        value,
        base: '90',
        source,
      },
    ],
  )
}

await tell('2026-M1-2', '100', '2026-03-15T00:00:00.000Z')
await tell('2026-03', '160.5', '2026-04-15T00:00:00.000Z')
await tell('2026-03', '161', '2026-04-20T00:00:00.000Z')
await tell('2026-03', '7', '2026-04-21T00:00:00.000Z', 'test-other')

async function ask(url: string, secret?: string, method: 'GET' | 'POST' = 'GET', payload?: object) {
  const reply = await http.inject({
    method,
    url: `/api${url}`,
    headers: secret === undefined ? { cookie } : { authorization: `Bearer ${secret}` },
    ...(payload && { payload }),
  })
  const isJson = String(reply.headers['content-type']).startsWith('application/json')
  const body: unknown = isJson ? reply.json() : reply.body
  return { status: reply.statusCode, body }
}

async function aKey(more: object = {}): Promise<{ key: ApiKey; secret: string }> {
  const made = await ask('/api-keys', undefined, 'POST', {
    name: '市经信局',
    region,
    actions: ['read-data'],
    expiresOn: '2026-12-31',
    requestsPerMinute: 600,
    ...more,
  })
  expect(made.status).toBe(200)
  return made.body as { key: ApiKey; secret: string }
}

const flow = '/sdmx/v2/data/dataflow/JINGWEI/FIGURES/1.0.0'

test('a key opens the shared figures and nothing else; its secret is nowhere to be read', async () => {
  const { secret, key } = await aKey()
  const { body } = await ask('/exchange/figures?indicator=test-shared&period=2026-03', secret)
  expect(body).toMatchObject({ figures: [{ value: '161', base: '90', subjectName: '青澜区' }] })
  expect(await ask('/targets', secret)).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect(await ask('/session', secret)).toMatchObject({ status: 403 })
  const listed = JSON.stringify((await ask('/api-keys')).body)
  expect([listed.includes(key.prefix), listed.includes(secret)]).toEqual([true, false])
  const rows = await db.selectFrom('apiKey').selectAll().execute()
  expect(JSON.stringify(rows)).not.toContain(secret)
  const events = await db.selectFrom('event').selectAll().where('subjectId', '=', key.id).execute()
  expect(events.map(({ action }) => action)).toEqual(['api-key-made'])
  expect(JSON.stringify(events)).not.toContain(secret)
})

test('a key is limited to its indicators, its rate, its days, and ends when it is revoked', async () => {
  const { secret, key } = await aKey({ indicators: ['test-shared'], requestsPerMinute: 4 })
  const foreign = await ask('/exchange/figures?indicator=test-other&period=2026-03', secret)
  expect(foreign).toMatchObject({ status: 403, body: { code: 'indicator-not-shared' } })
  const all = await ask('/exchange/figures', secret)
  expect(JSON.stringify(all.body)).not.toContain('test-other')
  const structure = await ask('/sdmx/v2/structure/codelist/JINGWEI/CL_INDICATOR/1.0.0', secret)
  expect(JSON.stringify(structure.body)).not.toContain('test-other')
  await ask('/exchange/figures?indicator=test-shared', secret)
  const tooMany = await ask('/exchange/figures?indicator=test-shared', secret)
  expect(tooMany).toMatchObject({ status: 429, body: { code: 'key-rate-exceeded' } })
  now = '2026-05-01T02:02:00.000Z'
  expect(await ask('/exchange/figures?indicator=test-shared', secret)).toMatchObject({
    status: 200,
  })

  const { secret: brief } = await aKey({ expiresOn: '2026-05-01' })
  expect(await ask('/exchange/figures', brief)).toMatchObject({ status: 200 })
  now = '2026-05-01T16:00:00.000Z'
  expect(await ask('/exchange/figures', brief)).toMatchObject({ status: 401 })

  await ask(`/api-keys/${key.id}/revocations`, undefined, 'POST', { why: '对方系统停用' })
  expect(await ask('/exchange/figures', secret)).toMatchObject({
    status: 401,
    body: { code: 'key-not-valid' },
  })
})

test('single enterprises are not shared', async () => {
  const { secret } = await aKey()
  const one = await ask('/exchange/figures?subject=enterprise:x&indicator=test-shared', secret)
  expect(one).toMatchObject({ status: 403, body: { code: 'subject-not-shared' } })
})

test('SDMX-JSON: a series with its observations in time, asOf and history as they were', async () => {
  const { secret } = await aKey()
  const message = (await ask(`${flow}/M.REGION.*.test-shared`, secret)).body
  expect(message).toMatchObject({
    meta: { sender: { id: 'JINGWEI' } },
    data: {
      structures: [
        {
          dimensions: {
            series: [
              { id: 'FREQ' },
              { id: 'SUBJECT_TYPE' },
              { id: 'SUBJECT' },
              { id: 'INDICATOR' },
            ],
            observation: [
              { id: 'TIME_PERIOD', values: [{ value: '2026-01-01/P2M' }, { id: '2026-03' }] },
            ],
          },
        },
      ],
      dataSets: [
        {
          action: 'Information',
          series: { '0:0:0:0': { observations: { 0: [100, 0, 90], 1: [161, 0, 90] } } },
        },
      ],
    },
  })
  const march = encodeURIComponent('c[TIME_PERIOD]') + '=eq:2026-03'
  const before = await ask(`${flow}/*?${march}&asOf=2026-04-16`, secret)
  expect(JSON.stringify(before.body)).toContain('160.5')
  const history = (await ask(`${flow}/M.REGION.*.test-shared?${march}&includeHistory=true`, secret))
    .body as { data: { dataSets: { validFrom: string; validTo?: string }[] } }
  expect(history.data.dataSets.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2026-04-15T00:00:00.000Z', '2026-04-20T00:00:00.000Z'],
    ['2026-04-20T00:00:00.000Z', undefined],
  ])
  const updated = await ask(
    `${flow}/M.REGION.*.test-shared?updatedAfter=2026-04-16T00:00:00.000Z`,
    secret,
  )
  expect(updated.body).toMatchObject({ data: { dataSets: [{ action: 'Replace' }] } })
})

test('updatedAfter tells what changed since, and what is withdrawn as deleted', async () => {
  const { secret } = await aKey()
  await tell('2025-11', '380', '2026-04-21T01:00:00.000Z', 'test-since')
  await tell('2025-12', '400', '2026-04-21T02:00:00.000Z', 'test-since')
  await tell('2026-03', '160', '2026-04-21T03:00:00.000Z', 'test-since')
  await tell('2026-03', '161', '2026-04-21T05:00:00.000Z', 'test-since')
  await withdrawFigures(
    db,
    { region, by: demonstrationIdentity.user, at: '2026-04-22T00:00:00.000Z', cause: 'withdrawn' },
    [
      {
        subject: { kind: 'region', code: region },
        indicator: 'test-since',
        period: periodIn('2025-12'),
      },
    ],
  )
  const since = 'updatedAfter=2026-04-21T04:00:00.000Z'
  const message = (await ask(`${flow}/M.REGION.*.test-since?${since}`, secret)).body
  expect(message).toMatchObject({
    data: {
      structures: [
        { dimensions: { observation: [{ values: [{ id: '2025-12' }, { id: '2026-03' }] }] } },
      ],
      dataSets: [
        { action: 'Delete', series: { '0:0:0:0': { observations: { 0: [] } } } },
        { action: 'Replace', series: { '0:0:0:0': { observations: { 1: [161, 1, 90] } } } },
      ],
    },
  })
  const csv = await ask(
    `/sdmx/v2/csv/dataflow/JINGWEI/FIGURES/1.0.0/M.REGION.*.test-since?${since}`,
    secret,
  )
  expect(String(csv.body).split('\r\n').slice(1, -1)).toEqual([
    'dataflow,JINGWEI:FIGURES(1.0.0),D,M,REGION,999901,test-since,2025-12,,,,,',
    'dataflow,JINGWEI:FIGURES(1.0.0),R,M,REGION,999901,test-since,2026-03,161,万元,A,90,',
  ])
  const plain = await ask(`/exchange/figures?indicator=test-since&${since}`, secret)
  expect(plain.body).toMatchObject({
    figures: [
      { period: '2025-12', value: null, isGone: true },
      { period: '2026-03', value: '161' },
    ],
  })
  const asOf = await ask(
    '/exchange/figures?indicator=test-since&asOf=2026-04-21T04:00:00.000Z',
    secret,
  )
  expect(
    (asOf.body as { figures: { period: string }[] }).figures.map(({ period }) => period),
  ).toEqual(['2025-11', '2025-12', '2026-03'])
})

test('SDMX-CSV has the fixed columns first, then the components in the order of the structure', async () => {
  const { secret } = await aKey()
  const { body } = await ask(
    `/sdmx/v2/csv/dataflow/JINGWEI/FIGURES/1.0.0/M.REGION.*.test-shared`,
    secret,
  )
  expect(String(body).split('\r\n')).toEqual([
    'STRUCTURE,STRUCTURE_ID,ACTION,FREQ,SUBJECT_TYPE,SUBJECT,INDICATOR,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,BASE_VALUE,GAP',
    'dataflow,JINGWEI:FIGURES(1.0.0),I,M,REGION,999901,test-shared,2026-01-01/P2M,100,万元,A,90,',
    'dataflow,JINGWEI:FIGURES(1.0.0),I,M,REGION,999901,test-shared,2026-03,161,万元,A,90,',
    '',
  ])
})

test('the data structure refers only to what the message brings along', async () => {
  const { secret } = await aKey()
  const { body } = await ask(
    '/sdmx/v2/structure/dataflow/JINGWEI/FIGURES/latest?references=all',
    secret,
  )
  const { data } = body as {
    data: Record<string, { id: string; codes?: { id: string }[]; concepts?: { id: string }[] }[]>
  }
  expect(Object.keys(data)).toEqual(['dataflows', 'dataStructures', 'codelists', 'conceptSchemes'])
  const urns = [
    ...JSON.stringify(data['dataStructures']).matchAll(
      /"urn:sdmx:[^"]*?\.(Codelist|Concept)=JINGWEI:(\w+)\(1\.0\.0\)\.?(\w*)"/g,
    ),
  ]
  const lists = new Set(data['codelists']?.map(({ id }) => id))
  const concepts = new Set(
    data['conceptSchemes']?.flatMap(({ concepts: all = [] }) => all.map(({ id }) => id)),
  )
  expect(urns.length).toBeGreaterThan(10)
  expect(
    urns.filter(
      ([, kind, id = '', concept = '']) =>
        !(kind === 'Codelist' ? lists.has(id) : concepts.has(concept)),
    ),
  ).toEqual([])
  const ids = data['codelists']?.flatMap(({ codes = [] }) => codes.map(({ id }) => id)) ?? []
  expect(ids.filter((id) => !/^[A-Za-z0-9_@$-]+$/.test(id))).toEqual([])
  expect(await ask('/sdmx/v2/structure/dataflow/ECB/EXR/1.0', secret)).toMatchObject({
    status: 404,
  })
})

test('figures are sent in with a key for it, all or none', async () => {
  const { secret: reading } = await aKey()
  const { secret } = await aKey({
    actions: ['read-data', 'send-data'],
    indicators: ['test-shared'],
  })
  const one = {
    subject: { kind: 'region', code: region },
    indicator: 'test-shared',
    period: '2026-04',
    value: '240',
  }
  const send = (key: string, figures: readonly object[]) =>
    ask('/exchange/figures', key, 'POST', { figures })
  expect(await send(reading, [one])).toMatchObject({ status: 403 })
  const mixed = await send(secret, [one, { ...one, indicator: 'test-other' }])
  expect(mixed).toMatchObject({ status: 403, body: { code: 'indicator-not-shared' } })
  expect(await send(secret, [one])).toMatchObject({ status: 200, body: { changed: 1 } })
  const { body } = await ask('/exchange/figures?indicator=test-shared&period=2026-04', secret)
  expect(body).toMatchObject({ figures: [{ value: '240' }] })
})
