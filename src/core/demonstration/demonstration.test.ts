import { monthPeriod, type Period } from '../period/period.ts'
import { type ColumnName } from './columns.ts'
import { type Demonstration, demonstrationOf, usualDemonstration } from './demonstration.ts'
import { furtherFigures } from './further.ts'
import type { DemonstrationReport } from './reports.ts'
import { isInBase } from './standing.ts'
import { truthOf } from './truth.ts'
import type { OtherFigure } from './told.ts'
import { otherFigures } from './yearly.ts'
import { expect, test } from 'vitest'

const whole = demonstrationOf(usualDemonstration)
const small = demonstrationOf({ seed: 4, enterprises: 40, months: 24 })

/** The reports as they stand in the end: the last version of each. */
function finalReports(
  { reportsOf }: Demonstration,
  period: Period,
): readonly DemonstrationReport[] {
  const last = new Map(reportsOf(period).map((report) => [report.enterprise, report]))
  return [...last.values()]
}

function sumOf(reports: readonly DemonstrationReport[], name: ColumnName): number {
  return reports.reduce((sum, { values }) => sum + values[name], 0)
}

const endOf2025 = finalReports(whole, monthPeriod(2025, 12))

/** In 亿元 with one digit, as the plan prints it. */
function printed(name: ColumnName): number {
  return Math.round(sumOf(endOf2025, name) / 10_000) / 10
}

test('the reports of 2025 add up to what the demonstration plan starts from', () => {
  expect({
    enterprises: endOf2025.length,
    above1Billion: endOf2025.filter(({ values }) => values.output > 1_000_000).length,
    output: printed('output'),
    revenue: printed('revenue'),
    profit: printed('profit'),
    valueAdded: printed('valueAdded'),
    perHead: (sumOf(endOf2025, 'valueAdded') / sumOf(endOf2025, 'employees') / 10).toFixed(1),
    invested: Math.round(
      whole.projects.flatMap(({ invested }) => invested.slice(60, 72)).reduce((a, b) => a + b, 0) /
        10_000,
    ),
  }).toEqual({
    enterprises: 268,
    above1Billion: 12,
    output: 820,
    revenue: 790,
    profit: 47.4,
    valueAdded: 205,
    perHead: '38.0',
    invested: 96,
  })
})

test('output of 2025 by industry and by park is that of the plan, whatever the seed and the size', () => {
  for (const { enterprises } of [
    whole,
    small,
    demonstrationOf({ ...usualDemonstration, seed: 9 }),
  ]) {
    const sums = new Map<string, number>()
    for (const { cell, place, output, standing } of enterprises) {
      if (!isInBase(standing)) continue
      for (const key of [cell.cluster, place])
        sums.set(key, (sums.get(key) ?? 0) + output / 100_000)
    }
    const rounded = Object.fromEntries([...sums].map(([key, sum]) => [key, Number(sum.toFixed(5))]))
    expect(rounded).toMatchObject({
      equipment: 260,
      materials: 210,
      electronics: 150,
      food: 110,
      other: 90,
      'park-01': 350,
      'park-02': 240,
      'park-03': 80,
    })
  }
})

test('strategic products are the share of 2025 the plan says', () => {
  const strategic = whole.tags.reduce((sum, { enterprise, tag, share, from }) => {
    const one = whole.enterprises[enterprise]
    const counts = tag === 'strategic' && from.startsWith('2025') && one && isInBase(one.standing)
    return counts ? sum + (one.output * share) / 10_000 : sum
  }, 0)
  expect((strategic / 100_000).toFixed(1)).toBe('233.7')
})

test('growth on the same sample is that of a district in its ups and downs', () => {
  const growth = [2021, 2022, 2023, 2024, 2025].map((year) => {
    const reports = finalReports(whole, monthPeriod(year, 12))
    const base = reports.reduce((sum, report) => sum + report.base.output, 0)
    return sumOf(reports, 'output') / base - 1
  })
  const average = growth.reduce((product, one) => product * (1 + one), 1) ** (1 / 5) - 1
  expect(average).toBeGreaterThan(0.07)
  expect(average).toBeLessThan(0.1)
  expect(Math.min(...growth)).toBeGreaterThan(0.03)
  expect(Math.max(...growth)).toBeLessThan(0.14)
})

test('reports keep the rules of the forms where nothing is planted', () => {
  const planted = new Set(whole.slips.map(({ enterprise, period }) => `${enterprise} ${period}`))
  const broken = whole.periods.flatMap((period) =>
    whole.reportsOf(period).filter(({ enterprise, values: v, base }) => {
      if (planted.has(`${enterprise} ${period}`)) return false
      const negative = Object.entries(v).some(([name, value]) => name !== 'profit' && value < 0)
      const costs = v.cost + v.taxes + v.selling + v.administration + v.research + v.finance
      return (
        negative ||
        v.exports > v.sales ||
        v.receivables + v.inventories > v.currentAssets ||
        v.finishedGoods > v.inventories ||
        v.currentAssets > v.assets ||
        v.revenue - costs !== v.profit ||
        base.output < 0
      )
    }),
  )
  expect(broken).toEqual([])
})

test('every kind of trouble and mistake is planted, and told in the truth', () => {
  const { troubles, mistakes, entries, exits } = truthOf(whole)
  expect(new Set(troubles.map(({ kind }) => kind)).size).toBe(8)
  expect(new Set(mistakes.map(({ kind }) => kind)).size).toBe(9)
  expect(mistakes.filter(({ fate }) => fate === 'open')).toHaveLength(9)
  expect(entries.length).toBeGreaterThan(60)
  expect(exits.length).toBeGreaterThan(20)
})

function bytes(seed: number): string {
  const made = demonstrationOf({ seed, enterprises: 60, months: 12 })
  return JSON.stringify([made, made.periods.map((period) => made.reportsOf(period))])
}

test('the same seed makes the same district, another seed another', () => {
  expect(bytes(3)).toBe(bytes(3))
  expect(bytes(3)).not.toBe(bytes(4))
})

test('a small district has few enterprises and months', () => {
  expect(small.enterprises).toHaveLength(40)
  expect(small.periods.at(0)).toBe('2024-11')
  expect(small.periods.at(-1)).toBe('2026-10')
})

test('what is told beside the reports agrees with the plan too', () => {
  const others = otherFigures(whole)
  const of2025 = (indicator: string): number =>
    others
      .filter(
        (one) => one.indicator === indicator && isOfBase(one) && one.period.startsWith('2025'),
      )
      .filter(({ period }) => period === '2025' || period === '2025-Q4')
      .reduce((sum, { value }) => sum + Number(value), 0)
  const further = furtherFigures(whole)
  const reported = (indicator: string): number =>
    endOf2025
      .flatMap(further)
      .filter((one) => one.indicator === indicator)
      .reduce((sum, { value }) => sum + Number(value), 0)
  expect({
    research: (of2025('research-expenditure') / 100_000).toFixed(1),
    taxesPerLand: (reported('taxes-paid') / of2025('industrial-land')).toFixed(1),
    waterPerValueAdded: (of2025('water-intake') / 2_050_000).toFixed(1),
    strategic: (reported('strategic-emerging-output') / 100_000).toFixed(1),
    highTechShare: (reported('high-technology-value-added') / 205_000).toFixed(1),
    enterprises: others.filter(
      ({ indicator, period }) => indicator === 'above-scale-enterprises' && period === '2025-12',
    ).length,
    highTechEnterprises: of2025('high-technology-enterprises'),
  }).toEqual({
    research: '14.6',
    taxesPerLand: '18.0',
    waterPerValueAdded: '18.5',
    strategic: '233.7',
    highTechShare: '16.0',
    enterprises: 268,
    highTechEnterprises: 118,
  })
})

function isOfBase({ subject }: OtherFigure): boolean {
  if (subject.kind !== 'enterprise') return true
  const one = whole.enterprises[subject.index]
  return one !== undefined && isInBase(one.standing)
}
