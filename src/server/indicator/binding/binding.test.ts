import type { LedgerTarget } from '#contract/target.ts'
import type {
  listTargetMeasures,
  measuredTargets,
  targetBinding,
} from '#contract/target-binding.ts'
import type { Reply } from '#contract/route.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { figures } from '#test/figure-notation.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures } from '../accept-figures.ts'
import { expect, test } from 'vitest'

const { database, aDraft, get, post, put } = await testApp()
const { db } = database
const region = demonstrationIdentity.region.code

async function published(picture: string): Promise<readonly LedgerTarget[]> {
  const draft = await aDraft(readingOf(picture))
  const { body } = await post(`/drafts/${draft}/publications`, { pending: 'accept' })
  const { planId } = body as { planId: string }
  return ((await get(`/targets?planId=${planId}`)).body as { targets: LedgerTarget[] }).targets
}

test('a target is proposed its indicator, confirmed once, and then shows the current figure in its unit', async () => {
  const [target] = await published('量规划\n规模以上工业总产值 亿元 2020:100 2025:200')
  if (!target) throw new Error('A target was published')
  const path = `/targets/${region}/${target.id}/binding`
  const { proposals, binding } = (await get(path)).body as Reply<typeof targetBinding>
  expect(binding).toBeUndefined()
  const [best] = proposals
  expect(best).toMatchObject({
    indicator: 'industrial-output',
    subject: { kind: 'region', code: region },
    reasons: expect.arrayContaining(['名称相同']),
  })

  const measure = { indicator: best?.indicator, subject: best?.subject }
  expect(await put(path, { measure })).toMatchObject({
    status: 200,
    body: { binding: { ...measure, confirmedBy: demonstrationIdentity.user } },
  })
  await acceptFigures(
    db,
    { region, by: demonstrationIdentity.user, at: '2026-04-18T02:00:00.000Z', cause: 'test' },
    figures(`
      enterprise:b1 industrial-output 2026-M1-2 1000000
      enterprise:b1 industrial-output 2026-03 3000000/2000000
      enterprise:b2 industrial-output 2026-03 1500000/1000000
    `),
  )
  const { targets } = (await get(`/targets/${region}/figures`)).body as Reply<
    typeof measuredTargets
  >
  expect(targets).toMatchObject([
    {
      id: target.id,
      indicator: 'industrial-output',
      figure: { period: '2026-03', value: '4500000', growth: 0.5 },
      value: 45,
    },
  ])
  const hanging = await get(
    '/figures/hanging?subject=enterprise:b1&indicator=industrial-output&period=2026-03',
  )
  expect(hanging.body).toMatchObject({ targets: [{ id: target.id, name: '规模以上工业总产值' }] })

  expect(await put(path, {})).toMatchObject({ status: 200, body: {} })
  expect((await get(`/targets/${region}/figures`)).body).toEqual({ targets: [] })
})

test('all targets are listed with what measures them, or with the best that may', async () => {
  const [first] = await published(
    '总规划\n规模以上工业总产值 亿元 2020:100 2025:200\n规模以上工业利润总额 亿元 2020:10 2025:20',
  )
  const subject = { kind: 'region', code: region }
  const measure = { indicator: 'industrial-output', subject }
  await put(`/targets/${region}/${first?.id}/binding`, { measure })
  const { body } = await get(`/targets/${region}/measures`)
  const { targets } = body as Reply<typeof listTargetMeasures>
  expect(targets.filter(({ planTitle }) => planTitle === first?.planTitle)).toMatchObject([
    { name: '规模以上工业总产值', unit: '亿元', binding: measure, proposals: [] },
    {
      name: '规模以上工业利润总额',
      proposals: expect.arrayContaining([
        expect.objectContaining({ indicator: 'total-profit', subject }),
      ]),
    },
  ])
  const effect = (await get('/indicators/industrial-output/effect')).body
  expect(effect).toMatchObject({
    indicators: expect.arrayContaining([
      expect.objectContaining({ code: 'industrial-output-growth' }),
    ]),
    targets: expect.arrayContaining([expect.objectContaining({ id: first?.id })]),
  })
  await put(`/targets/${region}/${first?.id}/binding`, {})
})

test('the next version of the plan keeps what its targets are measured by', async () => {
  const [first] = await published('续规划\n续电量 万千瓦时 2020:100 2025:200')
  const measure = {
    indicator: 'industrial-electricity-use',
    subject: { kind: 'region', code: region },
  }
  const list = (
    (await get('/indicators')).body as {
      indicators: { definition: { code: string; unit: string } }[]
    }
  ).indicators
  const electricity = list.find(({ definition }) => definition.unit === '万千瓦时')
  if (!electricity) throw new Error('The library measures electricity')
  const bound = { ...measure, indicator: electricity.definition.code }
  await put(`/targets/${region}/${first?.id}/binding`, { measure: bound })
  const [second] = await published('续规划\n续电量 万千瓦时 2020:100 2025:260')
  expect(second?.id).not.toBe(first?.id)
  expect((await get(`/targets/${region}/${second?.id}/binding`)).body).toMatchObject({
    binding: bound,
  })
})

test('a measure whose unit the target cannot be told in is refused', async () => {
  const [target] = await published('误规划\n误专利 件 2020:1 2025:2')
  const refused = await put(`/targets/${region}/${target?.id}/binding`, {
    measure: { indicator: 'industrial-output', subject: { kind: 'region', code: region } },
  })
  expect(refused).toMatchObject({ status: 400, body: { code: 'target-not-measurable' } })
})
