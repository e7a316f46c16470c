import type { growthCauses, whatChanged } from '#contract/analysis.ts'
import type { LedgerTarget } from '#contract/target.ts'
import type { listStandings, targetStanding } from '#contract/watching.ts'
import type { listWarnings } from '#contract/warning.ts'
import type { Reply } from '#contract/route.ts'
import { periodsBetween, type Period } from '#core/period/period.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { acceptFigures } from '#server/indicator/accept-figures.ts'
import { changeMemberships } from '#server/indicator/change-memberships.ts'
import { figures } from '#test/figure-notation.ts'
import { readingOf } from '#test/reading-of.ts'
import { testApp } from '#test/test-app.ts'
import { expect, test } from 'vitest'

const { database, aDraft, get, post, put } = await testApp()
const { db } = database
const region = demonstrationIdentity.region.code
const by = demonstrationIdentity.user

/**
 * Two enterprises, cumulative by month from 2024 to July 2026 in thousand yuan: `alpha` makes 10,000 a
 * month and grows a tenth a year, `beta` 5,000 without growth until it falls to a fifth in June 2026.
 */
function story(): string {
  const lines: string[] = []
  for (const year of [2024, 2025, 2026]) {
    const sums = new Map([
      ['alpha', 0],
      ['beta', 0],
    ])
    const months = periodsBetween(`${year}-M1-2` as Period, `${year}-12` as Period)
    for (const period of months.filter((each) => each <= '2026-07' || each === '2026-M1-2')) {
      const count = period.endsWith('M1-2') ? 2 : 1
      for (const name of sums.keys()) {
        const month = (of: number): number => count * monthly(name, of, period)
        const value = (sums.get(name) ?? 0) + month(year)
        sums.set(name, value)
        const base = year > 2024 ? `/${lastYear(lines, name, period)}` : ''
        lines.push(`enterprise:${name} industrial-output ${period} ${value}${base}`)
      }
    }
  }
  return lines.join('\n')
}

function monthly(name: string, year: number, period: string): number {
  if (name === 'alpha') return Math.round(10_000 * 1.1 ** (year - 2024))
  return period >= '2026-06' && !period.endsWith('M1-2') ? 1000 : 5000
}

function lastYear(lines: readonly string[], name: string, period: string): string {
  const before = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  const line = lines.find((each) =>
    each.startsWith(`enterprise:${name} industrial-output ${before} `),
  )
  return line?.split(' ')[3]?.split('/')[0] ?? ''
}

let at = 0
function acceptance() {
  at += 1
  return { region, by, at: `2026-08-18T02:00:0${at}.000Z`, cause: 'test' }
}

async function told(): Promise<LedgerTarget> {
  const draft = await aDraft(readingOf('年规划\n规模以上工业总产值 万元 2025:20000 2030:32000'))
  const { body } = await post(`/drafts/${draft}/publications`, { pending: 'accept' })
  const { planId } = body as { planId: string }
  const listed = (await get(`/targets?planId=${planId}`)).body as { targets: LedgerTarget[] }
  const [target] = listed.targets
  if (!target) throw new Error('A target was published')
  const measure = { indicator: 'industrial-output', subject: { kind: 'region', code: region } }
  await put(`/targets/${region}/${target.id}/binding`, { measure })
  await acceptFigures(db, acceptance(), figures(story()))
  const industries = [
    ['alpha', '38'],
    ['beta', '30'],
  ] as const
  await changeMemberships(
    db,
    acceptance(),
    industries.map(([code, member]) => ({
      subject: { kind: 'enterprise', code },
      dimension: 'industry',
      memberships: [{ member, share: '1', from: '2024-01' as Period }],
    })),
  )
  return target
}

const target = await told()

test('[T3] [F1] a target stands against its path, spread over the year as the last years were', async () => {
  const { body } = await get('/watching/targets?period=2026-07')
  const { targets, counts, period } = body as Reply<typeof listStandings>
  expect(period).toBe('2026-07')
  const [standing] = targets
  // 84,700 + 27,000 thousand yuan; the seven months were 58.3 % of both years before.
  expect(standing).toMatchObject({
    actual: 11_170,
    within: 'season',
    unit: '万元',
    method: 'geometric',
  })
  expect(standing?.yearGoal).toBeCloseTo(20_000 * (32_000 / 20_000) ** 0.2, 0)
  expect(standing?.planned).toBeCloseTo(((standing?.yearGoal ?? 0) * 7) / 12, -1)
  expect(standing?.outlook?.probability).toBeLessThan(0.5)
  expect(standing?.lamp).not.toBe('normal')
  expect(counts.normal + counts.warning + counts.behind + counts.unreported).toBe(1)
})

test('as of an earlier day nothing was known', async () => {
  const { body } = await get('/watching/targets?period=2026-07&asOf=2026-08-01')
  const { targets } = body as Reply<typeof listStandings>
  expect(targets).toMatchObject([{ lamp: 'unreported', reasons: ['no-figure'], recent: [] }])
})

test('a corrected figure is seen at once where targets stand, in the analysis and in what changed', async () => {
  const standing = async () => {
    const { body } = await get('/watching/targets?period=2026-07')
    return (body as Reply<typeof listStandings>).targets[0]?.actual
  }
  const words = async () => JSON.stringify((await get('/analysis/reports/2026-07')).body)
  const revised = async (to: string) => {
    const { body } = await get(`/analysis/changes?from=2026-08-18&to=${to}`)
    return (body as Reply<typeof whatChanged>).revised
  }
  const correct = (day: string, value: number) =>
    acceptFigures(
      db,
      { region, by, at: `${day}T02:00:00.000Z`, cause: 'test' },
      figures(`enterprise:alpha industrial-output 2026-07 ${value}/77000`),
    )
  expect(await standing()).toBe(11_170)
  expect(await words()).toContain('"text":"1.1亿元"')
  expect(await revised('2026-08-20')).toEqual([])

  await correct('2026-08-19', 94_700)
  expect(await standing()).toBe(12_170)
  expect(await words()).toContain('"text":"1.2亿元"')
  expect(await revised('2026-08-20')).toMatchObject([{ before: 111_700, after: 121_700 }])

  await correct('2026-08-21', 84_700)
  expect(await standing()).toBe(11_170)
  expect(await words()).toContain('"text":"1.1亿元"')
  // What was known on a day that is over stays as it was.
  expect(await revised('2026-08-20')).toMatchObject([{ before: 111_700, after: 121_700 }])
  expect(await revised('2026-08-22')).toEqual([])
})

test('one target has its curve, its years and what other methods would ask', async () => {
  const { body } = await get(`/watching/targets/${region}/${target.id}?period=2026-07`)
  const { curve, years, methods } = body as Reply<typeof targetStanding>
  expect(curve.filter(({ actual }) => actual !== undefined)).toHaveLength(6)
  expect(curve.filter(({ mean }) => mean !== undefined).map((point) => point.period)).toEqual([
    '2026-08',
    '2026-09',
    '2026-10',
    '2026-11',
    '2026-12',
  ])
  expect(years.map(({ year }) => year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030])
  expect(years[0]).toMatchObject({ planned: 20_000, actual: 19_200 })
  expect(methods.find(({ method }) => method === 'linear')?.planned).toBeGreaterThan(0)
})

test('account, verdict and computed lamp are three things', async () => {
  const path = `/watching/targets/${region}/${target.id}`
  await post(`${path}/accounts`, { period: '2026-07', text: '主要企业检修' })
  await post(`${path}/verdicts`, { period: '2026-07', lamp: 'warning', text: '八月见效后再看' })
  const { standing, said } = (await get(`${path}?period=2026-07`)).body as Reply<
    typeof targetStanding
  >
  expect(standing).toMatchObject({
    account: { text: '主要企业检修' },
    verdict: { lamp: 'warning' },
  })
  expect(said).toHaveLength(2)
})

test('judgement is a layer of its own', async () => {
  const path = `/watching/targets/${region}/${target.id}`
  const before = (await get(`${path}?period=2026-07`)).body as Reply<typeof targetStanding>
  const given = { year: 2026, amount: 5000, name: '新厂投产', why: '九月试产' }
  const { body } = await post(`${path}/judgements`, given)
  const after = (await get(`${path}?period=2026-07`)).body as Reply<typeof targetStanding>
  const mean = (reply: Reply<typeof targetStanding>): number => reply.standing.outlook?.mean ?? 0
  expect(mean(after) - mean(before)).toBeCloseTo(5000, 6)
  expect(after.standing.outlook).toMatchObject({ judgement: 5000 })
  expect(after.judgements).toMatchObject([given])
  expect(body).toMatchObject({ id: after.judgements[0]?.id })
})

test('[C1] growth is split by industry to the last digit, and by enterprise alike', async () => {
  const causes = async (way: string) =>
    (await get(`/analysis/causes?indicator=industrial-output&period=2026-07&by=${way}`))
      .body as Reply<typeof growthCauses>
  const industries = await causes('industry')
  const enterprises = await causes('enterprise')
  for (const { growthPoints, pulls } of [industries, enterprises]) {
    const sum = pulls.reduce((total, { points }) => total + points, 0)
    expect(sum).toBeCloseTo(growthPoints ?? 0, 9)
  }
  expect(industries.pulls.map(({ subject }) => subject.code)).toEqual(['38', '30'])
  expect(enterprises.growth).toBeCloseTo(111_700 / 112_000 - 1, 6)
})

test('a ratio has no members that pull', async () => {
  const reply = await get('/analysis/causes?indicator=profit-margin&period=2026-07&by=industry')
  expect(reply).toMatchObject({ status: 400, body: { code: 'indicator-not-summed' } })
})

test('[W1] [W2] a plant that nearly stops is warned of once, and judged', async () => {
  const june = await post('/warnings/runs', { period: '2026-06' })
  expect(june).toMatchObject({ status: 200 })
  const july = await post('/warnings/runs', { period: '2026-07' })
  expect(july).toMatchObject({ status: 200 })
  const { warnings } = (await get('/warnings?subject=enterprise')).body as Reply<
    typeof listWarnings
  >
  const falls = warnings.filter(({ rule }) => rule === 'output-falls')
  expect(falls).toMatchObject([
    { grade: 'red', since: '2026-06', until: '2026-07', subject: { code: 'beta' }, isOpen: true },
  ])
  expect(falls[0]?.figures['产值当月同比']).toBeCloseTo(-0.8, 9)
  const judged = await post(`/warnings/${falls[0]?.id}/verdict`, { right: true, text: '属实' })
  expect(judged.body).toMatchObject({ verdict: { right: true } })
  const { rules } = (await get('/warning-rules')).body as {
    rules: { rule: { code: string }; skill: object }[]
  }
  expect(rules.find(({ rule }) => rule.code === 'output-falls')?.skill).toMatchObject({
    judged: 1,
    precision: 1,
  })
})

test('[W3] what a rule missed is reported once, and never what it had told', async () => {
  const told = { subject: { kind: 'enterprise', code: 'beta' }, period: '2026-06', text: '停产' }
  const missed = { subject: { kind: 'enterprise', code: 'alpha' }, period: '2026-06', text: '停产' }
  const path = '/warning-rules/output-falls/missed'
  const codes = [await post(path, told), await post(path, missed), await post(path, missed)].map(
    ({ status, body }) => (status === 200 ? 200 : (body as { code: string }).code),
  )
  expect(codes).toEqual(['missed-was-told', 200, 'missed-known'])
  const other = { ...missed, subject: { kind: 'park', code: 'park-01' } }
  expect(await post(path, other)).toMatchObject({ body: { code: 'missed-other-subject' } })
  const { rules } = (await get('/warning-rules')).body as {
    rules: { rule: { code: string }; skill: object }[]
  }
  expect(rules.find(({ rule }) => rule.code === 'output-falls')?.skill).toEqual({
    judged: 1,
    right: 1,
    missed: 1,
    precision: 1,
    recall: 0.5,
  })
  const listed = await get(path)
  expect(listed.body).toMatchObject({ missed: [{ text: '停产', period: '2026-06' }] })
})

test('[W5] a rule that says so makes a matter of what it finds, once', async () => {
  const rule = {
    code: 'alpha-grows',
    name: '增长',
    subject: 'enterprise',
    indicators: { 产值: 'industrial-output' },
    conditions: { yellow: '产值当月同比 > 5%' },
    notIn: [],
    nextStep: '核实',
    owner: 'park',
    becomesMatter: 'yellow',
    source: '试验',
  }
  const set = { version: 0, rule, inForce: true, why: '试行' }
  expect(await put('/warning-rules/alpha-grows', set)).toMatchObject({ status: 200 })
  const first = await post('/warnings/runs', { period: '2026-07' })
  const second = await post('/warnings/runs', { period: '2026-07' })
  expect([first.body, second.body]).toMatchObject([{ handedOver: 1 }, { handedOver: 0 }])
  const { warnings } = (await get('/warnings?rule=alpha-grows')).body as Reply<typeof listWarnings>
  const { body } = await get(`/matters/${warnings[0]?.matter}`)
  expect(JSON.stringify(body)).toContain('核实')
})

test('a rule is tried on past months before it is put in force; a broken one is refused', async () => {
  const { rules } = (await get('/warning-rules')).body as {
    rules: { rule: { code: string; conditions: object }; version: number }[]
  }
  const known = rules.find(({ rule }) => rule.code === 'output-falls')
  const stricter = { ...known?.rule, conditions: { yellow: '产值当月同比 < 20%' } }
  const trial = await post('/warning-rules/trials', {
    rule: stricter,
    periods: ['2026-05', '2026-06'],
  })
  const { hits } = trial.body as { hits: object[] }
  expect(hits).toHaveLength(4)
  const broken = { ...known?.rule, conditions: { red: '产值当月同比 <' } }
  const refused = await put('/warning-rules/output-falls', {
    version: 0,
    rule: broken,
    inForce: true,
    why: '试试',
  })
  expect(refused).toMatchObject({ status: 400, body: { code: 'warning-rule-unread' } })
  const set = { version: 0, rule: stricter, inForce: true, why: '加严' }
  expect(await put('/warning-rules/output-falls', set)).toMatchObject({ body: { version: 1 } })
  expect(await put('/warning-rules/output-falls', set)).toMatchObject({ status: 409 })
})

test('[T5] a lamp rule is tried, then put in force by version', async () => {
  const rule = {
    behind: '偏差率 < -90%',
    warning: '偏差率 < -80%',
    bindingBehind: '偏差率 < -90%',
    bindingWarning: '偏差率 < -80%',
  }
  const trial = await post('/watching/lamp-rule/trials', { rule, periods: ['2026-07'] })
  expect(trial.body).toMatchObject({ periods: [{ tried: { normal: 1 } }] })
  expect(await put('/watching/lamp-rule', { version: 0, rule, why: '试行' })).toMatchObject({
    body: { version: 1 },
  })
  const { targets } = (await get('/watching/targets?period=2026-07')).body as Reply<
    typeof listStandings
  >
  expect(targets[0]?.lamp).toBe('normal')
})

test('[I1] [I2] prosperity is told month by month', async () => {
  const { body } = await get('/analysis/prosperity?until=2026-07')
  const { points } = body as { points: { period: string; diffusion?: number }[] }
  expect(points.at(-1)).toMatchObject({ period: '2026-07', diffusion: 50, counted: 2 })
})

test('[T6] a plan revised in mid-year leaves past days as they were', async () => {
  const before = new Date().toISOString()
  const draft = await aDraft(readingOf('年规划\n规模以上工业总产值 万元 2025:20000 2030:40000'))
  expect(await post(`/drafts/${draft}/publications`, { pending: 'accept' })).toMatchObject({
    status: 200,
  })
  const goalOf = async (asOf: string): Promise<object> => {
    const { body } = await get(`/watching/targets?period=2026-07${asOf}`)
    const { targets } = body as Reply<typeof listStandings>
    return targets.map(({ measure, finalGoal }) => [measure?.indicator, finalGoal?.value])
  }
  expect(await goalOf('')).toEqual([['industrial-output', 40_000]])
  expect(await goalOf(`&asOf=${before}`)).toEqual([['industrial-output', 32_000]])
})

test('as of a past day a page opens with the last month that was known then', async () => {
  await acceptFigures(
    db,
    { region, by, at: '2026-09-12T02:00:00.000Z', cause: 'test' },
    figures('enterprise:alpha industrial-output 2026-08 96000/88000'),
  )
  const opened = async (question: string) =>
    ((await get(`/watching/targets${question}`)).body as Reply<typeof listStandings>).period
  expect(await opened('')).toBe('2026-08')
  expect(await opened('?asOf=2026-09-11')).toBe('2026-07')
  expect(await opened('?asOf=2026-09-12')).toBe('2026-08')
})
