import { type AnyRoute, callOf } from '#contract/route.ts'
import { actions } from '#core/access/action.ts'
import { presentMoment } from '#server/clock.ts'
import { demonstrationIdentity, demonstrationPlans } from '#server/demo/demonstration.ts'
import { insertAccount } from '#server/identity/account-store.ts'
import { newId } from '#server/new-id.ts'
import { allRoutes } from '#test/all-routes.ts'
import { fitted, type Choices } from '#test/fitted-input.ts'
import { multipart, testApp } from '#test/test-app.ts'
import { strFromU8, unzipSync } from 'fflate'
import fs from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

const everybody = { actions: new Set(actions), user: { id: newId('user'), name: '全能用户' } }
const { http, database, jobs, get, post } = await testApp({
  requestsPerMinute: 1_000_000_000,
  isDemonstration: true,
  demonstrationSize: { enterprises: 40, months: 14 },
  identify: () => Promise.resolve({ ...demonstrationIdentity, ...everybody }),
})
const { db } = database
const region = demonstrationIdentity.region.code

/** Everything that only reads; whatever changes something is in the log anyway. */
const reading = (await allRoutes()).filter(
  ({ method, path }) => method === 'GET' || path.endsWith('/trials'),
)

/** They name enterprises, as a list or a menu does, and tell no figure of them. */
const naming = [
  '/enterprises',
  // What a file was understood as, for who may record figures and brought it.
  '/figure-imports/:id',
  '/figure-vocabulary',
  '/figures/subjects',
  '/log',
  '/reports',
  '/search',
  '/work',
]

/** They take something the demonstration has none of, and know nothing of enterprises’ figures. */
const apart = [
  '/calendar',
  '/drafts/:id/comparison',
  '/enterprise-imports/:id',
  '/matter-schemes/trials',
  '/matters/:id/evidence/:evidenceId/file',
  '/meetings/:id',
  '/meetings/:id/minutes.docx',
  '/watching/lamp-rule/trials',
  '/watching/targets/:region/:id/path/trials',
  '/webhooks/:id/deliveries',
  // The same paper as the docx, where LibreOffice is.
  '/analysis/reports/:period/analysis.pdf',
]

interface Enterprise {
  readonly id: string
  readonly name: string
}

let enterprises: readonly Enterprise[] = []
let given: Choices = {}
const bodies = new Map<string, readonly Choices[]>()

beforeAll(async () => {
  await jobs.idle()
  const login = { login: 'everybody', regionCode: region, createdAt: presentMoment() }
  await insertAccount(db, { ...everybody.user, ...login })
  expect((await post('/reports/rounds', { form: 'energy', period: '2026-03' })).status).toBe(200)
  // What the published plan itself names is no secret.
  const plan = fs.readFileSync(demonstrationPlans.published.replace('.docx', '.md'), 'utf8')
  const rows = await db.selectFrom('enterprise').select(['id', 'name']).orderBy('name').execute()
  enterprises = rows.filter(({ name }) => !plan.includes(name))
  given = await choices()
  await writeBodies()
}, 300_000)

/** What the fields of an input may be, by their names; the first that fits is taken. */
async function choices(): Promise<Choices> {
  const plan = await db
    .selectFrom('plan')
    .select('id')
    .where('regionCode', '=', region)
    .executeTakeFirst()
  const { targets } = await json<{ targets: { id: string }[] }>(`/targets?region=${region}`)
  const period = '2026-M1-2'
  return {
    region: [region],
    planId: [plan?.id],
    leftRegion: [region],
    rightRegion: [region],
    leftPlan: [plan?.id],
    rightPlan: [plan?.id],
    leftNumber: [1],
    rightNumber: [1],
    targetId: [targets[0]?.id],
    indicator: ['industrial-output', ['industrial-output']],
    period: [period, [period]],
    periods: [[period]],
    from: ['2025', '2026-01-01', 0],
    to: ['2026', '2026-12-31'],
    above: ['total-profit'],
    below: ['operating-revenue'],
    dimension: ['park'],
    by: ['enterprise', 'industry'],
    text: ['有限公司'],
    form: ['energy'],
    origin: ['http://127.0.0.1'],
    state: ['all', ['open'], 'open'],
    position: [0],
    key: ['all'],
    agency: ['JINGWEI'],
    references: ['none'],
    version: ['1.0.0'],
    type: ['dataflow'],
    formula: ['[industrial-output]'],
  }
}

async function writeBodies(): Promise<void> {
  const { rules } = await json<{ rules: { rule: object }[] }>('/warning-rules')
  const { templates } = await json<{ templates: { versions: { template: object }[] }[] }>(
    '/analysis/templates',
  )
  const { versions } = await json<{ versions: { form: object }[] }>('/forms/energy')
  bodies.set(
    '/warning-rules/trials',
    rules.map(({ rule }) => ({ rule: [rule], periods: [['2026-M1-2']] })),
  )
  bodies.set(
    '/analysis/templates/trials',
    templates.flatMap(({ versions }) =>
      versions.map(({ template }) => ({
        template: [template],
        period: ['2026-M1-2', '2026-Q1', '2025'],
      })),
    ),
  )
  bodies.set('/forms/trials', [{ form: [versions[0]?.form], period: ['2026-02'] }])
  for (const kind of ['structure/:type/:agency', 'data/dataflow/:agency', 'csv/dataflow/:agency']) {
    const key = kind.startsWith('structure') ? '' : '/:key'
    bodies.set(`/sdmx/v2/${kind}/:id/:version${key}`, [{ id: ['FIGURES'] }])
  }
  bodies.set('/reports/sheet', [{ form: ['energy'], period: ['2026-03'] }])
  bodies.set('/reports/progress', [{ form: ['energy'], period: ['2026-03'] }])
  bodies.set('/forms/:code', [{ code: ['energy'] }])
  bodies.set('/indicators/:code', [{ code: ['industrial-output'] }])
}

async function json<Value>(url: string): Promise<Value> {
  const { status, body } = await get(url)
  expect([url, status]).toEqual([url, 200])
  return body as Value
}

/** A file with the output of every enterprise, as it is exported, waiting to be taken over. */
async function anImport(): Promise<string> {
  const table = await http.inject(
    '/api/figure-tables.csv?subject=enterprise:*&indicator=industrial-output&period=2026-M1-2',
  )
  const file = { name: '产值.csv', content: table.rawPayload }
  const { payload, headers } = multipart([file])
  const reply = await http.inject({ method: 'POST', url: '/api/figure-imports', payload, headers })
  const [first] = reply.json<{ imports: { id: string }[] }>().imports
  if (!first) throw new Error(reply.body)
  return first.id
}

/** The first thing of the region that a path is about: `/matters/:id` a matter. */
async function idFor(path: string, enterprise: Enterprise): Promise<string | undefined> {
  const [, first = ''] = path.split('/')
  const table = tables.get(first)
  if (first === 'enterprises') return enterprise.id
  if (first === 'targets' || first === 'watching') return String(given['targetId']?.[0])
  if (table === undefined) return undefined
  const row = await db
    .selectFrom(table)
    .select('id')
    .where('regionCode', '=', region)
    .orderBy('id')
    .executeTakeFirst()
  return row?.id
}

const tables = new Map([
  ['documents', 'document'],
  ['drafts', 'draft'],
  ['figure-imports', 'figureImport'],
  ['matters', 'matter'],
  ['organisations', 'organisation'],
  ['projects', 'project'],
  ['reports', 'report'],
] as const) as ReadonlyMap<string, 'document' | 'draft' | 'matter' | 'project' | 'report'>

async function questionsOf(route: AnyRoute, one: Enterprise): Promise<readonly Choices[]> {
  const id = await idFor(route.path, one)
  const base = { ...given, ...(id !== undefined && { id: [id] }), reference: [one.id] }
  const subject = `enterprise:${one.id}`
  const each: readonly Choices[] = [
    { ...base, subject: [subject, [subject], 'enterprise'], code: [one.id], kind: ['enterprise'] },
    { ...base, subject: ['enterprise:*', ['enterprise:*'], 'enterprise'] },
    { ...base, subject: [`region:${region}`, 'region'], code: [region] },
  ]
  return [...each, ...(bodies.get(route.path) ?? []).map((body) => ({ ...base, ...body }))]
}

/** All that a reply says; documents and workbooks are archives. */
function textOf(content: Uint8Array): string {
  const isArchive = content[0] === 0x50 && content[1] === 0x4b
  const parts = isArchive ? Object.values(unzipSync(content)) : [content]
  return parts.map((part) => strFromU8(part)).join('\n')
}

async function entries(): Promise<number> {
  const { count } = await db
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

test(
  'whatever tells of single enterprises writes down who looked',
  { timeout: 600_000 },
  async () => {
    const [one] = enterprises
    if (!one) throw new Error('The demonstration has enterprises')
    await anImport()
    const silent = new Set<string>()
    const written = new Set<string>()
    const unreached: string[] = []
    for (const route of reading.filter(({ path }) => !apart.includes(path))) {
      let isReached = false
      for (const question of await questionsOf(route, one)) {
        const { url, body } = callOf(route, fitted(route, question))
        const before = await entries()
        const reply = await http.inject({
          method: route.method,
          url,
          ...(body && { payload: body }),
        })
        if (reply.statusCode >= 300) continue
        isReached = true
        const text = textOf(reply.rawPayload)
        if (!enterprises.some(({ id, name }) => text.includes(id) || text.includes(name))) continue
        const told = (await entries()) > before ? written : silent
        told.add(route.path)
      }
      if (!isReached) unreached.push(route.path)
    }
    // A new route is asked for here what it is asked for, or stands in one of the lists above.
    expect(unreached).toEqual([])
    expect([...silent].filter((path) => !naming.includes(path))).toEqual([])
    expect([...written]).toEqual(
      expect.arrayContaining([
        '/analysis/causes',
        '/analysis/changes',
        '/analysis/reports/:period',
        '/analysis/reports/:period/analysis.docx',
        '/analysis/reports/:period/analysis.html',
        '/analysis/templates/trials',
        '/enterprises/:id',
        '/figure-tables.xlsx',
        '/figures',
        '/figures/lineage',
        '/figures/revision-statistics',
        '/log.csv',
        '/reports/:id',
        '/reports/:id/template.xlsx',
        '/reports/sheet',
      ]),
    )
    const backup = await http.inject('/api/installation/backup')
    expect(backup.statusCode).toBe(200)
    const taken = await db
      .selectFrom('event')
      .select('by')
      .where('action', '=', 'backup-taken')
      .execute()
    expect(taken.at(-1)).toEqual({ by: everybody.user })
  },
)
