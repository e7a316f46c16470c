import { listFigures, breakdown, figureLineage } from '#contract/figure.ts'
import { callOf, type Reply } from '#contract/route.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import { endMonth } from '#core/indicator/membership.ts'
import { monthPeriod } from '#core/period/period.ts'
import { newId } from '#server/new-id.ts'
import { insertRule, insertWarnings } from '#server/watching/warning-store.ts'
import { figures, indicator, memberships, shown } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures } from './accept-figures.ts'
import { changeMemberships } from './change-memberships.ts'
import { insertVersions } from './library/library-store.ts'
import { expect, test } from 'vitest'

let present = '2026-04-18T02:00:00.000Z'
const { database, get, post } = await testApp({ clock: () => present })
const { db } = database
const region = demonstrationRegion.code

await insertVersions(
  db,
  [
    indicator('r-output', '路产值'),
    indicator('r-tax', '路税金'),
    indicator('r-burden', '路税负', {
      unit: '%',
      kind: 'rate',
      overSpace: 'ratio',
      overTime: 'none',
      formula: '路税金 / 路产值',
    }),
  ].map((definition) => ({ definition, version: 1, at: '2020-01-01T00:00:00.000Z' })),
)
const [one, two, three] = [newId('enterprise'), newId('enterprise'), newId('enterprise')]
await changeMemberships(db, acceptance(), [
  { ...memberships('x park 2025..: p1'), subject: { kind: 'enterprise', code: one } },
  { ...memberships('x park 2025..: p2'), subject: { kind: 'enterprise', code: two } },
])
await acceptFigures(
  db,
  acceptance(),
  figures(`
    enterprise:${one} r-output 2026-03 120/100
    enterprise:${two} r-output 2026-03 90/100
    enterprise:${three} r-output 2026-03 40/50
    enterprise:${one} r-tax 2026-03 12/10
  `),
)

function acceptance() {
  return { region, by: demonstrationIdentity.user, at: present, cause: 'report-accepted' }
}

async function asked(input: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { body } = await get(callOf(listFigures, input).url.slice('/api'.length))
  return (body as Reply<typeof listFigures>).figures.map(({ figure, knownFrom, knownTo }) => {
    const time = [knownFrom, knownTo]
      .filter((each) => each !== undefined)
      .map((each) => each.slice(5, 10))
    return [shown(figure as never), ...time].join(' ').replaceAll(one, '1')
  })
}

test('a correction is current everywhere at once; a past day and the history stay to be seen', async () => {
  present = '2026-04-25T02:00:00.000Z'
  const corrected = await post('/figures', {
    figures: [
      {
        subject: { kind: 'enterprise', code: one },
        indicator: 'r-output',
        period: '2026-03',
        value: '150',
        base: '100',
      },
    ],
    why: '漏报一条生产线',
  })
  expect(corrected).toMatchObject({ status: 200, body: { changed: 1 } })
  const about = { subject: ['park:p1'], indicator: ['r-output', 'r-burden'], period: ['2026-03'] }
  expect(await asked(about)).toEqual([
    'park:p1 r-output 2026-03 150/100 of 1',
    'park:p1 r-burden 2026-03 8/10 of 1',
  ])
  expect(await asked({ ...about, asOf: '2026-04-24' })).toEqual([
    'park:p1 r-output 2026-03 120/100 of 1',
    'park:p1 r-burden 2026-03 10/10 of 1',
  ])
  expect(await asked({ ...about, includeHistory: true })).toEqual([
    'park:p1 r-output 2026-03 120/100 of 1 04-18 04-25',
    'park:p1 r-output 2026-03 150/100 of 1 04-25',
    'park:p1 r-burden 2026-03 10/10 of 1 04-18 04-25',
    'park:p1 r-burden 2026-03 8/10 of 1 04-25',
  ])
  const regionToo = { ...about, subject: ['park:p1', 'park:p2'] }
  expect(await asked({ ...regionToo, updatedAfter: '2026-04-20T00:00:00.000Z' })).toEqual([
    'park:p1 r-output 2026-03 150/100 of 1',
    'park:p1 r-burden 2026-03 8/10 of 1',
  ])
})

test('[T] contributions of all parts add up to the growth, to 100 % together', async () => {
  const { url } = callOf(breakdown, { indicator: 'r-output', period: '2026-03', dimension: 'park' })
  const { body } = await get(url.slice('/api'.length))
  const { total, members } = body as Reply<typeof breakdown>
  expect(total).toMatchObject({ value: '280', base: '250', growth: expect.closeTo(0.12) })
  expect(members.map(({ figure, ...rest }) => ({ code: figure.subject.code, ...rest }))).toEqual([
    {
      code: 'p1',
      share: expect.closeTo(150 / 280),
      points: expect.closeTo(0.2),
      contribution: expect.closeTo(50 / 30),
    },
    {
      code: 'p2',
      share: expect.closeTo(90 / 280),
      points: expect.closeTo(-0.04),
      contribution: expect.closeTo(-10 / 30),
    },
  ])
})

test('a ratio leads to its sums, they to their members, and those to the cell and who told it', async () => {
  const { url } = callOf(figureLineage, {
    subject: `region:${region}`,
    indicator: 'r-burden',
    period: '2026-03',
  })
  const { body } = await get(url.slice('/api'.length))
  const node = body as Reply<typeof figureLineage>
  expect(node).toMatchObject({
    formula: '路税金 / 路产值',
    inWords: expect.stringContaining('路税金=12'),
    inputs: [
      {
        name: '路税金',
        inputs: [
          {
            figure: { subject: { kind: 'enterprise', code: one }, value: '12' },
            share: '1',
            source: { kind: 'submission', place: 'r-tax' },
            by: demonstrationIdentity.user,
            cause: 'report-accepted',
          },
        ],
      },
      { name: '路产值', inputs: [{ share: '1' }, {}, {}] },
    ],
  })
  const reference = node.inputs[0]?.inputs[0]?.source?.reference
  const taken = await get(`/figures/of-source?reference=${encodeURIComponent(reference ?? '')}`)
  expect(taken.body).toMatchObject({ figures: [{ indicator: 'r-output' }, { indicator: 'r-tax' }] })
})

test('a warning that looks at a figure hangs on it while it stands', async () => {
  const rule = {
    code: 'r-burden-high',
    name: '路税负偏高',
    subject: 'park' as const,
    indicators: { 税负: 'r-burden' },
    conditions: { yellow: '税负 > 5' },
    notIn: [],
    nextStep: '走访',
    owner: '园区',
    source: '试行',
  }
  const { code } = rule
  const by = demonstrationIdentity.user
  const at = present
  await insertRule(db, {
    regionCode: region,
    code,
    version: 1,
    rule,
    inForce: true,
    why: '',
    by,
    at,
  })
  const warning = {
    regionCode: region,
    id: newId('warning'),
    ruleCode: code,
    subjectKind: 'park',
    subjectCode: 'p1',
    since: monthPeriod(2026, 2),
    until: monthPeriod(2026, 4),
    untilEnds: endMonth(monthPeriod(2026, 4)),
    grade: 'yellow' as const,
    worst: 'yellow' as const,
    because: '税负 > 5',
    figures: {},
    isOpen: true,
    raisedAt: at,
    clearedAt: null,
    isRight: null,
    verdict: null,
    judgedBy: null,
    judgedAt: null,
    matterId: null,
  }
  await insertWarnings(db, [warning])
  const hangingIn = async (period: string) => {
    const about = `subject=enterprise:${one}&indicator=r-tax&period=${period}`
    return (await get(`/figures/hanging?${about}`)).body
  }
  expect(await hangingIn('2026-03')).toMatchObject({
    warnings: [{ rule: '路税负偏高', subject: { kind: 'park', code: 'p1' }, grade: 'yellow' }],
  })
  expect(await hangingIn('2026-05')).toMatchObject({ warnings: [] })
  expect(await hangingIn('2025-12')).toMatchObject({ warnings: [] })
  await db.deleteFrom('warning').where('id', '=', warning.id).execute()
})

test('what hangs on a cell: its sums, and what is computed from them', async () => {
  const about = `subject=enterprise:${one}&indicator=r-tax&period=2026-03`
  const { body } = await get(`/figures/hanging?${about}`)
  expect(body).toEqual({
    sums: [
      { kind: 'region', code: region },
      { kind: 'park', code: 'p1' },
    ],
    indicators: [{ code: 'r-burden', name: '路税负', formula: '路税金 / 路产值' }],
    targets: [],
    warnings: [],
  })
})

test('a look at the figures of one enterprise is written down', async () => {
  await asked({ subject: [`enterprise:${two}`], indicator: ['r-output'], period: ['2026-03'] })
  const events = await db
    .selectFrom('event')
    .select(['action', 'after'])
    .where('subjectId', '=', two)
    .where('action', '=', 'figures-seen')
    .execute()
  expect(events).toEqual([
    { action: 'figures-seen', after: { indicators: ['r-output'], periods: ['2026-03'] } },
  ])
})

test('the revision table tells every state with its reason; statistics tell how far it was off', async () => {
  const revisions = await get(`/figures/revisions?subject=enterprise:${one}&indicator=r-output`)
  expect(revisions.body).toMatchObject({
    periods: [
      {
        period: '2026-03',
        vintages: [
          { value: '120', knownTo: '2026-04-25T02:00:00.000Z' },
          { value: '150', why: '漏报一条生产线', cause: 'figures-recorded' },
        ],
      },
    ],
  })
  const statistics = await get('/figures/revision-statistics?indicator=r-output')
  const { units } = statistics.body as { units: readonly { subject: { code: string } }[] }
  expect(units.find(({ subject }) => subject.code === one)).toMatchObject({
    told: 1,
    revised: 1,
    meanRevision: 0.25,
    largestRevision: 0.25,
  })
})

test.each([
  [{ value: '1', gap: 'not-due' }, 'gap-with-value'],
  [{ value: '1e9' }, 'input-invalid'],
  [{ value: '1', indicator: 'no-such-indicator' }, 'indicator-unknown'],
])('%j is refused whole', async (wrong, code) => {
  const subject = { kind: 'enterprise', code: three }
  const figure = { subject, indicator: 'r-output', period: '2026-04' }
  const refused = await post('/figures', {
    figures: [
      { ...figure, period: '2026-05', value: '7' },
      { ...figure, ...wrong },
    ],
    why: '试',
  })
  expect(refused).toMatchObject({ status: 400, body: { code } })
  const about = { subject: [`enterprise:${three}`], indicator: ['r-output'], period: ['2026-05'] }
  expect(await asked(about)).toEqual([`enterprise:${three} r-output 2026-05 missing of 0`])
})
