import { monthsOfYear } from './year-days.ts'
import { expect, test } from 'vitest'

test('a year has its months beginning on Monday, weekends free, named days as they are named', () => {
  const months = monthsOfYear(2026, [
    { day: '2026-10-01', working: false, name: '国庆节', own: false },
    { day: '2026-10-10', working: true, name: '调休上班', own: false },
  ])
  const october = months[9]
  expect(months).toHaveLength(12)
  expect(october).toMatchObject({ month: '2026-10', before: 3 })
  const isWorked = (day: string) => october?.days.find((one) => one.day === day)?.working
  expect(['2026-10-01', '2026-10-09', '2026-10-10', '2026-10-11'].map(isWorked)).toEqual([
    false,
    true,
    true,
    false,
  ])
  expect(months[1]?.days).toHaveLength(28)
})
