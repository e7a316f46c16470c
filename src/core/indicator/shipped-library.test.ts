import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gap, isGap } from '../expression/value.ts'
import { parsePeriod, type Period } from '../period/period.ts'
import { unit } from '../quantity/unit.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type Figures, figuresAt } from './figures-at.ts'
import { compileLibrary, inputsOf } from './library.ts'

const folder = new URL('../../../data/indicators/', import.meta.url)
const library = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as IndicatorDefinition[],
  )

const compiled = compileLibrary(library)

test('[L5] every formula of the library compiles, fits in units, and none goes in circles', () => {
  expect(compiled.ok ? [] : compiled.error).toEqual([])
})

test('every definition says what it is', () => {
  const silent = library.filter(
    ({ name, englishName, source, definition, decimals }) =>
      !name || !englishName || !source || definition.length < 4 || !(decimals >= 0),
  )
  expect(silent.map(({ code }) => code)).toEqual([])
  expect(library.length).toBeGreaterThan(200)
})

test('[L5] what adds up over space is no rate; what is a rate and computed comes from sums', () => {
  const wrong = library.filter(({ kind, overSpace, overTime, formula, unit: label }) => {
    const isShare = ['%', '‰', '百分点'].includes(label)
    return (
      (overSpace === 'sum' && (kind === 'rate' || kind === 'index' || isShare)) ||
      (overSpace === 'ratio' && overTime !== 'none') ||
      (kind === 'flow') !== (overTime === 'cumulative') ||
      (formula !== undefined && kind === 'stock') ||
      !unit(label)
    )
  })
  expect(wrong.map(({ code }) => code)).toEqual([])
})

describe('[L5] formulas of the library give what the field’s formulas give', () => {
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
  const { value: ready } = compiled

  function at(period: string, code: string, told: Readonly<Record<string, number>>) {
    const figures: Figures = {
      value: (indicator, when) => told[`${indicator} ${when}`] ?? told[indicator] ?? gap('missing'),
      base: (indicator) => told[`${indicator} base`],
    }
    const when: Period | undefined = parsePeriod(period)
    if (!when) throw new Error(`no period: ${period}`)
    const value = figuresAt({ library: ready, figures, period: when }).value(code)
    return isGap(value) ? value.gap : typeof value === 'number' ? Number(value.toFixed(4)) : value
  }

  const books = {
    'operating-revenue': 120_000,
    'operating-cost': 96_000,
    'selling-expense': 2000,
    'administrative-expense': 3000,
    'research-expense': 4000,
    'financial-expense': 1000,
    'total-profit': 9000,
    'average-employees': 200,
    'industrial-output': 125_000,
    'industrial-sales-output': 120_000,
    'industrial-value-added': 30_000,
    'taxes-and-surcharges': 500,
    'value-added-tax': 2500,
    'interest-expense': 800,
    'owners-equity': 60_000,
    'owners-equity base': 50_000,
    'total-assets 2025-12': 90_000,
    'total-assets': 110_000,
    'current-assets 2025-12': 40_000,
    'current-assets': 44_000,
    'total-liabilities': 50_000,
    'finished-goods 2025-12': 5000,
    'finished-goods': 7000,
    'accounts-receivable 2025-12': 9000,
    'accounts-receivable': 11_000,
  }

  test.each([
    ['product-sales-rate', 96],
    ['profit-margin', 7.5],
    ['cost-per-hundred-revenue', 80],
    ['expense-per-hundred-revenue', 8.3333],
    // 120 000 / 100 000 / 6 × 12 × 100
    ['revenue-per-hundred-assets', 240],
    // 120 000 千元 / 200 人 / 6 × 12, in 万元
    ['revenue-per-employee', 120],
    ['debt-ratio', 45.4545],
    // 360 × 6000 / 96 000 × 6 / 12
    ['inventory-days', 11.25],
    // 360 × 10 000 / 120 000 × 6 / 12
    ['receivable-days', 15],
    // 30 000 千元 / 200 人 / 6 × 12, in 万元
    ['labour-productivity', 30],
    // (9000 + 500 + 2500 + 800) / 100 000 × 2
    ['total-assets-contribution', 25.6],
    ['equity-growth-ratio', 120],
    // 120 000 / 42 000 / 6 × 12
    ['current-assets-turnover', 5.7143],
    ['cost-profit-rate', 8.4906],
    // 25.6/10.7·20 + 120/120·16 + 12 + 5.7143/1.52·15 + 8.4906/3.71·14 + 300 000/16 500·10 + 96/96·13
    ['industrial-efficiency-index', 359.0995],
  ])('%s is %s', (code, expected) => {
    expect(at('2026-06', code, books)).toBe(expected)
  })

  test.each([
    [
      'energy-intensity-reduction',
      {
        'energy-consumption': 102,
        'energy-consumption base': 100,
        'industrial-value-added-growth': 6,
      },
      3.7736,
    ],
    ['energy-intensity', { 'energy-consumption': 500, 'industrial-value-added': 10_000 }, 0.5],
    ['electricity-intensity', { 'electricity-use': 50, 'industrial-output': 10_000 }, 500],
    [
      'solid-waste-use-rate',
      { 'solid-waste': 90, 'solid-waste-used': 80, 'solid-waste-used-old': 10 },
      80,
    ],
    ['water-reuse-rate', { 'water-intake': 10, 'water-reused': 90 }, 90],
    ['tax-per-land', { 'taxes-paid': 300, 'industrial-land': 20 }, 15],
    ['patents-per-ten-thousand', { 'invention-patents': 500, 'resident-population': 40 }, 12.5],
    ['tax-per-electricity', { 'taxes-paid': 300, 'electricity-use': 60 }, 5],
    [
      'region-research-intensity',
      { 'region-research-expenditure': 2, 'gross-domestic-product': 100 },
      2,
    ],
    ['profit-growth', { 'total-profit': 5, 'total-profit base': -3 }, 'base-negative'],
  ])('%s', (code, told, expected) => {
    expect(at('2026-06', code, told as Record<string, number>)).toBe(expected)
  })

  test('every formula reads indicators of the library only', () => {
    const computed = library.filter(({ formula }) => formula !== undefined)
    expect(computed.length).toBeGreaterThan(60)
    for (const { code } of computed) expect(inputsOf(ready, code).length).toBeGreaterThan(0)
  })
})
