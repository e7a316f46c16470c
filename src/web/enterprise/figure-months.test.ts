import type { EnterpriseFigure } from '#contract/enterprise.ts'
import { figureMonths, growthOf } from './figure-months.ts'
import { expect, test } from 'vitest'

function told(period: string, value: string | null, base: string): EnterpriseFigure {
  return { indicator: 'industrial-output', period, value, base }
}

const figures = [
  told('2026-04', '450', '400'),
  told('2026-M1-2', '200', '180'),
  told('2026-03', '320', '280'),
  { ...told('2026-03', '9', '8'), indicator: 'inventories' },
]

test('a month alone is what the year to it brought more than the year to the month before', () => {
  const months = figureMonths(figures, { code: 'industrial-output', kind: 'flow' })
  expect(months.map(({ period, single, singleBase }) => [period, single, singleBase])).toEqual([
    ['2026-M1-2', 200, 180],
    ['2026-03', 120, 100],
    ['2026-04', 130, 120],
  ])
})

test('a stock stands as it is', () => {
  const [march] = figureMonths(figures, { code: 'inventories', kind: 'stock' })
  expect(march).toMatchObject({ value: 9, single: 9 })
})

test('what is missing makes no single month out of nothing', () => {
  const gappy = [told('2026-M1-2', '200', '180'), told('2026-04', '450', '400')]
  const months = figureMonths(gappy, { code: 'industrial-output', kind: 'flow' })
  expect(months.map(({ single }) => single)).toEqual([200, undefined])
})

test.each([
  [108, 100, 0.08],
  [50, 0, undefined],
  [50, -10, undefined],
  [undefined, 10, undefined],
])('%s over %s grows by %s', (value, base, growth) => {
  const found = growthOf(value, base)
  if (growth === undefined) expect(found).toBeUndefined()
  else expect(found).toBeCloseTo(growth)
})
