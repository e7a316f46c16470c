import type { Enterprise, EnterpriseContent, EnterpriseRow } from '#contract/enterprise.ts'
import { usccOf } from '#core/enterprise/uscc.ts'
import { firstTwoMonths, monthPeriod } from '#core/period/period.ts'
import { presentMoment } from '#server/clock.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { demonstrationOrganisations } from '#server/demo/demonstration-organisations.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { figuresOf } from '#server/indicator/figures.ts'
import {
  loadShippedLibrary,
  shippedDefinitions,
} from '#server/indicator/library/shipped-library.ts'
import { insertOrganisations, organisationOfCode } from '#server/organisation/store.ts'
import { signedIn } from '#test/signed-in.ts'
import { testApp } from '#test/test-app.ts'
import { insertChains } from './chain-store.ts'
import { expect, test } from 'vitest'

const { get, post, put, database } = await testApp()
const { db } = database
const region = demonstrationRegion.code
await insertOrganisations(db, region, demonstrationOrganisations())
await loadShippedLibrary(db, await shippedDefinitions(), presentMoment())
await insertChains(db, region, [
  {
    code: 'electronics',
    name: '电子信息',
    nodes: [{ code: 'sensor', name: '传感器', stage: 'midstream' }],
  },
])
const park = await placeOf('park-01')
const otherPark = await placeOf('park-02')

async function placeOf(code: string) {
  const unit = await organisationOfCode(db, region, code)
  if (!unit) throw new Error(`No unit ${code}`)
  return unit.id
}

let counted = 0

function codeOfNext(): string {
  counted += 1
  return usccOf('999901', `MB${String(counted).padStart(6, '0')}`)
}

function content(change: Partial<EnterpriseContent> = {}): EnterpriseContent {
  return {
    uscc: codeOfNext(),
    name: `澜测${counted}电子有限公司`,
    industry: '3983',
    size: 'small',
    park,
    address: '',
    products: '压力传感器',
    contacts: [],
    listings: [{ from: firstTwoMonths(2024), reason: '年度入库' }],
    places: [{ chain: 'electronics', node: 'sensor' }],
    tags: [],
    ...change,
  }
}

async function anEnterprise(change: Partial<EnterpriseContent> = {}): Promise<Enterprise> {
  const made = await post('/enterprises', { content: content(change), why: '新建' })
  expect(made).toMatchObject({ status: 200 })
  return made.body as Enterprise
}

async function listed(text: string): Promise<readonly EnterpriseRow[]> {
  const { body } = await get(`/enterprises?text=${encodeURIComponent(text)}`)
  return (body as { enterprises: EnterpriseRow[] }).enterprises
}

function aProduct(product: string, share: string) {
  return { product, share, tags: ['strategic'], from: monthPeriod(2026, 1) }
}

async function outputOf(kind: 'park' | 'industry' | 'tag', code: string, period: `2026-${string}`) {
  const [figure] = await figuresOf(db, {
    region,
    subjects: [{ kind, code }],
    indicators: ['industrial-output'],
    periods: [monthPeriod(2026, Number(period.slice(5)))],
  })
  return figure?.value ?? null
}

test('[E1] a code with a wrong digit is refused with its problem, one typed with spaces is taken', async () => {
  const code = codeOfNext()
  const wrong = `${code.slice(0, 17)}${code.endsWith('0') ? '1' : '0'}`
  const refused = await post('/enterprises', { content: content({ uscc: wrong }), why: '新建' })
  expect(refused).toMatchObject({
    status: 400,
    body: { code: 'enterprise-code-wrong', detail: { problem: 'check' } },
  })
  const { content: entered } = await anEnterprise({
    uscc: `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`,
  })
  expect(entered.uscc).toBe(code)
})

test('[E1] one code is one enterprise', async () => {
  const { content: entered } = await anEnterprise()
  const again = await post('/enterprises', {
    content: content({ uscc: entered.uscc ?? '' }),
    why: '新建',
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'enterprise-code-taken' } })
})

test.each([
  ['an industry the standard does not have', { industry: '9999' }, 'industry-unknown'],
  [
    'a place in a chain that is none',
    { places: [{ chain: 'electronics', node: 'none' }] },
    'chain-place-unknown',
  ],
  [
    'a tag held twice at once',
    {
      tags: [
        { tag: 'specialised', share: '1', from: monthPeriod(2024, 12), evidence: '甲' },
        { tag: 'specialised', share: '1', from: monthPeriod(2025, 12), evidence: '乙' },
      ],
    },
    'spans-overlap',
  ],
  [
    'a listing that ends before it begins',
    { listings: [{ from: monthPeriod(2025, 6), to: monthPeriod(2025, 3), reason: '' }] },
    'span-backwards',
  ],
  [
    'products that make more than the whole',
    { productShares: ['甲', '乙'].map((name) => aProduct(name, '0.6')) },
    'products-over-whole',
  ],
  [
    'a product with two shares at once',
    { productShares: ['0.2', '0.3'].map((share) => aProduct('甲', share)) },
    'product-twice',
  ],
  [
    'a product recognised as what only enterprises are',
    { productShares: [{ ...aProduct('甲', '0.3'), tags: ['specialised'] }] },
    'product-tag-unknown',
  ],
])('%s is refused', async (_, change, code) => {
  const refused = await post('/enterprises', { content: content(change), why: '新建' })
  expect(refused).toMatchObject({ status: 400, body: { code } })
})

test('a former name still finds the enterprise, as pinyin and a part of its code do', async () => {
  const { id, content: entered, revision } = await anEnterprise({ name: '澜旧光电有限公司' })
  await put(`/enterprises/${id}`, {
    revision,
    content: { ...entered, name: '澜新显示有限公司' },
    from: '2026-03',
    why: '更名',
  })
  for (const text of ['澜旧', '新显示', 'lxxs', 'lanxinxianshi', entered.uscc?.slice(10) ?? '']) {
    expect((await listed(text)).map((row) => row.id)).toContain(id)
  }
})

test('[E3] figures count for the new park from the period named, before for the old one', async () => {
  const one = await anEnterprise({ industry: '3911' })
  const subject = { kind: 'enterprise' as const, code: one.id }
  const acceptance = { region, by: demonstrationIdentity.user, at: presentMoment(), cause: 'test' }
  const source = { kind: 'person' as const, reference: 'test' }
  await db.transaction().execute((trx) =>
    acceptFigures(
      trx,
      acceptance,
      [
        { period: monthPeriod(2026, 3), value: '300' },
        { period: monthPeriod(2026, 6), value: '600' },
      ].map((each) => ({ ...each, subject, indicator: 'industrial-output', source })),
    ),
  )
  const before = { march: await outputOf('park', 'park-02', '2026-03') }
  await put(`/enterprises/${one.id}`, {
    revision: one.revision,
    content: { ...one.content, park: otherPark },
    from: '2026-06',
    why: '迁入',
  })
  expect(before.march).toBe(null)
  expect({
    old: [
      await outputOf('park', 'park-01', '2026-03'),
      await outputOf('park', 'park-01', '2026-06'),
    ],
    new: [
      await outputOf('park', 'park-02', '2026-03'),
      await outputOf('park', 'park-02', '2026-06'),
    ],
    industry: await outputOf('industry', '39', '2026-06'),
  }).toEqual({ old: ['300', null], new: [null, '600'], industry: '600' })
})

test('its products tell the share of an enterprise that counts as strategic', async () => {
  const products = [aProduct('传感器', '0.4'), aProduct('芯片', '0.25')]
  const { id, revision, content: entered } = await anEnterprise({ productShares: products })
  expect(entered).toMatchObject({
    productShares: products,
    tags: [{ tag: 'strategic', share: '0.65', from: '2026-01', evidence: '传感器、芯片' }],
  })
  const output = {
    subject: { kind: 'enterprise' as const, code: id },
    indicator: 'industrial-output',
    period: monthPeriod(2026, 8),
    value: '1000',
    source: { kind: 'exchange' as const, reference: id },
  }
  const by = demonstrationIdentity.user
  await acceptFigures(db, { region, by, at: presentMoment(), cause: 'test' }, [output])
  expect(await outputOf('tag', 'strategic', '2026-08')).toBe('650')
  const { productShares: _, ...without } = entered
  const changed = { ...without, productShares: products.slice(0, 1) }
  const kept = await put(`/enterprises/${id}`, {
    revision,
    content: changed,
    from: '2026-01',
    why: '复核',
  })
  expect(kept).toMatchObject({ status: 200, body: { content: { tags: [{ share: '0.4' }] } } })
  expect(await outputOf('tag', 'strategic', '2026-08')).toBe('400')
  const { revision: now, content: last } = kept.body as Enterprise
  const { productShares: __, ...bare } = last
  const gone = await put(`/enterprises/${id}`, {
    revision: now,
    content: bare,
    from: '2026-01',
    why: '复核',
  })
  expect(gone).toMatchObject({ status: 200, body: { content: { tags: [] } } })
  expect(await outputOf('tag', 'strategic', '2026-08')).toBeNull()
})

test('who saw an older state is told what is there now and changes nothing', async () => {
  const one = await anEnterprise()
  const change = { revision: one.revision, content: one.content, from: '2026-03', why: '甲' }
  await put(`/enterprises/${one.id}`, { ...change, content: { ...one.content, products: '甲' } })
  const late = await put(`/enterprises/${one.id}`, change)
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { current: { content: { products: '甲' } } } },
  })
})

test('a merged enterprise ends, leaves its name and its places, and can be brought back', async () => {
  const [one, into] = [await anEnterprise(), await anEnterprise({ places: [] })]
  const step = { kind: 'merge', day: '2026-05-31', into: into.id, intoRevision: into.revision }
  const merged = await post(`/enterprises/${one.id}/steps`, { revision: 0, step, why: '合并' })
  expect(merged).toMatchObject({
    status: 200,
    body: {
      state: 'merged',
      endedOn: '2026-05-31',
      successors: [{ id: into.id, kind: 'merged' }],
      content: { listings: [{ from: '2024-M1-2', to: '2026-05' }] },
    },
  })
  const grown = (await get(`/enterprises/${into.id}`)).body as Enterprise
  expect(grown).toMatchObject({
    formerNames: [{ name: one.content.name, to: '2026-05-31' }],
    origins: [{ id: one.id }],
    content: { places: [{ chain: 'electronics', node: 'sensor' }] },
  })
  const again = await post(`/enterprises/${one.id}/steps`, { revision: 1, step, why: '合并' })
  expect(again).toMatchObject({ status: 409 })
  const back = await post(`/enterprises/${one.id}/steps`, {
    revision: 1,
    step: { kind: 'restore' },
    why: '误操作',
  })
  expect(back).toMatchObject({
    status: 200,
    body: { state: 'active', successors: [], content: { listings: [{ from: '2024-M1-2' }] } },
  })
  expect((await get(`/enterprises/${into.id}`)).body).toMatchObject({ formerNames: [] })
})

test('what is split off lies where it came from and tells where that is', async () => {
  const one = await anEnterprise()
  const step = { kind: 'split', day: '2026-06-30', parts: [{ name: '澜分电子有限公司' }] }
  await post(`/enterprises/${one.id}/steps`, { revision: one.revision, step, why: '分立' })
  const [part] = await listed('澜分电子')
  expect(part).toMatchObject({ park, industry: '3983', isListed: false })
  expect((await get(`/enterprises/${part?.id}`)).body).toMatchObject({
    origins: [{ id: one.id, kind: 'split', day: '2026-06-30' }],
  })
})

test('[E2] what it told of people and revenue tells its size beside the one entered', async () => {
  const { id } = await anEnterprise({ size: 'large' })
  const year = Number(presentMoment().slice(0, 4)) - 1
  const source = { kind: 'person' as const, reference: 'test' }
  const told = { 'average-employees': '320', 'operating-revenue': '150000' }
  await db.transaction().execute((trx) =>
    acceptFigures(
      trx,
      { region, by: demonstrationIdentity.user, at: presentMoment(), cause: 'test' },
      Object.entries(told).map(([indicator, value]) => ({
        subject: { kind: 'enterprise' as const, code: id },
        indicator,
        period: monthPeriod(year, 12),
        value,
        source,
      })),
    ),
  )
  expect((await get(`/enterprises/${id}`)).body).toMatchObject({
    content: { size: 'large' },
    measured: { year, employees: 320, revenue: 15_000, size: 'medium' },
  })
})

test('each look at one enterprise is in the log, with who looked', async () => {
  const { id } = await anEnterprise()
  await get(`/enterprises/${id}`)
  await get(`/enterprises/${id}/figures?from=2025&to=2026`)
  const events = await db.selectFrom('event').selectAll().where('subjectId', '=', id).execute()
  expect(events.map(({ action }) => action).toSorted()).toEqual([
    'enterprise-added',
    'enterprise-figures-seen',
    'enterprise-seen',
  ])
  const { body } = await get(`/enterprises/${id}/history`)
  expect((body as { happenings: object[] }).happenings).toHaveLength(1)
})

test('a park sees its enterprises and no others', async () => {
  const { http, database: stored } = await testApp({ signsIn: true })
  await insertOrganisations(stored.db, region, demonstrationOrganisations())
  const unit = await organisationOfCode(stored.db, region, 'park-01')
  const foreign = await organisationOfCode(stored.db, region, 'park-02')
  if (!unit || !foreign) throw new Error('No parks')
  const analyst = await signedIn(stored.db, 'analyst', region)
  const ofPark = await signedIn(stored.db, 'park', region, unit.id)
  const made: string[] = []
  for (const place of [unit.id, foreign.id]) {
    const reply = await http.inject({
      method: 'POST',
      url: '/api/enterprises',
      headers: { cookie: analyst.cookie },
      payload: { content: { ...content({ places: [] }), park: place }, why: '新建' },
    })
    made.push(reply.json<Enterprise>().id)
  }
  const asPark = (url: string) =>
    http.inject({ method: 'GET', url: `/api${url}`, headers: { cookie: ofPark.cookie } })
  const rows = (await asPark('/enterprises')).json<{ enterprises: EnterpriseRow[] }>().enterprises
  expect(rows.map(({ id }) => id)).toEqual([made[0]])
  expect((await asPark(`/enterprises/${made[0]}`)).statusCode).toBe(200)
  for (const part of ['', '/figures?from=2025&to=2026', '/history']) {
    expect((await asPark(`/enterprises/${made[1]}${part}`)).statusCode).toBe(404)
  }
})
