import type { LedgerTarget } from '#contract/target.ts'
import type { targetStanding, tryPath } from '#contract/watching.ts'
import type { Reply } from '#contract/route.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { figures } from '#test/figure-notation.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { database, aDraft, get, post, put } = await testApp()
const region = demonstrationIdentity.region.code
const by = demonstrationIdentity.user

/** 1,000 a year to 2030 in 万元; half a year of 2026 is told, in thousand yuan. */
async function told(): Promise<LedgerTarget> {
  const draft = await aDraft(readingOf('年规划\n规模以上工业总产值 万元 2025:1000 2030:2000'))
  const { body } = await post(`/drafts/${draft}/publications`, { pending: 'accept' })
  const { planId } = body as { planId: string }
  const listed = (await get(`/targets?planId=${planId}`)).body as { targets: LedgerTarget[] }
  const [target] = listed.targets
  if (!target) throw new Error('A target was published')
  const measure = { indicator: 'industrial-output', subject: { kind: 'region', code: region } }
  await put(`/targets/${region}/${target.id}/binding`, { measure })
  await acceptFigures(
    database.db,
    { region, by, at: '2026-07-18T02:00:00.000Z', cause: 'test' },
    figures('enterprise:a1 industrial-output 2026-06 5000/4800'),
  )
  return target
}

const target = await told()
const own = `/watching/targets/${region}/${target.id}`

async function standing(): Promise<Reply<typeof targetStanding>> {
  return (await get(`${own}?period=2026-06`)).body as Reply<typeof targetStanding>
}

test('[T3] a path is tried, refused where the plan speaks itself, and put in use', async () => {
  const points = [{ period: '2026-06', value: 450 }]
  const tried = await post(`${own}/path/trials`, { spread: 'season', points, period: '2026-06' })
  expect(tried.status).toBe(200)
  const trial = tried.body as Reply<typeof tryPath>
  expect(trial.standing).toMatchObject({ planned: 450, actual: 500, within: 'own' })
  expect((await standing()).standing.within).not.toBe('own')

  const { path } = await standing()
  const change = { revision: path.revision, version: path.version, why: '按季度计划' }
  const atMilestone = { spread: 'season', points: [{ period: '2030-12', value: 1 }] }
  expect(await put(`${own}/path`, { ...change, ...atMilestone })).toMatchObject({
    status: 400,
    body: { code: 'own-point-at-milestone' },
  })
  const set = { ...change, spread: 'season', points, method: 'linear' }
  expect(await put(`${own}/path`, set)).toMatchObject({ status: 200, body: { version: 1 } })
  const now = await standing()
  expect(now.standing).toMatchObject({ planned: 450, method: 'linear' })
  expect(now.path).toMatchObject({ version: 1, points, method: 'linear', why: '按季度计划' })
  expect(await put(`${own}/path`, set)).toMatchObject({ status: 409 })
})

test('[F2] what somebody forecasts is kept and scored when the figure comes', async () => {
  const late = { period: '2026-06', value: 510, why: '订单' }
  expect(await post(`${own}/forecasts`, late)).toMatchObject({
    status: 400,
    body: { code: 'forecast-too-late' },
  })
  const said = { period: '2026-07', value: 630, why: '七月两家企业复产' }
  expect(await post(`${own}/forecasts`, said)).toMatchObject({ status: 200 })
  const before = await standing()
  expect(before.forecasts).toMatchObject([{ period: '2026-07', value: 630 }])
  expect(before.forecastScore).toBeUndefined()

  await acceptFigures(
    database.db,
    { region, by, at: '2026-08-18T02:00:00.000Z', cause: 'test' },
    figures('enterprise:a1 industrial-output 2026-07 6000/5600'),
  )
  const { body } = await get(`${own}?period=2026-07`)
  const after = body as Reply<typeof targetStanding>
  expect(after.forecasts).toMatchObject([{ actual: 600, error: 0.05 }])
  expect(after.forecastScore).toMatchObject({ count: 1, said: 0.05 })
})
