import { monthPeriod } from '#core/period/period.ts'
import { expect, test } from 'vitest'
import { latestTaken } from './taken.ts'

function taken(picture: string) {
  const [place = '', indicator = '', value = '', day = ''] = picture.split(' ')
  return {
    subject: { kind: 'region' as const, code: 'r' },
    period: monthPeriod(2026, 3),
    indicator,
    place,
    value,
    knownFrom: `2026-04-${day}T00:00:00.000Z`,
  }
}

test('a corrected cell is shown once, as it was told last; cells stand in their order', () => {
  const figures = ['10.level tax 7 02', '2.level output 5 01', '2.level output 6 03'].map(taken)
  expect(latestTaken(figures).map(({ place, value }) => `${place} ${value}`)).toEqual([
    '2.level 6',
    '10.level 7',
  ])
})
