import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { insertEnterprises } from '#server/enterprise/store.ts'
import { newId } from '#server/new-id.ts'
import { insertOrganisations } from '#server/organisation/store.ts'
import { figures, indicator, memberships, period, subject } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures } from './accept-figures.ts'
import { changeMemberships } from './change-memberships.ts'
import { shownTo } from './figure-scope.ts'
import { figuresOf } from './figures.ts'
import { insertVersions } from './library/library-store.ts'
import { lineageOf } from './lineage.ts'
import { tryFormulaOf } from './library/try-formula.ts'
import { expect, test } from 'vitest'

const { database } = await testApp()
const { db } = database
const region = demonstrationIdentity.region.code
await insertVersions(db, [
  {
    definition: indicator('s-output', '域产值'),
    version: 1,
    at: '2020-01-01T00:00:00.000Z',
  },
])

const parks = { p1: newId('organisation'), p2: newId('organisation') }
const enterprises = [
  { id: newId('enterprise'), park: 'p1' },
  { id: newId('enterprise'), park: 'p2' },
  { id: newId('enterprise'), park: 'p2' },
] as const
await insertOrganisations(
  db,
  region,
  Object.entries(parks).map(([code, id]) => ({
    id,
    code,
    kind: 'park',
    stages: [{ from: '2020-01-01', name: code }],
    aliases: [],
    revision: 0,
  })),
)
await insertEnterprises(
  db,
  region,
  enterprises.map(({ id, park }, index) => ({
    id,
    name: `企业${index}`,
    formerNames: [],
    park: parks[park],
    address: '',
    products: '',
    contacts: [],
    listings: [],
    places: [],
    tags: [],
    state: 'active',
    revision: 0,
  })),
)
const acceptance = {
  region,
  by: demonstrationIdentity.user,
  at: '2026-04-18T02:00:00.000Z',
  cause: 'test',
}
await changeMemberships(
  db,
  acceptance,
  enterprises.map(({ id, park }) => ({
    ...memberships(`x park 2025..: ${park}`),
    subject: { kind: 'enterprise', code: id },
  })),
)
await acceptFigures(
  db,
  acceptance,
  figures(
    enterprises
      .map(({ id }, index) => `enterprise:${id} s-output 2026-03 ${10 ** index}`)
      .join('\n'),
  ),
)

const ofPark1 = {
  region,
  scope: { kind: 'organisations' as const, organisations: new Set([parks.p1]) },
}
const ofRegion = { region, scope: { kind: 'region' as const } }

test.each([
  ['the region', ofRegion, '111 1 110 1 10'],
  ['one park', ofPark1, '111 1 suppressed 1 suppressed'],
])('who works for %s sees', async (_, looker, expected) => {
  const [mine, other] = enterprises
  const about = `region:${region} park:p1 park:p2 enterprise:${mine.id} enterprise:${other.id}`
  const all = await figuresOf(db, {
    region,
    subjects: about.split(' ').map(subject),
    indicators: ['s-output'],
    periods: [period('2026-03')],
  })
  const shown = await shownTo(db, looker, all)
  expect(shown.map(({ value, gap }) => value ?? gap).join(' ')).toBe(expected)
})

test('the members of a sum are told as far as they are the own ones, the rest is counted', async () => {
  const node = await lineageOf(
    db,
    { looker: ofPark1 },
    { subject: subject(`region:${region}`), indicator: 's-output', period: period('2026-03') },
  )
  expect(node.inputs.map(({ figure }) => figure.value)).toEqual(['1'])
  expect(node.omitted).toBe(2)
})

test.each([
  [`region:${region}`, 111],
  ['park:p1', 1],
  ['park:p2', undefined],
  [`enterprise:${enterprises[1].id}`, undefined],
])('who works for one park may try a formula on %s: %s', async (about, expected) => {
  const { outcome } = await tryFormulaOf(db, ofPark1, {
    formula: '域产值',
    subject: about,
    period: period('2026-03'),
  })
  expect(outcome?.value).toBe(expected)
})
