import { type AnyRoute, callOf } from '#contract/route.ts'
import type { OrganisationId } from '#core/id.ts'
import { demonstrationPlans } from '#server/demo/demonstration.ts'
import { allRoutes } from '#test/all-routes.ts'
import { type SignedInUser, signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import fs from 'node:fs'
import { beforeAll, expect, test } from 'vitest'

const { http, database, jobs } = await testApp({
  signsIn: true,
  isDemonstration: true,
  demonstrationSize: { enterprises: 40, months: 14 },
  requestsPerMinute: 1_000_000,
})
const { db } = database
const region = '999901'
const routes = await allRoutes()

interface Thing {
  readonly id: string
  readonly name: string
  readonly kind: (typeof kinds)[number]
  /** The units it belongs to. */
  readonly owners: readonly (OrganisationId | null)[]
}

const kinds = ['enterprise', 'matter', 'report'] as const

const units = new Map<string, OrganisationId>()
const things: Thing[] = []

beforeAll(async () => {
  await jobs.idle()
  const organisations = await db.selectFrom('organisation').select(['id', 'code']).execute()
  for (const { id, code } of organisations) units.set(code, id)
  // What the published plan itself names is no secret.
  const plan = fs.readFileSync(demonstrationPlans.published.replace('.docx', '.md'), 'utf8')
  const enterprises = await db.selectFrom('enterprise').selectAll().execute()
  for (const { id, name, parkId, townId, organisationId } of enterprises) {
    if (plan.includes(name)) continue
    things.push({ kind: 'enterprise', id, name, owners: [parkId, townId, organisationId] })
  }
  things.push(...(await reportsOf(things)))
  for (const code of ['bureau-02', 'park-02']) things.push(await aMatterOf(code))
}, 300_000)

/** The reports a round asks of enterprises, which belong to whom the enterprises do. */
async function reportsOf(enterprises: readonly Thing[]): Promise<readonly Thing[]> {
  const analyst = await signedIn(db, 'analyst', region)
  const reply = await http.inject({
    method: 'POST',
    url: '/api/reports/rounds',
    headers: { cookie: analyst.cookie },
    payload: { form: 'energy', period: '2026-03' },
  })
  expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)])
  const reports = await db.selectFrom('report').select(['id', 'enterpriseId']).execute()
  return reports.flatMap(({ id, enterpriseId }): readonly Thing[] => {
    const owner = enterprises.find((one) => one.id === enterpriseId)
    return owner ? [{ kind: 'report', id, name: id, owners: owner.owners }] : []
  })
}

/** A matter that one unit leads and nobody else has a part in. */
async function aMatterOf(code: string): Promise<Thing> {
  const planner = await signedIn(db, 'planner', region)
  const lead = unitOf(code)
  const name = `只与${code}有关的事项`
  const reply = await http.inject({
    method: 'POST',
    url: '/api/matters',
    headers: { cookie: planner.cookie },
    payload: { key: crypto.randomUUID(), kind: 'decision', title: name, lead },
  })
  expect([reply.statusCode, reply.body]).toEqual([200, expect.any(String)])
  return { kind: 'matter', id: reply.json<{ id: string }>().id, name, owners: [lead] }
}

function unitOf(code: string): OrganisationId {
  const id = units.get(code)
  if (id === undefined) throw new Error(`There is no ${code}`)
  return id
}

/** What a request about a thing may name: a route takes of it what it knows. */
function questionsAbout({ id, kind }: Thing): readonly Readonly<Record<string, unknown>>[] {
  const given = {
    id,
    region,
    reference: id,
    matterId: id,
    enterpriseId: id,
    indicator: 'industrial-output',
    period: '2026-M1-2',
    from: '2025',
    to: '2026',
    above: 'total-profit',
    below: 'operating-revenue',
    dimension: 'park',
    by: 'enterprise',
    text: kind === 'enterprise' ? '有限公司' : '事项',
    revision: 0,
    why: '试一试',
    action: 'comment',
    words: '试一试',
    items: [{ id, revision: 0 }],
    content: { name: '改' },
  }
  if (kind !== 'enterprise') return [given]
  return [
    { ...given, subject: `enterprise:${id}` },
    { ...given, subject: 'enterprise', code: id },
    { ...given, subject: 'region', code: region },
  ]
}

async function answer(
  route: AnyRoute,
  input: Readonly<Record<string, unknown>>,
  { cookie }: SignedInUser,
) {
  const { url, body } = callOf(route, input)
  const reply = await http.inject({
    method: route.method,
    url: url.slice(0, 4000),
    headers: { cookie },
    ...(body && { payload: body }),
  })
  return { status: reply.statusCode, text: textOf(reply.rawPayload) }
}

/** All that a reply says; documents and workbooks are archives. */
function textOf(content: Uint8Array): string {
  const isArchive = content[0] === 0x50 && content[1] === 0x4b
  const parts = isArchive ? Object.values(unzipSync(content)) : [content]
  return parts.map((part) => strFromU8(part)).join('\n')
}

/** The tables of things that belong to units, each as one hash. */
async function everythingOwned(): Promise<unknown> {
  const own = /^(?:session|event|sign_in|job|notification|app_user|kysely|search)/
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' order by 1
  `.execute(db)
  const hashes: unknown[] = []
  for (const { name } of rows.filter((table) => !own.test(table.name))) {
    const hash = await sql`
      select md5(string_agg(t::text, '|' order by t::text)) as hash from ${sql.table(name)} t
    `.execute(db)
    hashes.push([name, hash.rows])
  }
  return hashes
}

const readers = [
  ['unit', 'bureau-03'],
  ['park', 'park-01'],
  ['enterprise', 'enterprise-01'],
] as const

test.each(readers)(
  'a %s of %s reads and writes nothing that belongs to other units',
  async (role, code) => {
    const reader = await signedIn(db, role, region, unitOf(code))
    const foreign = things.filter(({ owners }) => !owners.includes(unitOf(code)))
    expect(foreign.length).toBeGreaterThan(20)
    const asked = kinds.flatMap((one) => foreign.find(({ kind }) => kind === one) ?? [])
    expect(asked.map(({ kind }) => kind)).toEqual(kinds)
    const before = await everythingOwned()
    const leaks = new Set<string>()
    for (const route of routes.filter(({ path }) => path !== '/session')) {
      for (const input of asked.flatMap(questionsAbout)) {
        const { status, text } = await answer(route, input, reader)
        expect([route.path, status]).not.toEqual([route.path, 500])
        if (status >= 400) continue
        // What was asked about is repeated in the answer; then it must say nothing of it.
        const seen = foreign.filter(
          ({ id, name }) =>
            (name !== input['id'] && text.includes(name)) ||
            (text.includes(id) && (id !== input['id'] || /"value":"/.test(text))),
        )
        for (const { kind } of seen) leaks.add(`${route.method} ${route.path}: ${kind}`)
      }
    }
    expect([...leaks]).toEqual([])
    expect(await everythingOwned()).toEqual(before)
  },
  600_000,
)

/** Sums that only one or two foreign enterprises are behind, of figures nobody comes to by chance. */
async function sumsOfFew(code: string): Promise<readonly Sum[]> {
  const foreign = things.filter(
    ({ kind, owners }) => kind === 'enterprise' && !owners.includes(unitOf(code)),
  )
  const { rows } = await sql<Sum>`
    select k.subject_kind as kind, k.subject_code as code, trim_scale(k.value)::text as value
    from (
      select s.subject_kind, s.subject_code, k.value, k.count
      from kept_sum k
      join figure_series s on s.region_code = k.region_code and s.id = k.series_id
      where k.region_code = ${region} and k.period = '2026-M1-2'
        and s.subject_kind = 'industry' and s.indicator = 'industrial-output'
    ) k
    where k.count < 3 and k.value > 1000 and not exists (
      select 1 from membership m
      where m.region_code = ${region} and m.dimension = 'industry'
        and left(m.member, 2) = k.subject_code
        and not m.subject_code = any(${foreign.map(({ id }) => id)}::text[])
    )
    order by k.subject_code
  `.execute(db)
  return rows
}

interface Sum {
  readonly kind: string
  readonly code: string
  readonly value: string
}

/** What may be asked of a sum. */
function questionsOfSum({ kind, code }: Sum): readonly Readonly<Record<string, unknown>>[] {
  const given = {
    region,
    indicator: 'industrial-output',
    period: '2026-M1-2',
    above: 'total-profit',
    below: 'operating-revenue',
    dimension: 'industry',
    from: '2026-01-01',
    to: '2026-12-31',
    origin: 'http://127.0.0.1',
    kind,
  }
  return [
    { ...given, by: 'enterprise', subject: kind, code },
    { ...given, by: 'industry', subject: `${kind}:${code}` },
    { ...given, by: 'industry' },
  ]
}

/** Where somebody reads one of the sums. */
async function readSums(
  sums: readonly Sum[],
  reader: SignedInUser,
  about = /^\/(?:analysis|exchange|figure|targets|warning|watching)/,
): Promise<readonly string[]> {
  const told = new Set<string>()
  const asked = routes.filter(
    // The same paper packed: its words are read in the page of it.
    ({ method, path }) => method === 'GET' && about.test(path) && !/\.(?:docx|pdf)$/.test(path),
  )
  for (const route of asked) {
    for (const input of sums.slice(0, 1).flatMap(questionsOfSum)) {
      const { status, text } = await answer(route, input, reader)
      const numbers = new Set(text.match(/\d+(?:\.\d+)?/g)?.map((each) => String(Number(each))))
      if (status < 400 && sums.some(({ value }) => numbers.has(value))) told.add(route.path)
    }
  }
  return [...told]
}

test.each(readers)(
  'a %s of %s reads no sum that tells what one or two others are',
  async (role, code) => {
    const sums = await sumsOfFew(code)
    expect(sums.length).toBeGreaterThan(0)
    expect(await readSums(sums, await signedIn(db, role, region, unitOf(code)))).toEqual([])
    const planner = await signedIn(db, 'planner', region)
    for (const path of [/^\/analysis\/causes$/, /^\/figures$/, /^\/figures\/breakdown$/]) {
      expect(await readSums(sums, planner, path)).toHaveLength(1)
    }
  },
  600_000,
)

test('whoever works for all of the region sees those same things', async () => {
  const planner = await signedIn(db, 'planner', region)
  const seen = new Set<string>()
  for (const route of routes.filter(({ method }) => method === 'GET')) {
    for (const thing of kinds.flatMap((one) => things.find(({ kind }) => kind === one) ?? [])) {
      for (const input of questionsAbout(thing)) {
        const { status, text } = await answer(route, input, planner)
        if (status < 400 && (text.includes(thing.id) || text.includes(thing.name))) {
          seen.add(`${route.path} ${thing.kind}`)
        }
      }
    }
  }
  expect([...seen]).toEqual(
    expect.arrayContaining([
      '/enterprises enterprise',
      '/enterprises/:id enterprise',
      '/figures enterprise',
      '/matters matter',
      '/matters/:id matter',
      '/reports/:id report',
    ]),
  )
}, 300_000)
