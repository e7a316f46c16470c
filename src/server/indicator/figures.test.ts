import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { figures, indicator, memberships, period, shown, subject } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures, withdrawFigures } from './accept-figures.ts'
import { changeMemberships } from './change-memberships.ts'
import { figuresOf } from './figures.ts'
import { insertVersions } from './library/library-store.ts'
import { expect, test } from 'vitest'
import fs from 'node:fs'

const { database } = await testApp()
const { db } = database

const written = [
  indicator('t-output', '测产值'),
  indicator('t-tax', '测税金'),
  indicator('t-burden', '测税负', {
    unit: '%',
    kind: 'rate',
    overSpace: 'ratio',
    overTime: 'none',
    formula: '测税金 / 测产值',
  }),
  indicator('t-growth', '测产值增速', {
    unit: '%',
    kind: 'rate',
    overSpace: 'ratio',
    overTime: 'none',
    formula: '同比(测产值)',
  }),
  indicator('t-gdp', '测总量', {
    frequency: 'quarter',
    overSpace: 'none',
    kind: 'stock',
    overTime: 'end',
  }),
]
await insertVersions(
  db,
  written.map((definition) => ({ definition, version: 1, at: '2020-01-01T00:00:00.000Z' })),
)

let regions = 0

/** A region of its own, in which things become known day after day. */
function aRegion() {
  regions += 1
  const region = `f-${regions}`
  let days = 0
  const acceptance = (day?: string) => {
    days += 1
    const at = day ?? `2026-05-${String(days).padStart(2, '0')}`
    return { region, by: demonstrationIdentity.user, at: `${at}T00:00:00.000Z`, cause: 'test' }
  }
  const ask = async (about: string, codes: string, when: string, asOf?: string) =>
    (
      await figuresOf(db, {
        region,
        subjects: about.replaceAll('R', region).split(' ').map(subject),
        indicators: codes.split(' '),
        periods: when.split(' ').map(period),
        ...(asOf !== undefined && { asOf: `${asOf}T23:59:59.999Z` }),
      })
    ).map((figure) => shown(figure).replace(region, 'R'))
  return {
    region,
    ask,
    accept: (lines: string, day?: string) => acceptFigures(db, acceptance(day), figures(lines)),
    withdraw: (lines: string) => withdrawFigures(db, acceptance(), figures(lines)),
    move: (...lines: readonly string[]) =>
      changeMemberships(db, acceptance(), lines.map(memberships)),
  }
}

test('a figure that becomes known is in every sum at once, with its share', async () => {
  const { accept, move, ask } = aRegion()
  await move('e1 park 2025..: p1', 'e1 tag 2025..: strategic 0.4', 'e1 industry 2025..: 3825')
  await move('e2 park 2025..: p1', 'e2 industry 2025..: 3811')
  await accept(`
    enterprise:e1 t-output 2026-03 100/80
    enterprise:e2 t-output 2026-03 50.5/50
  `)
  const everywhere = 'region:R park:p1 tag:strategic industry:38 industry:382 industry:3811'
  expect(await ask(everywhere, 't-output', '2026-03')).toEqual([
    'region:R t-output 2026-03 150.5/130 of 2',
    'park:p1 t-output 2026-03 150.5/130 of 2',
    'tag:strategic t-output 2026-03 40/32 of 1',
    'industry:38 t-output 2026-03 150.5/130 of 2',
    'industry:382 t-output 2026-03 100/80 of 1',
    'industry:3811 t-output 2026-03 50.5/50 of 1',
  ])
})

test('ratios and growth come from sums, on the sample that told its base', async () => {
  const { accept, ask } = aRegion()
  await accept(`
    enterprise:e1 t-output 2026-03 110/100
    enterprise:e2 t-output 2026-03 90
    enterprise:e1 t-tax 2026-03 11/8
    enterprise:e2 t-tax 2026-03 5
  `)
  expect(await ask('region:R', 't-burden t-growth', '2026-03')).toEqual([
    'region:R t-burden 2026-03 8/8 of 2',
    'region:R t-growth 2026-03 10 of 2',
  ])
})

test('a cumulative figure of June is that of the second quarter and of the first half', async () => {
  const { accept, ask } = aRegion()
  await accept('enterprise:e1 t-output 2026-06 60/50')
  expect(await ask('region:R', 't-output', '2026-Q2 2026-H1 2026-Q1')).toEqual([
    'region:R t-output 2026-Q2 60/50 of 1',
    'region:R t-output 2026-H1 60/50 of 1',
    'region:R t-output 2026-Q1 missing of 0',
  ])
})

test('who moves takes its figures along from the period of the move on', async () => {
  const { accept, move, ask } = aRegion()
  await move('e1 park 2025..: p1')
  await accept(`
    enterprise:e1 t-output 2026-M1-2 20
    enterprise:e1 t-output 2026-03 30
  `)
  await move('e1 park 2025..2026-M1-2: p1; 2026-03..: p2')
  expect(await ask('park:p1 park:p2', 't-output', '2026-M1-2 2026-03')).toEqual([
    'park:p1 t-output 2026-M1-2 20 of 1',
    'park:p1 t-output 2026-03 missing of 0',
    'park:p2 t-output 2026-M1-2 missing of 0',
    'park:p2 t-output 2026-03 30 of 1',
  ])
})

test('any past day is seen as it was, derived figures and memberships too', async () => {
  const { accept, withdraw, move, ask } = aRegion()
  await move('e1 park 2025..: p1')
  await accept('enterprise:e1 t-output 2026-03 100/80')
  await accept('enterprise:e1 t-output 2026-03 90/80')
  await move('e1 park 2025..: p2')
  await withdraw('enterprise:e1 t-output 2026-03 -')
  const seen = await Promise.all(
    ['01', '02', '03', '04', '05'].map((day) =>
      ask('region:R park:p1', 't-output t-growth', '2026-03', `2026-05-${day}`),
    ),
  )
  const values = seen.map((each) => each.map((text) => text.split(' ')[3]).join(' '))
  expect(values).toEqual([
    'missing missing missing missing',
    '100/80 25 100/80 25',
    '90/80 12.5 90/80 12.5',
    '90/80 12.5 missing missing',
    'missing missing missing missing',
  ])
})

test('the official figure of a region counts before the sum of its enterprises', async () => {
  const { region, accept, ask } = aRegion()
  await accept(`
    enterprise:e1 t-output 2026-03 100
    region:${region} t-output 2026-03 400
  `)
  expect(await ask('region:R', 't-output', '2026-03')).toEqual([
    'region:R t-output 2026-03 400 given',
  ])
})

test('an unknown indicator, or one figure twice, is refused whole', async () => {
  const { accept, ask } = aRegion()
  await expect(
    accept('enterprise:e1 t-output 2026-03 1\nenterprise:e1 unheard-of 2026-03 1'),
  ).rejects.toMatchObject({ problem: { code: 'indicator-unknown' } })
  await expect(
    accept('enterprise:e1 t-output 2026-03 1\nenterprise:e1 t-output 2026-03 2'),
  ).rejects.toMatchObject({ problem: { code: 'figure-twice' } })
  expect(await ask('region:R', 't-output', '2026-03')).toEqual([
    'region:R t-output 2026-03 missing of 0',
  ])
})

const vintages = new URL('../../../../shared/truth/vintages/', import.meta.url)
const sharedIsThere = fs.existsSync(vintages)

function rowsOf(name: string): string[][] {
  const [, ...lines] = fs.readFileSync(new URL(name, vintages), 'utf8').trim().split('\n')
  return lines.map((line) => line.replaceAll('"', '').split(','))
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

test.skipIf(!sharedIsThere)(
  'as of each day, exactly what had been published then (43 vintages of a national account)',
  async () => {
    const { region, accept, ask } = aRegion()
    const published = Map.groupBy(rowsOf('us_gdp_vintages_2005_2012.csv'), ([, day]) => day ?? '')
    for (const [day, rows] of [...published].toSorted(([a], [b]) => a.localeCompare(b))) {
      const lines = rows.map(
        ([time = '', , value]) => `region:${region} t-gdp ${quarterOf(time)} ${value}`,
      )
      await accept(lines.join('\n'), day)
    }
    const expected = Map.groupBy(rowsOf('expected_as_of.csv'), ([asOf]) => asOf ?? '')
    for (const [asOf, rows] of expected) {
      const quarters = rows.map(([, time = '']) => quarterOf(time))
      const known = await ask('region:R', 't-gdp', quarters.join(' '), asOf)
      expect(known).toEqual(
        rows.map(([, time = '', , value]) => `region:R t-gdp ${quarterOf(time)} ${value} given`),
      )
    }
  },
)
