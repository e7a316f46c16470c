import type { Figure } from '#core/indicator/figure.ts'
import type { ReadDb } from '#server/db/db.ts'
import { demonstrationIdentity } from '#server/demo/demonstration.ts'
import { figures, indicator, memberships, period, subject } from '#test/figure-notation.ts'
import { testApp } from '#test/test-app.ts'
import { acceptFigures } from './accept-figures.ts'
import { changeMemberships } from './change-memberships.ts'
import { figuresOf } from './figures.ts'
import { insertVersions } from './library/library-store.ts'
import { expect, test } from 'vitest'

const { database } = await testApp()
const { db } = database

const ratio = { unit: '%', kind: 'rate', overSpace: 'ratio', overTime: 'none' } as const
const written = [
  indicator('k-output', '存产值'),
  indicator('k-tax', '存税金'),
  indicator('k-burden', '存税负', { ...ratio, formula: '存税金 / 存产值' }),
  indicator('k-growth', '存产值增速', { ...ratio, formula: '同比(存产值)' }),
]
await insertVersions(
  db,
  written.map((definition) => ({ definition, version: 1, at: '2020-01-01T00:00:00.000Z' })),
)

let regions = 0
let minutes = 0

/** A region of its own with two enterprises in one park. */
async function aRegion() {
  regions += 1
  const region = `kept-${regions}`
  const acceptance = () => {
    minutes += 1
    const at = `2026-05-18T02:${String(minutes).padStart(2, '0')}:00.000Z`
    return { region, by: demonstrationIdentity.user, at, cause: 'test' }
  }
  const move = (line: string) => changeMemberships(db, acceptance(), [memberships(line)])
  const accept = (lines: string) => acceptFigures(db, acceptance(), figures(lines))
  const ask = async (code: string, about = `region:${region}`, on: ReadDb = db) => {
    const [figure] = await figuresOf(on, {
      region,
      subjects: [subject(about)],
      indicators: [code],
      periods: [period('2026-03')],
    })
    return figure
  }
  await move('e1 park 2025..: p1')
  await move('e2 park 2025..: p1')
  await accept(`
    enterprise:e1 k-output 2026-03 100/80
    enterprise:e2 k-output 2026-03 100/80
    enterprise:e1 k-tax 2026-03 10/8
  `)
  return { region, acceptance, accept, move, ask }
}

function valueOf(figure: Figure | undefined): string | null | undefined {
  return figure?.value
}

test('a corrected figure is seen at once in all that is computed from it', async () => {
  const { accept, ask, region } = await aRegion()
  expect(valueOf(await ask('k-tax'))).toBe('10')
  expect(valueOf(await ask('k-burden'))).toBe('5')
  await accept('enterprise:e1 k-tax 2026-03 20/8')
  expect(valueOf(await ask('k-tax'))).toBe('20')
  expect(valueOf(await ask('k-burden'))).toBe('10')
  // What a person gives for the region itself counts before the formula.
  await accept(`region:${region} k-burden 2026-03 7`)
  expect(valueOf(await ask('k-burden'))).toBe('7')
  await accept(`region:${region} k-burden 2026-03 8`)
  expect(valueOf(await ask('k-burden'))).toBe('8')
})

test('what was not computed from a corrected figure stays kept', async () => {
  const { accept, ask } = await aRegion()
  const [output, growth, tax] = [await ask('k-output'), await ask('k-growth'), await ask('k-tax')]
  await accept('enterprise:e1 k-tax 2026-03 30/8')
  expect(await ask('k-output')).toBe(output)
  expect(await ask('k-growth')).toBe(growth)
  expect(await ask('k-tax')).not.toBe(tax)
})

test('who counts for whom concerns every indicator, and so does who is new', async () => {
  const { accept, move, ask } = await aRegion()
  expect(valueOf(await ask('k-output', 'park:p1'))).toBe('200')
  await move('e2 park 2025..: p2')
  expect(valueOf(await ask('k-output', 'park:p1'))).toBe('100')
  await accept('enterprise:e3 k-output 2026-03 5/5')
  expect(valueOf(await ask('k-output'))).toBe('205')
})

test('what a transaction read is not kept when it is undone', async () => {
  const { acceptance, ask } = await aRegion()
  expect(valueOf(await ask('k-tax'))).toBe('10')
  const undone = db.transaction().execute(async (within) => {
    await acceptFigures(within, acceptance(), figures('enterprise:e1 k-tax 2026-03 99/8'))
    expect(valueOf(await ask('k-tax', undefined, within))).toBe('99')
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(valueOf(await ask('k-tax'))).toBe('10')
})

test('who asks the same at once is answered by one computation', async () => {
  const { ask } = await aRegion()
  const [one, other] = await Promise.all([ask('k-output'), ask('k-output')])
  expect(other).toBe(one)
})
