import { spanOfMonth, weeksOfMonth } from './month-days.ts'
import { expect, test } from 'vitest'

test('a month is shown in whole weeks, each day with what is due or looked at on it', () => {
  const weeks = weeksOfMonth('2026-11', [
    { due: '2026-11-30' },
    { due: '2026-11-30' },
    { reviewOn: '2026-12-06' },
  ])
  expect(spanOfMonth('2026-11')).toEqual({ from: '2026-10-26', to: '2026-12-06' })
  expect(weeks.map((week) => week.map(({ matters }) => matters.length).join(' '))).toEqual([
    '0 0 0 0 0 0 0',
    '0 0 0 0 0 0 0',
    '0 0 0 0 0 0 0',
    '0 0 0 0 0 0 0',
    '0 0 0 0 0 0 0',
    '2 0 0 0 0 0 1',
  ])
  expect(weeks[0]?.map(({ isOfMonth }) => isOfMonth)).toEqual([
    false,
    false,
    false,
    false,
    false,
    false,
    true,
  ])
})
