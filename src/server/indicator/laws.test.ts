import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import type { GivenFigure, Subject } from '#core/indicator/figure.ts'
import type { Membership } from '#core/indicator/membership.ts'
import { isPeriod, type Period } from '#core/period/period.ts'
import { demonstrationIdentity, demonstrationRegion } from '#server/demo/demonstration.ts'
import type { Db } from '#server/db/db.ts'
import { figures, memberships } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures, withdrawFigures } from './accept-figures.ts'
import { checkSums } from './check-sums.ts'
import { changeMemberships } from './change-memberships.ts'
import { figuresOf } from './figures.ts'
import { insertVersions } from './library/library-store.ts'
import { sumsFromObservations } from './recompute.ts'
import { keptSums } from './sum-store.ts'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'

const { database } = await testApp()
const { db } = database

const definition: Omit<IndicatorDefinition, 'code' | 'name' | 'englishName' | 'overSpace'> = {
  unit: '万元',
  decimals: 2,
  direction: 'up',
  frequency: 'month',
  kind: 'flow',
  overTime: 'cumulative',
  source: '',
  definition: '',
  aliases: [],
}
const at = '2020-01-01T00:00:00.000Z'
await insertVersions(db, [
  {
    definition: {
      ...definition,
      code: 'law-output',
      englishName: 'law-output',
      name: '法产值',
      overSpace: 'sum',
    },
    version: 1,
    at,
  },
  {
    definition: {
      ...definition,
      code: 'law-index',
      englishName: 'law-index',
      name: '法指数',
      overSpace: 'none',
    },
    version: 1,
    at,
  },
  {
    definition: {
      ...definition,
      code: 'law-growth',
      englishName: 'law-growth',
      name: '法增速',
      unit: '%',
      kind: 'rate',
      overSpace: 'ratio',
      overTime: 'none',
      formula: '同比(法产值)',
    },
    version: 1,
    at,
  },
])

function period(text: string): Period {
  if (!isPeriod(text)) throw new Error(text)
  return text
}

const periods = ['2025-12', '2026-M1-2', '2026-03', '2026-Q1', '2026'].map(period)
const indicators = ['law-output', 'law-index']
const anEnterprise = fc.constantFrom('e1', 'e2', 'e3')
const aValue = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, scale]) => (digits / 10 ** scale).toFixed(scale))

interface Key {
  readonly enterprise: string
  readonly indicator: string
  readonly period: Period
}
const aKey = fc.record({
  enterprise: anEnterprise,
  indicator: fc.constantFrom(...indicators),
  period: fc.constantFrom(...periods),
})

type Step =
  | { readonly kind: 'accept'; readonly figures: readonly GivenFigure[] }
  | { readonly kind: 'withdraw'; readonly key: Key }
  | {
      readonly kind: 'move'
      readonly enterprise: string
      readonly dimension: 'park' | 'industry' | 'tag'
      readonly memberships: readonly Membership[]
    }

const accepts = fc
  .uniqueArray(
    fc.record({
      key: aKey,
      value: fc.option(aValue, { freq: 6 }),
      base: fc.option(aValue, { freq: 2 }),
    }),
    { selector: ({ key }) => JSON.stringify(key), minLength: 1, maxLength: 6 },
  )
  .map((given): Step => ({
    kind: 'accept',
    figures: given.map(({ key, value, base }) => ({
      ...figureOf(key),
      value,
      base: value === null ? null : base,
      source: {
        kind: 'person',
        reference: 'p',
      },
    })),
  }))
const withdraws = aKey.map((key): Step => ({ kind: 'withdraw', key }))
const shares = fc.constantFrom('1', '0.35', '0.5', '0.333333')
const moves = fc
  .record({
    enterprise: anEnterprise,
    dimension: fc.constantFrom('park', 'industry', 'tag'),
    members: fc.uniqueArray(
      fc.record({
        member: fc.constantFrom('3825', '3811', '3912'),
        share: shares,
        span: fc.constantFrom<readonly [Period, Period?]>(
          [period('2025')],
          [period('2026-M1-2')],
          [period('2025'), period('2026-M1-2')],
          [period('2026-03'), period('2026-03')],
        ),
      }),
      { selector: ({ member }) => member, maxLength: 3 },
    ),
  })
  .map(({ enterprise, dimension, members }): Step => ({
    kind: 'move',
    enterprise,
    dimension,
    memberships: members.map(({ member, share, span: [from, to] }) => ({
      member,
      share,
      from,
      ...(to && { to }),
    })),
  }))
const aStep = fc.oneof({ weight: 3, arbitrary: accepts }, withdraws, moves)
const aHistory = fc.array(aStep, { minLength: 1, maxLength: 12 })

function figureOf({ enterprise, indicator, period: at }: Key) {
  return { subject: { kind: 'enterprise', code: enterprise }, indicator, period: at } as const
}

async function take(transaction: Db, region: string, step: Step, at: string): Promise<unknown> {
  const acceptance = { region, by: demonstrationIdentity.user, at, cause: 'test' }
  switch (step.kind) {
    case 'accept':
      return acceptFigures(transaction, acceptance, step.figures)
    case 'withdraw':
      return withdrawFigures(transaction, acceptance, [figureOf(step.key)])
    case 'move': {
      const { enterprise, dimension, memberships } = step
      const subject = { kind: 'enterprise', code: enterprise } as const
      const change = { subject, dimension, memberships }
      return changeMemberships(transaction, acceptance, [change])
    }
  }
}

async function lastKnown(region: string): Promise<string> {
  const clock = await db
    .selectFrom('figureClock')
    .select('knownFrom')
    .where('regionCode', '=', region)
    .executeTakeFirst()
  return clock?.knownFrom ?? '2000-01-01T00:00:00.000Z'
}

let regions = 0

test('sums kept by difference are what a full recomputation gives, after any sequence', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, async (history) => {
      regions += 1
      const region = `law-${regions}`
      for (const [index, step] of history.entries()) {
        const at = `2026-05-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`
        await db.transaction().execute((transaction) => take(transaction, region, step, at))
      }
      const question = { region, indicators: ['law-output'], periods }
      const byKey = (sums: readonly object[]) => sums.map((sum) => JSON.stringify(sum)).toSorted()
      const kept = await keptSums(db, question)
      expect(byKey(kept)).toEqual(byKey(await sumsFromObservations(db, question)))
    }),
    { numRuns: 100 },
  )
})

test('what was known on a past day never changes by what comes later', async () => {
  await fc.assert(
    fc.asyncProperty(aHistory, aHistory, async (before, after) => {
      regions += 1
      const region = `law-${regions}`
      const at = '2026-05-01T08:00:00.000Z'
      for (const step of before) {
        await db.transaction().execute((transaction) => take(transaction, region, step, at))
      }
      const asOf = await lastKnown(region)
      const question = { region, indicators, periods, asOf }
      const then = await sumsFromObservations(db, question)
      // Even what claims to be from before.
      for (const step of after) {
        const past = '2026-04-01T08:00:00.000Z'
        await db.transaction().execute((transaction) => take(transaction, region, step, past))
      }
      expect(await sumsFromObservations(db, question)).toEqual(then)
    }),
    { numRuns: 30 },
  )
})

const seen: readonly Subject[] = [
  { kind: 'enterprise', code: 'e1' },
  { kind: 'park', code: '3825' },
  { kind: 'industry', code: '38' },
  { kind: 'tag', code: '3912' },
]

test('as of each past moment everything is as it was then, sums and growth too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 2, maxLength: 8 }), async (history) => {
      regions += 1
      const region = `law-${regions}`
      const question = {
        region,
        subjects: [{ kind: 'region' as const, code: region }, ...seen],
        indicators: ['law-output', 'law-growth'],
        periods,
      }
      const states: { readonly asOf: string; readonly seen: unknown }[] = []
      for (const [index, step] of history.entries()) {
        const at = `2026-05-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`
        await db.transaction().execute((transaction) => take(transaction, region, step, at))
        states.push({ asOf: await lastKnown(region), seen: await figuresOf(db, question) })
      }
      for (const { asOf, seen } of states) {
        expect(await figuresOf(db, { ...question, asOf })).toEqual(seen)
      }
    }),
    { numRuns: 20 },
  )
})

test('an enterprise that moves counts in each park for its time, with its share of strategic products', async () => {
  const region = 'law-moving'
  const acceptance = { region, by: demonstrationIdentity.user, at, cause: 'test' }
  await changeMemberships(db, acceptance, [
    memberships('e1 park 2025..2026-M1-2: p1; 2026-03..: p2'),
    memberships('e1 tag 2025..: strategic 0.35'),
  ])
  await acceptFigures(
    db,
    acceptance,
    figures(`
      enterprise:e1 law-output 2026-M1-2 100
      enterprise:e1 law-output 2026-03 160
      enterprise:e2 law-output 2026-03 40
    `),
  )
  const sums = await figuresOf(db, {
    region,
    subjects: [
      { kind: 'park', code: 'p1' },
      { kind: 'park', code: 'p2' },
      { kind: 'tag', code: 'strategic' },
    ],
    indicators: ['law-output'],
    periods: ['2026-M1-2', '2026-03'].map(period),
  })
  expect(sums.map(({ value }) => value)).toEqual(['100', null, null, '160', '35', '56'])
})

test('a sum, a figure or a membership changed behind our back is found', async () => {
  const region = 'tampered'
  const acceptance = {
    region,
    by: demonstrationIdentity.user,
    at: '2026-05-01T08:00:00.000Z',
    cause: 'test',
  }
  const lines = `
    enterprise:e1 law-output 2026-03 100/90
    enterprise:e2 law-output 2026-03 50
    enterprise:e1 law-output 2026-M1-2 20
  `
  await changeMemberships(db, acceptance, [memberships('e1 park 2025..: p1')])
  await acceptFigures(db, acceptance, figures(lines))
  expect(await checkSums(db)).toMatchObject({ problems: [] })

  const tampering = [
    sql`update kept_sum set value = value + 1 where region_code = ${region} and period = '2026-M1-2'`,
    sql`update observation set value = 51
        where region_code = ${region} and value = 50`,
    sql`update membership set share = 0.5 where region_code = ${region}`,
    sql`delete from kept_sum where region_code = ${region} and period = '2026-M1-2'`,
  ]
  const found: string[] = []
  for (const tamper of tampering) {
    await db
      .transaction()
      .execute(async (transaction) => {
        await tamper.execute(transaction)
        const { problems } = await checkSums(transaction)
        found.push(problems.map(({ about }) => about).join(', '))
        throw new Error('taken back')
      })
      .catch(() => undefined)
  }
  expect(found).toEqual([
    'tampered 2026-M1-2 park:p1 law-output, tampered 2026-M1-2 region:tampered law-output',
    'tampered 2026-03 region:tampered law-output',
    'tampered 2026-M1-2 park:p1 law-output, tampered 2026-03 park:p1 law-output',
    'tampered 2026-M1-2 park:p1 law-output, tampered 2026-M1-2 region:tampered law-output',
  ])
})

test('figures that say what is known already change nothing', async () => {
  const acceptance = {
    region: demonstrationRegion.code,
    by: demonstrationIdentity.user,
    cause: 'test',
    at: '2026-05-01T08:00:00.000Z',
  }
  const figure = {
    ...figureOf({
      enterprise: 'e1',
      indicator: 'law-output',
      period: period('2026-03'),
    }),
    value: '10.50',
    base: '9',
    source: {
      kind: 'person',
      reference: 'p',
    } as const,
  }
  const first = await acceptFigures(db, acceptance, [figure])
  const again = await acceptFigures(db, acceptance, [{ ...figure, value: '10.5' }])
  expect([first.changed, again.changed]).toEqual([1, 0])
})
