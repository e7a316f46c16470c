import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ancestors,
  comparePeriods,
  cumulativeMonth,
  endsDuring,
  type Frequency,
  monthsToDate,
  nextPeriod,
  parsePeriod,
  type Period,
  periodsBetween,
  periodsOfYear,
  periodsWithin,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts'
import { cumulativeName, periodName, readPeriod } from './period-name.ts'
import { singleTerms, singleValue } from './single-value.ts'

const frequencies = ['year', 'half', 'quarter', 'month', 'calendar-month'] as const
const frequency = fc.constantFrom<Frequency>(...frequencies)
const year = fc.integer({ min: 1990, max: 2060 })

/** Any period a frequency knows, with that frequency. */
const periodOf = fc.tuple(frequency, year, fc.nat({ max: 100 })).map(([rule, inYear, pick]) => {
  const all = periodsOfYear(inYear, rule)
  return { rule, period: all[pick % all.length] ?? p(String(inYear)) }
})

function p(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new Error(`no period: ${text}`)
  return period
}

describe('[N1] periods are strings', () => {
  test.each(['2026', '2026-H1', '2026-Q4', '2026-M1-2', '2026-01', '2026-12'])('%s', (text) => {
    expect(parsePeriod(text)).toBe(text)
  })

  test.each(['26', '2026-13', '2026-00', '2026-Q5', '2026-H3', '2026-M2-3', '2026-3', ' 2026', ''])(
    '%j is none',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined()
    },
  )

  test('in order of their ends, the shorter first', () => {
    const mixed = '2027-M1-2 2026 2026-H2 2026-03 2026-M1-2 2026-Q1 2026-12 2026-Q4 2026-02'
    expect(mixed.split(' ').map(p).toSorted(comparePeriods).join(' ')).toBe(
      '2026-02 2026-M1-2 2026-03 2026-Q1 2026-12 2026-Q4 2026-H2 2026 2027-M1-2',
    )
  })

  test('next and previous undo each other in the round of their frequency', () => {
    fc.assert(
      fc.property(periodOf, ({ rule, period }) => {
        expect(previousPeriod(nextPeriod(period, rule), rule)).toBe(period)
        expect(nextPeriod(previousPeriod(period, rule), rule)).toBe(period)
        expect(comparePeriods(period, nextPeriod(period, rule))).toBeLessThan(0)
      }),
    )
  })

  test('the year from the first to the last period is what the frequency lists', () => {
    fc.assert(
      fc.property(frequency, year, (rule, inYear) => {
        const all = periodsOfYear(inYear, rule)
        expect(periodsBetween(all[0] ?? p('0'), all.at(-1) ?? p('0'), rule)).toEqual(all)
      }),
    )
  })

  test('every period lies within its ancestors, and they name it among their own', () => {
    fc.assert(
      fc.property(periodOf, ({ rule, period }) => {
        for (const ancestor of ancestors(period))
          expect(periodsWithin(ancestor, rule)).toContain(period)
        expect(ancestors(samePeriodLastYear(period))).toEqual(
          ancestors(period).map(samePeriodLastYear),
        )
      }),
    )
  })

  test.each([
    ['2026-03', '2026-Q1 2026-H1 2026'],
    ['2026-M1-2', '2026-Q1 2026-H1 2026'],
    ['2026-Q3', '2026-H2 2026'],
    ['2026-H2', '2026'],
    ['2026', ''],
  ])('the ancestors of %s are %s', (period, expected) => {
    expect(ancestors(p(period)).join(' ')).toBe(expected)
  })
})

test('a version that holds from a year on holds from its January', () => {
  const holds = (period: string) => endsDuring(p(period), p('2025'), p('2026-H1'))
  expect(['2024-12', '2025-01', '2025', '2026-06', '2026-Q3'].map(holds)).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
  expect(endsDuring(p('2024'), undefined, undefined)).toBe(true)
})

describe('[N2] January and February are one report', () => {
  test.each([
    ['2025-12', '2026-M1-2'],
    ['2026-M1-2', '2026-03'],
    ['2026-Q4', '2027-Q1'],
    ['2026-H1', '2026-H2'],
  ])('after %s comes %s', (period, expected) => {
    expect(nextPeriod(p(period))).toBe(expected)
  })

  test('except in rounds of twelve months', () => {
    expect(nextPeriod(p('2025-12'), 'calendar-month')).toBe('2026-01')
    expect(previousPeriod(p('2026-03'), 'calendar-month')).toBe('2026-02')
  })

  test('a year to date begins with both', () => {
    expect(monthsToDate(p('2026-04'))).toEqual(['2026-M1-2', '2026-03', '2026-04'])
    expect(cumulativeMonth(p('2026-Q2'))).toBe('2026-06')
    expect(cumulativeMonth(p('2026-02'))).toBeUndefined()
  })
})

describe('[N3] a single month is the difference of cumulative values', () => {
  const cumulative: Readonly<Record<string, string>> = {
    '2026-M1-2': '20.10',
    '2026-03': '33.3',
    '2026-06': '70',
    '2026-12': '150.000000001',
  }
  const single = (period: string, rule?: Frequency) =>
    singleValue(p(period), (each) => cumulative[each], rule)

  test.each([
    ['2026-01', undefined],
    ['2026-02', undefined],
    ['2026-M1-2', '20.10'],
    ['2026-03', '13.2'],
    ['2026-Q1', '33.3'],
    ['2026-Q2', '36.7'],
    ['2026-H2', '80.000000001'],
    ['2026', '150.000000001'],
    ['2026-04', undefined],
  ])('%s alone is %s', (period, expected) => {
    expect(single(period)).toBe(expected)
  })

  test('where all twelve months are told, February is 2 less 1', () => {
    expect(singleTerms(p('2026-02'), 'calendar-month')).toEqual({
      plus: '2026-02',
      minus: '2026-01',
    })
    expect(singleTerms(p('2026-03'), 'calendar-month')).toEqual({
      plus: '2026-03',
      minus: '2026-02',
    })
  })

  test('single values of a year add up to its cumulative value, exactly', () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 11, maxLength: 11 })
    fc.assert(
      fc.property(cents, (values) => {
        const months = periodsOfYear(2026, 'month')
        const known = new Map(
          months.map((month, index) => [month, String((values[index] ?? 0) / 100)]),
        )
        const total = months
          .map((month) => Math.round(Number(singleValue(month, (each) => known.get(each))) * 100))
          .reduce((sum, each) => sum + each, 0)
        expect(total).toBe(values.at(-1))
      }),
    )
  })
})

describe('names of periods', () => {
  test.each([
    ['2026', '2026年', '2026年'],
    ['2026-H1', '2026年上半年', '2026年上半年'],
    ['2026-H2', '2026年下半年', '2026年'],
    ['2026-Q1', '2026年一季度', '2026年一季度'],
    ['2026-Q3', '2026年三季度', '2026年前三季度'],
    ['2026-M1-2', '2026年1-2月', '2026年1-2月'],
    ['2026-03', '2026年3月', '2026年1-3月'],
    ['2026-12', '2026年12月', '2026年1-12月'],
  ])('%s is %s, cumulative %s', (period, alone, cumulative) => {
    expect([periodName(p(period)), cumulativeName(p(period))]).toEqual([alone, cumulative])
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(periodOf, ({ period }) => {
        expect(readPeriod(periodName(period))).toBe(period)
        expect(readPeriod(period)).toBe(period)
      }),
    )
  })

  test.each([
    ['2026年1—2月', '2026-M1-2'],
    ['2026 年 1 至 3 月', '2026-03'],
    ['2026年1-6月累计', '2026-06'],
    ['2026年前三季度', '2026-Q3'],
    ['2026年第2季度', '2026-Q2'],
    ['2026年度', '2026'],
    ['2026年全年', '2026'],
    ['202603', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026.03', '2026-03'],
    ['2026年2-3月', undefined],
    ['2026年13月', undefined],
    ['三月', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(readPeriod(text)).toBe(expected)
  })
})
