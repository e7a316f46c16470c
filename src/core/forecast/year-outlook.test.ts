import { monthsOf, type Period, periodsOfYear } from '../period/period.ts'
import { dayEffect } from './day-effect.ts'
import {
  chanceOf,
  pastError,
  type SeriesReading,
  singleSeries,
  yearOutlook,
} from './year-outlook.ts'
import { expect, test } from 'vitest'

/** Months of a flow, told cumulatively, from `from` to the end of `until`, growing by `growth` a year. */
function flow(from: number, until: Period, growth: number): SeriesReading[] {
  const readings: SeriesReading[] = []
  for (let year = from; year <= Number(until.slice(0, 4)); year++) {
    let sum = 0
    for (const period of periodsOfYear(year, 'month')) {
      const { from: first, to } = monthsOf(period)
      sum += (to - first + 1) * (1 + 0.3 * Math.sin(to)) * 100 * (1 + growth) ** (year - from)
      if (period > until && !period.endsWith('M1-2')) return readings
      readings.push({ period, value: sum })
    }
  }
  return readings
}

const until = '2025-08' as Period

test('[F1] the year is what is there and what the rest will bring', () => {
  const readings = flow(2020, until, 0.08)
  const whole = flow(2020, '2025-12' as Period, 0.08).at(-1)?.value ?? 0
  const outlook = yearOutlook({ readings, frequency: 'month', isFlow: true, years: [2025, 2026] })
  const [now, next] = outlook?.years ?? []
  expect(now?.mean).toBeGreaterThan(whole * 0.98)
  expect(now?.mean).toBeLessThan(whole * 1.02)
  expect(next?.mean).toBeGreaterThan((now?.mean ?? 0) * 1.03)
  expect(outlook?.periods.map(({ period }) => period)).toEqual([
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
  ])
  expect(now && now.lower95 <= now.lower80 && now.upper80 <= now.upper95).toBe(true)
  const wide = (next?.upper80 ?? 0) - (next?.lower80 ?? 0)
  expect(wide).toBeGreaterThan((now?.upper80 ?? 0) - (now?.lower80 ?? 0))
})

test('[F1] what is reached already is certain, what is far away is not', () => {
  const readings = flow(2020, until, 0.05)
  const soFar = readings.at(-1)?.value ?? 0
  const [now] =
    yearOutlook({ readings, frequency: 'month', isFlow: true, years: [2025] })?.years ?? []
  expect(now && chanceOf(now, soFar, 'up')).toBe(1)
  expect(now && chanceOf(now, soFar * 10, 'up')).toBe(0)
  expect(now && chanceOf(now, soFar * 10, 'down')).toBe(1)
  expect(now && chanceOf(now, soFar * 10, 'up', soFar * 10)).toBe(1)
})

test('[F1] a year that is over is known', () => {
  const readings = flow(2020, '2025-12' as Period, 0.05)
  const [now] =
    yearOutlook({ readings, frequency: 'month', isFlow: true, years: [2025] })?.years ?? []
  expect(now?.mean).toBe(readings.at(-1)?.value)
  expect(now?.lower95).toBe(now?.upper95)
})

test('[F1] a short past says nothing', () => {
  const readings = flow(2025, until, 0)
  expect(yearOutlook({ readings, frequency: 'month', isFlow: true, years: [2025] })).toBeUndefined()
})

test('a missing month takes its own value and that of the next with it, not the year', () => {
  const readings = flow(2024, until, 0).filter(({ period }) => period !== '2025-05')
  const single = singleSeries({ readings, frequency: 'month', isFlow: true })
  const missing = single.filter(({ value }) => value === undefined).map(({ period }) => period)
  expect(missing).toEqual(['2025-05', '2025-06'])
})

test('[F2] a regular past was easy to foresee', () => {
  const error = pastError({ readings: flow(2018, until, 0.05), frequency: 'month', isFlow: true })
  expect(error).toBeLessThan(0.02)
  expect(pastError({ readings: flow(2025, until, 0), frequency: 'month', isFlow: true })).toBe(
    undefined,
  )
})

test('[F3] a plant that works by the day is foreseen by its days', () => {
  const periods = [2019, 2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) =>
    periodsOfYear(year, 'month'),
  )
  // Days that move without any rhythm a season could learn.
  const workingDays = Object.fromEntries(
    periods.map((period, i) => [period, 20 + ((i * i * 7 + i * 3) % 5)]),
  ) as Record<Period, number>
  const readings: SeriesReading[] = []
  for (const [i, period] of periods.entries()) {
    const sum = period.endsWith('M1-2') ? 0 : (readings.at(-1)?.value ?? 0)
    readings.push({ period, value: sum + 10 * (workingDays[period] ?? 0) * 1.004 ** i })
  }
  const known = readings.filter(({ period }) => period <= '2025-06' || period.endsWith('M1-2'))
  const question = { readings: known, frequency: 'month', isFlow: true, years: [2025] } as const
  const came = new Map(readings.map(({ period, value }) => [period, value]))
  const missedBy = (days: Partial<typeof question & { workingDays: typeof workingDays }>): number =>
    Math.max(
      ...(yearOutlook({ ...question, ...days })?.periods ?? []).map(({ period, mean }) =>
        Math.abs(mean / (came.get(period) ?? 0) - 1),
      ),
    )
  expect(missedBy({ workingDays })).toBeLessThan(0.004)
  expect(missedBy({ workingDays })).toBeLessThan(missedBy({}) / 2)
})

test('[F3] days that show no effect are left alone', () => {
  const past = Array.from({ length: 60 }, (_, i) => ({ value: 100, days: 20 + (i % 3) }))
  expect(dayEffect(past, 11)).toBe(0)
})
