import { demonstrationOf, usualDemonstration } from '../demonstration/demonstration.ts'
import type { DemonstrationReport } from '../demonstration/reports.ts'
import { isReported } from '../demonstration/standing.ts'
import { truthOf } from '../demonstration/truth.ts'
import { comparePeriods, monthPeriod, type Period, samePeriodLastYear } from '../period/period.ts'
import { causes, type Member } from './causes.ts'
import { expect, test } from 'vitest'

const demonstration = demonstrationOf(usualDemonstration)
const truth = truthOf(demonstration)
const codes = demonstration.enterprises.map(({ uscc }) => uscc as string)

/** Everybody's last word on a period, by code. */
function told(period: Period): ReadonlyMap<string, DemonstrationReport> {
  return new Map(
    demonstration
      .reportsOf(period)
      .map((report) => [codes[report.enterprise] ?? '', report] as const),
  )
}

/** Who is above the designated size in a period, reported or not. */
function dueIn(period: Period): ReadonlySet<string> {
  return new Set(
    codes.filter((_, index) => {
      const standing = demonstration.enterprises[index]?.standing
      return standing !== undefined && isReported(standing, period)
    }),
  )
}

function membersOf(period: Period): readonly Member[] {
  const [now, before] = [told(period), told(samePeriodLastYear(period))]
  const due = dueIn(period)
  return [...new Set([...now.keys(), ...before.keys()])].map((code) => {
    const [own, old] = [now.get(code), before.get(code)]
    return {
      code,
      ...(own && { value: own.values.output, base: own.base.output }),
      ...(old && { published: old.values.output }),
      isDue: due.has(code),
    }
  })
}

const months = [monthPeriod(2024, 6), monthPeriod(2025, 12), monthPeriod(2026, 10)]

test.each(months)('[C1] at %s who came and who left are those that were planted', (period) => {
  const before = samePeriodLastYear(period)
  const isBetween = (at: Period, from: Period, to: Period): boolean =>
    comparePeriods(at, from) > 0 && comparePeriods(at, to) <= 0
  const came = new Set<string>(
    truth.entries.filter((one) => isBetween(one.period, before, period)).map(({ uscc }) => uscc),
  )
  const left = new Set<string>(
    truth.exits
      .filter(({ period: last }) => comparePeriods(last, before) >= 0 && last < period)
      .map(({ uscc }) => uscc),
  )
  const [now, old] = [told(period), told(before)]
  const sum = (of: ReadonlySet<string>, amount: (code: string) => number): number =>
    [...of].reduce((total, code) => total + amount(code), 0)
  const found = causes(membersOf(period))
  const changeOf = (code: string): number => {
    const own = now.get(code)
    return own ? own.values.output - own.base.output : 0
  }
  expect({ came: came.size > 0, left: left.size > 0 }).toEqual({ came: true, left: true })
  expect(found.entered).toBe(sum(came, changeOf))
  expect(found.takenOut).toBe(0 - sum(left, (code) => old.get(code)?.values.output ?? 0))
  expect(found.baseBroughtIn).toBe(sum(came, (code) => now.get(code)?.base.output ?? 0))
})

test('[C2] who is late in the last month has not left', () => {
  const period = demonstration.periods.at(-1) ?? monthPeriod(2026, 10)
  const there = told(period)
  const late = [...dueIn(period)].filter((code) => !there.has(code))
  const { silent } = causes(membersOf(period))
  expect(late.length).toBeGreaterThan(0)
  expect(silent.toSorted()).toEqual(late.toSorted())
})
