import type { LedgerTarget } from '#contract/target.ts'
import type { DraftId } from '#core/id.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { aDraft, get, post, put } = await testApp()

interface Publication {
  readonly planId: string
  readonly regionCode: string
  readonly number: number
}

/** Publishes what is drawn under a title of its own, everything accepted. */
async function published(picture: string, meta = {}): Promise<Publication & { id: DraftId }> {
  const id = await aDraft(readingOf(picture, { meta }))
  const { body } = await post(`/drafts/${id}/publications`, { pending: 'accept' })
  return { id, ...(body as Publication) }
}

async function ledger(query: string): Promise<readonly LedgerTarget[]> {
  return ((await get(`/targets?${query}`)).body as { targets: LedgerTarget[] }).targets
}

test('undecided items stand in the way of publication', async () => {
  const id = await aDraft(readingOf('规划甲\n工业总产值 亿元 2020:100 2025:200'))
  expect(await post(`/drafts/${id}/publications`)).toMatchObject({
    status: 409,
    body: { code: 'not-publishable', detail: { code: 'items-pending', count: 1 } },
  })
  expect(await post(`/drafts/${id}/publications`, { pending: 'reject' })).toMatchObject({
    status: 409,
    body: { detail: { code: 'nothing-accepted' } },
  })
})

test('a published draft is version 1, its targets are in the ledger with their sentences', async () => {
  const picture = '规划乙\n乙工业总产值 亿元 2020:100 2025:200\n乙研发强度 % 2020:1 2025:2'
  const { planId, regionCode, number } = await published(picture)
  expect({ regionCode, number }).toEqual({ regionCode: '999901', number: 1 })
  expect(await ledger(`planId=${planId}`)).toMatchObject([
    {
      content: { indicator: '乙工业总产值', baseline: { value: 100 } },
      region: { name: '青澜区', simulated: true },
      number: 1,
      path: 'geometric',
      citation: { quote: '乙工业总产值 亿元 2020:100 2025:200' },
    },
    { content: { indicator: '乙研发强度' }, path: 'linear' },
  ])
})

test('the same plan again is its next version, compared by meaning, with one history a target', async () => {
  const first = await published(
    '规划丙\n丙总产值 亿元 2020:100 2025:200\n丙专利数 件 2020:1 2025:2',
  )
  const id = await aDraft(readingOf('规划丙（修订）\n丙总产值 亿元 2020:100 2025:260'))
  const { body: compared } = await get(`/drafts/${id}/comparison`)
  expect(compared).toMatchObject({
    comparison: {
      left: { title: '规划丙', number: 1 },
      entries: [
        {
          change: 'changed',
          differences: [{ field: 'milestone-value', year: '2025', left: 200, right: 260 }],
        },
        { change: 'dropped', left: { content: { indicator: '丙专利数' } } },
      ],
    },
  })
  const { body: second } = await post(`/drafts/${id}/publications`, { pending: 'accept' })
  expect(second).toEqual({ planId: first.planId, regionCode: '999901', number: 2 })
  const [target, ...others] = await ledger(`planId=${first.planId}`)
  expect(others).toEqual([])
  expect(target).toMatchObject({ number: 2, versions: 2 })
  const { body: history } = await get(`/targets/999901/${target?.id}/history`)
  expect(history).toMatchObject({
    versions: [
      { target: { number: 2, content: { milestones: [{ value: 260 }] } } },
      { target: { number: 1, content: { milestones: [{ value: 200 }] } } },
    ],
  })
})

test('a plan of another region is published there, and the two are compared', async () => {
  const own = await published('规划丁\n丁总产值 亿元 2020:100 2025:200')
  const region = { name: '某省某市云岭县' }
  const other = await published('云岭县规划\n丁总产值 亿元 2020:80 2025:90', { region })
  expect(other.regionCode).toMatch(/^own-/)
  const sides = `leftRegion=${own.regionCode}&leftPlan=${own.planId}&rightRegion=${other.regionCode}&rightPlan=${other.planId}`
  expect((await get(`/comparisons?${sides}`)).body).toMatchObject({
    left: { regionName: '青澜区' },
    right: { regionName: '某省某市云岭县' },
    entries: [{ kind: 'target', change: 'changed' }],
  })
  expect((await get('/regions')).body).toMatchObject({
    regions: [{ code: '999901' }, { code: other.regionCode, simulated: false }],
  })
})

test('the ledger filters by words, year and region, and says what can be chosen', async () => {
  const { planId } = await published(
    '规划戊\n戊总产值 亿元 2020:100 2022:120 2025:200\n戊能耗 % 2020:9 2025:8',
  )
  const found = await get(`/targets?planId=${planId}&text=${encodeURIComponent('能耗')}`)
  expect(found.body).toMatchObject({ total: 1, targets: [{ content: { indicator: '戊能耗' } }] })
  expect(await ledger(`planId=${planId}&year=2022`)).toHaveLength(1)
  expect(await ledger(`planId=${planId}&region=500000`)).toEqual([])
  expect(await ledger(`planId=${planId}&region=all&text=%25`)).toEqual([])
  expect(await ledger(`planId=${planId}&sort=indicator&order=down`)).toMatchObject([
    { content: { indicator: '戊能耗' } },
    { content: { indicator: '戊总产值' } },
  ])
})

test('a chosen path survives the next version of the plan', async () => {
  const { planId } = await published('规划己\n己总产值 亿元 2020:100 2025:200')
  const [target] = await ledger(`planId=${planId}`)
  const url = `/targets/999901/${target?.id}/path`
  expect(await put(url, { revision: 0, path: 'step' })).toMatchObject({
    status: 200,
    body: { path: 'step', pathChosen: true, revision: 1 },
  })
  expect(await put(url, { revision: 0, path: 'linear' })).toMatchObject({ status: 409 })
  await published('规划己\n己总产值 亿元 2020:100 2025:210')
  expect(await ledger(`planId=${planId}`)).toMatchObject([{ path: 'step', pathChosen: true }])
})

test('a published plan lists its versions with what they hold', async () => {
  const { planId } = await published('规划庚\n庚总产值 亿元 2020:100 2025:200')
  const { body } = await get('/plans?region=999901')
  const { plans } = body as { plans: { id: string }[] }
  expect(plans.find(({ id }) => id === planId)).toMatchObject({
    title: '规划庚',
    versions: [{ number: 1, counts: { target: 1, task: 0 }, publishedBy: { name: '演示用户' } }],
  })
  expect((await get(`/plans/999901/${planId}/items?kind=target`)).body).toMatchObject({
    version: { number: 1 },
    items: [{ kind: 'target', content: { indicator: '庚总产值' } }],
  })
})
