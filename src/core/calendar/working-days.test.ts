import fs from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, dayOfWeek, daysBetween, lastDayOfMonth } from './day.ts'
import { periodEnd, reviewDayAfter, reviewDays } from './review-days.ts'
import {
  addWorkingDays,
  calendarOf,
  type HolidayNotice,
  isCertain,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts'

const folder = new URL('../../../data/reference/', import.meta.url)
const notices = fs
  .readdirSync(folder)
  .filter((name) => name.startsWith('holidays-'))
  .map((name) => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8')) as HolidayNotice)
const calendar = calendarOf(notices)

const anyDay = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((count) => addDays('1970-01-01', count))
const near = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2022-01-01', count))

test('days count forth and back, through leap years and centuries', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      const other = addDays(day, count)
      expect(daysBetween(day, other)).toBe(count)
      expect(dayOfWeek(addDays(other, 1))).toBe((dayOfWeek(other) % 7) + 1)
      expect(addDays(lastDayOfMonth(other.slice(0, 7)), 1).slice(8)).toBe('01')
    }),
  )
})

test.each([
  ['1970-01-01', 4],
  ['2000-02-29', 2],
  ['2026-11-21', 6],
  ['1899-12-31', 7],
])('%s is day %i of its week', (day, expected) => {
  expect(dayOfWeek(day)).toBe(expected)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2026-02-28', 12, '2027-02-28'],
])('%s and %i months is %s', (day, count, expected) => {
  expect(addMonths(day, count)).toBe(expected)
})

test('each notice names weekend days that are worked, and days off of its own year', () => {
  expect(notices.map(({ year }) => year)).toEqual([2022, 2023, 2024, 2025, 2026])
  for (const { year, off, working } of notices) {
    expect(working.filter((day) => dayOfWeek(day) < 6)).toEqual([])
    expect(off.filter(({ from, to }) => from > to || !to.startsWith(String(year)))).toEqual([])
  }
})

// Weekdays off less weekend days worked, and the weekdays themselves: what the notices leave to work.
test.each([
  [2024, 251],
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, expected) => {
  expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(expected)
})

test.each([
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-02-27', 1, '2026-02-28'],
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-09-30', 2, '2026-10-09'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-10-03', 0, '2026-10-08'],
])('%s and %i working days is %s', (day, count, expected) => {
  expect(addWorkingDays(calendar, day, count)).toBe(expected)
})

test('what is due in n working days is n working days away, and is worked', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: 1, max: 80 }), (day, count) => {
      const due = addWorkingDays(calendar, day, count)
      expect(isWorkingDay(calendar, due)).toBe(true)
      expect(workingDaysBetween(calendar, day, due)).toBe(count)
      expect(workingDaysBetween(calendar, due, day)).toBe(-count)
    }),
  )
})

test('working days add up, wherever one stops between', () => {
  fc.assert(
    fc.property(near, fc.nat(40), fc.nat(40), (day, first, second) => {
      const start = workingDayFrom(calendar, day)
      const stop = addWorkingDays(calendar, start, first)
      expect(addWorkingDays(calendar, stop, second)).toBe(
        addWorkingDays(calendar, start, first + second),
      )
    }),
  )
})

test('a day the region decides for itself stands over the notice', () => {
  const own = calendarOf(notices, [
    { day: '2026-10-01', isWorking: true },
    { day: '2026-03-02', isWorking: false },
  ])
  expect(isWorkingDay(own, '2026-10-01')).toBe(true)
  expect(isWorkingDay(own, '2026-03-02')).toBe(false)
  expect(isWorkingDay(calendar, '2026-03-02')).toBe(true)
})

test('where no notice is known weekends alone are free, and that is said', () => {
  expect(isWorkingDay(calendar, '2031-10-01')).toBe(true)
  expect(isCertain(calendar, '2026-12-01', '2026-12-31')).toBe(true)
  expect(isCertain(calendar, '2026-12-01', '2027-01-05')).toBe(false)
})

test('a long duty is looked at on the last working day of each period', () => {
  expect(reviewDays(calendar, { from: '2026-01-01', to: '2026-12-31' }, 'quarter')).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
  ])
  expect(reviewDayAfter(calendar, '2026-02-28', 'month')).toBe('2026-03-31')
  expect(reviewDayAfter(calendar, '2026-05-29', 'month')).toBe('2026-06-30')
})

test('review days follow one another, each worked and in a period of its own', () => {
  const rhythm = fc.constantFrom('month', 'quarter', 'half-year', 'year' as const)
  fc.assert(
    fc.property(near, rhythm, (from, rhythm) => {
      const days = reviewDays(calendar, { from, to: addDays(from, 800) }, rhythm)
      expect(days.filter((day) => !isWorkingDay(calendar, day))).toEqual([])
      expect(days.toSorted()).toEqual(days)
      expect(new Set(days.map((day) => periodEnd(day, rhythm))).size).toBe(days.length)
      expect(days.filter((day) => day <= from)).toEqual([])
    }),
  )
})

test.each([
  ['2026-05-07', 'month', '2026-05-31'],
  ['2026-05-07', 'quarter', '2026-06-30'],
  ['2026-05-07', 'half-year', '2026-06-30'],
  ['2026-05-07', 'year', '2026-12-31'],
] as const)('%s lies in the %s that ends on %s', (day, rhythm, expected) => {
  expect(periodEnd(day, rhythm)).toBe(expected)
})

test('the last day of February is known', () => {
  expect(['2023-02', '2024-02', '2100-02', '2026-12'].map(lastDayOfMonth)).toEqual([
    '2023-02-28',
    '2024-02-29',
    '2100-02-28',
    '2026-12-31',
  ])
})
