import { isPeriod } from '#core/period/period.ts'
import { expect, test } from 'vitest'
import { explorerQuestion, layoutWith, quickPeriods } from './explorer-question.ts'

const periods = '2024 2024-M1-2 2024-03 2025-M1-2 2025-03 2025-12 2025 2026-M1-2 2026-Q1 2026-03'
  .split(' ')
  .filter(isPeriod)

test('stretches are made of the periods there are', () => {
  const quick = quickPeriods(periods)
  expect(Object.values(quick).map((each) => each.join(' '))).toEqual([
    '2026-M1-2 2026-03',
    '2025-M1-2 2025-03 2025-12 2026-M1-2 2026-03',
    '2024-03 2025-03 2026-03',
    '2024 2025',
  ])
  expect(quickPeriods([])).toEqual({ thisYear: [], twoYears: [], sameMonth: [], years: [] })
})

test('without a choice the whole region is shown, with indicators of the library', () => {
  const known = { region: '500111', library: [], periods }
  expect(explorerQuestion({}, known)).toMatchObject({
    subject: ['region:500111'],
    indicator: [],
    period: ['2026-M1-2', '2026-03'],
    layout: { rows: ['subject', 'indicator'], columns: ['period'] },
  })
  expect(explorerQuestion({ subject: ['park:*'], rows: ['period'] }, known)).toMatchObject({
    subject: ['park:*'],
    layout: { rows: ['period', 'subject', 'indicator'], columns: [] },
  })
})

test('what is chosen for one side leaves the other, and nothing is lost', () => {
  const layout = { rows: ['subject', 'indicator'], columns: ['period'] } as const
  expect(layoutWith(layout, 'rows', ['period'])).toEqual({
    rows: ['period'],
    columns: ['subject', 'indicator'],
  })
  expect(layoutWith(layout, 'columns', ['period', 'indicator'])).toEqual({
    rows: ['subject'],
    columns: ['period', 'indicator'],
  })
})
