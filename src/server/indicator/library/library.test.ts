import {
  defineIndicator,
  indicatorHistory,
  listIndicators,
  tryFormula,
} from '#contract/indicator.ts'
import { callOf, type Reply } from '#contract/route.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { figures, indicator, memberships, period, shown, subject } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures } from '../accept-figures.ts'
import { changeMemberships } from '../change-memberships.ts'
import { checkSums } from '../check-sums.ts'
import { figuresOf } from '../figures.ts'
import { latestVersions } from './library-store.ts'
import { loadShippedLibrary, shippedDefinitions } from './shipped-library.ts'
import { expect, test } from 'vitest'

const { database, get, post, put } = await testApp()
const { db } = database
const region = demonstrationIdentity.region.code

async function define(
  code: string,
  name: string,
  change: object = {},
  { version = 0, why = '试' } = {},
) {
  const { code: _, ...definition } = indicator(code, name)
  const { url, body } = callOf(defineIndicator, {
    code,
    definition: { ...definition, ...change },
    version,
    why,
  })
  return put(url.slice('/api'.length), body ?? {})
}

const rate = { kind: 'rate', unit: '%', overSpace: 'ratio', overTime: 'none' }

async function tried(input: object): Promise<Reply<typeof tryFormula>> {
  return (await post('/formulas/trials', input)).body as Reply<typeof tryFormula>
}

test('the library of the field is there from the first start, once', async () => {
  const before = await latestVersions(db)
  expect(before.length).toBeGreaterThan(80)
  expect(
    await loadShippedLibrary(db, await shippedDefinitions(), '2030-01-01T00:00:00.000Z'),
  ).toEqual([])
  expect(await latestVersions(db)).toEqual(before)
  const { indicators } = (await get('/indicators')).body as Reply<typeof listIndicators>
  expect(
    indicators.find(({ definition }) => definition.code === 'industrial-output'),
  ).toMatchObject({
    version: 1,
    shipped: true,
    definition: { name: '工业总产值' },
  })
})

test('what a person wrote is kept when the program brings another version', async () => {
  const [shipped] = await shippedDefinitions()
  if (!shipped) throw new Error('Nothing is shipped')
  const { code, ...definition } = shipped
  const mine = { ...definition, decimals: 5 }
  const { url, body } = callOf(defineIndicator, {
    code,
    definition: mine,
    version: 1,
    why: '要看到五位',
  })
  expect(await put(url.slice('/api'.length), body ?? {})).toMatchObject({
    status: 200,
    body: { version: 2, shipped: false, why: '要看到五位' },
  })
  const next = { ...shipped, definition: '下一版的说明' }
  expect(await loadShippedLibrary(db, [next], '2030-01-01T00:00:00.000Z')).toEqual([])
  const { versions } = (await get(`/indicators/${code}`)).body as Reply<typeof indicatorHistory>
  expect(versions.map((each) => each.definition.decimals)).toEqual([5, shipped.decimals])
})

test('what is shipped and does not go together with what is there is left out and told', async () => {
  await define('own-name', '自有名称')
  const taken = indicator('shipped-later', '自有名称')
  const fine = indicator('shipped-fine', '另一名称')
  const now = '2030-01-01T00:00:00.000Z'
  expect(await loadShippedLibrary(db, [taken, fine], now)).toEqual(['shipped-later'])
  expect((await get('/indicators/shipped-fine')).status).toBe(200)
})

test('a version is added with its reason, and never over somebody else’s', async () => {
  await define('defined', '定义甲')
  const second = await define(
    'defined',
    '定义甲',
    { aliases: ['定义乙'] },
    { version: 1, why: '补充别名' },
  )
  expect(second).toMatchObject({ status: 200, body: { version: 2, why: '补充别名' } })
  const late = await define('defined', '定义甲', {}, { version: 1 })
  expect(late).toMatchObject({
    status: 409,
    body: { code: 'changed-meanwhile', detail: { version: 2 } },
  })
})

test.each([
  ['a cycle', { formula: '环甲 + 1万元' }, { code: 'formula-cycle', start: 0, end: 2 }],
  ['an unknown name', { formula: '无此指标 / 2' }, { code: 'unknown-name', start: 0, end: 4 }],
  ['a wrong unit', { formula: '环甲 + 3吨' }, { code: 'wrong-unit', start: 0 }],
  ['5,000 brackets', { formula: '('.repeat(5000) }, { code: 'expression-too-long' }],
])('%s in a formula is refused with its place', async (_, { formula }, problem) => {
  await define('ring-a', '环甲')
  const code = problem.code === 'formula-cycle' ? 'ring-a' : 'ring-b'
  expect(await tried({ formula, code })).toMatchObject({ problem })
  const name = code === 'ring-a' ? '环甲' : '环乙'
  const refused = await define(code, name, { formula }, { version: code === 'ring-a' ? 1 : 0 })
  expect(refused).toMatchObject({ status: 400, body: { code: 'indicator-refused' } })
  expect((await get('/indicators/ring-b')).status).toBe(404)
})

test('a formula is tried on real figures, step by step', async () => {
  await define('try-profit', '试利润')
  await define('try-revenue', '试营收')
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at: '2026-04-18T02:00:00.000Z', cause: 'test' },
    figures(`
      enterprise:t1 try-profit 2026-03 8/5
      enterprise:t1 try-revenue 2026-03 100/100
      enterprise:t2 try-profit 2026-03 2/5
      enterprise:t2 try-revenue 2026-03 100/100
    `),
  )
  const about = { subject: `region:${region}`, period: '2026-03' }
  const trial = await tried({ formula: '试利润 / 试营收', unit: '%', ...about })
  expect(trial).toMatchObject({
    uses: [
      { name: '试利润', code: 'try-profit' },
      { name: '试营收', code: 'try-revenue' },
    ],
    outcome: { value: 5, unit: '%', parts: [{ value: 10 }, { value: 200 }] },
  })
  expect(await tried({ formula: '试利润 / (试营收 - 200万元)', ...about })).toMatchObject({
    outcome: { value: null, gap: '除数为0，无法计算' },
  })
})

test('an indicator that begins to be summed, or ceases, has its sums made anew', async () => {
  await define('later-summed', '后汇总', { overSpace: 'none' })
  const acceptance = {
    region,
    by: demonstrationIdentity.user,
    at: '2026-04-18T02:00:00.000Z',
    cause: 'test',
  }
  await changeMemberships(db, acceptance, [memberships('l1 park 2025..: later')])
  await acceptFigures(
    db,
    acceptance,
    figures(`
      enterprise:l1 later-summed 2026-03 3
      enterprise:l2 later-summed 2026-03 4
    `),
  )
  const seen = async () =>
    (
      await figuresOf(db, {
        region,
        subjects: [subject(`region:${region}`), subject('park:later')],
        indicators: ['later-summed'],
        periods: [period('2026-03')],
      })
    ).map((figure) => shown(figure).split(' ')[3])
  expect(await seen()).toEqual(['missing', 'missing'])
  await define('later-summed', '后汇总', { overSpace: 'sum' }, { version: 1 })
  expect(await seen()).toEqual(['7', '3'])
  await define('later-summed', '后汇总', { overSpace: 'none' }, { version: 2 })
  expect(await seen()).toEqual(['missing', 'missing'])
  expect(await checkSums(db)).toMatchObject({ problems: [] })
})

test('another formula from a period on leaves earlier periods as they were', async () => {
  await define('part-a', '分项甲')
  await define('part-b', '分项乙')
  await define('whole', '合成', { ...rate, formula: '分项甲 / 分项乙' })
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at: '2026-05-18T02:00:00.000Z', cause: 'test' },
    figures(`
      region:${region} part-a 2026-03 1
      region:${region} part-b 2026-03 4
      region:${region} part-a 2026-04 1
      region:${region} part-b 2026-04 4
    `),
  )
  const changed = { ...rate, formula: '分项乙 / 分项甲', from: '2026-04' }
  expect((await define('whole', '合成', changed, { version: 1 })).status).toBe(200)
  const values = await figuresOf(db, {
    region,
    subjects: [subject(`region:${region}`)],
    indicators: ['whole'],
    periods: [period('2026-03'), period('2026-04')],
  })
  expect(values.map(({ value }) => value)).toEqual(['25', '400'])
})
