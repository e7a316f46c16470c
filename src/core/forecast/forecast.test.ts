import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, forecast, type ForecastQuestion } from './forecast.ts'
import { probabilityOfReaching, simulatedPaths, simulatedSums } from './paths.ts'
import { additiveIndices, multiplicativeIndices, withoutSeason } from './seasonality.ts'
import { theta } from './smoothing.ts'

function answer(values: ForecastQuestion['values'], period: number, horizon: number) {
  return forecast({ values, period, horizon, levels: [80, 95] })
}

/** Five years of months with a season and a trend, without chance. */
const months = Array.from(
  { length: 60 },
  (_, t) => (100 + t) * (1 + 0.2 * Math.sin((2 * Math.PI * t) / 12)),
)

describe('points', () => {
  test('a clean season with a trend is carried on', () => {
    const ahead = answer(months, 12, 12)?.mean ?? []
    const expected = Array.from(
      { length: 12 },
      (_, j) => (160 + j) * (1 + 0.2 * Math.sin((2 * Math.PI * j) / 12)),
    )
    for (const [j, value] of ahead.entries()) {
      expect(Math.abs(value / (expected[j] ?? 1) - 1)).toBeLessThan(0.03)
    }
  })

  test.each<[string, (number | undefined)[], number[] | undefined]>([
    ['no value', [], undefined],
    ['only gaps', [undefined, undefined], undefined],
    ['one value', [5], [5, 5, 5]],
    ['a series that never moved', [7, 7, 7, 7], [7, 7, 7]],
    ['zeros', [0, 0, 0, 0, 0], [0, 0, 0]],
  ])('%s', (_, values, expected) => {
    expect(answer(values, 12, 3)?.mean).toEqual(expected)
  })

  test('a gap is bridged; what is missing at the end is forecast on the way', () => {
    const holed = months.map((value, t) => (t === 30 ? undefined : value))
    const bridged = filled(holed, 12)[30] ?? 0
    expect(Math.abs(bridged / (months[30] ?? 1) - 1)).toBeLessThan(0.05)
    const late = answer([...months.slice(0, 58), undefined, undefined], 12, 10)?.mean ?? []
    const whole = answer(months.slice(0, 58), 12, 12)?.mean ?? []
    expect(late).toEqual(whole.slice(2))
  })
})

describe('laws', () => {
  const values = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 60 })
  const period = fc.constantFrom(1, 4, 11, 12)

  test('every figure is finite and the wider level holds the narrower', () => {
    const any = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: undefined }), {
      minLength: 1,
      maxLength: 50,
    })
    fc.assert(
      fc.property(any, period, (series, cycle) => {
        const result = answer(series, cycle, 8)
        if (!result) return
        const [narrow, wide] = result.intervals
        for (const [j, mean] of result.mean.entries()) {
          expect(Number.isFinite(mean)).toBe(true)
          expect(wide?.lower[j] ?? NaN).toBeLessThanOrEqual(narrow?.lower[j] ?? NaN)
          expect(wide?.upper[j] ?? NaN).toBeGreaterThanOrEqual(narrow?.upper[j] ?? NaN)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what was never negative stays so', () => {
    fc.assert(
      fc.property(values, period, (series, cycle) => {
        const result = answer(series, cycle, 6)
        expect(
          Math.min(...(result?.mean ?? []), ...(result?.intervals[1]?.lower ?? [])),
        ).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 40 },
    )
  })

  test('the same question has the same answer', () => {
    fc.assert(
      fc.property(values, period, (series, cycle) => {
        expect(answer(series, cycle, 6)).toEqual(answer(series, cycle, 6))
      }),
      { numRuns: 20 },
    )
  })
})

describe('paths', () => {
  const result = answer(months, 12, 12)
  if (!result) throw new Error('the series has values')
  const options = { paths: 2000, seed: 7, neverNegative: true }

  test('the same seed gives the same paths, another one others', () => {
    expect(simulatedPaths(result, 12, options)).toEqual(simulatedPaths(result, 12, options))
    expect(simulatedPaths(result, 12, { ...options, seed: 8 })).not.toEqual(
      simulatedPaths(result, 12, options),
    )
  })

  test('a target is the less likely the higher it lies', () => {
    const sums = simulatedSums(result, 12, options)
    const expected = result.mean.reduce((a, b) => a + b, 0)
    const chances = [0.8, 0.95, 1, 1.05, 1.2].map((factor) =>
      probabilityOfReaching(sums, { soFar: 100, value: 100 + expected * factor, direction: 'up' }),
    )
    expect(chances).toEqual(chances.toSorted((a, b) => b - a))
    expect(chances[0]).toBeGreaterThan(0.9)
    expect(chances[4]).toBeLessThan(0.1)
  })
})

const oracle = new URL('../../../../shared/truth/timeseries/r-oracle.json', import.meta.url)

interface OracleSeries {
  readonly values: number[]
  readonly frequency: number
  readonly decompose_mult_figure: number[]
  readonly decompose_add_figure: number[]
  readonly theta: { readonly mean: number[] }
}

describe.skipIf(!existsSync(oracle))('R forecast 8.20 agrees', () => {
  const { series } = JSON.parse(
    existsSync(oracle) ? readFileSync(oracle, 'utf8') : '{"series":{}}',
  ) as { series: Record<string, OracleSeries> }

  test.each(Object.entries(series))(
    'on the seasonal indices of %s',
    (_, { values, frequency, ...expected }) => {
      for (const [j, index] of multiplicativeIndices(values, frequency).entries()) {
        expect(index).toBeCloseTo(expected.decompose_mult_figure[j] ?? NaN, 6)
      }
      for (const [j, index] of additiveIndices(values, frequency).entries()) {
        expect(index).toBeCloseTo(expected.decompose_add_figure[j] ?? NaN, 6)
      }
    },
  )

  test.each(Object.entries(series))(
    'on the theta method for %s, within 1 %%',
    (_, { values, frequency, theta: expected }) => {
      const adjusted = withoutSeason(values, frequency, 'tested')
      const ours = adjusted.back(theta(adjusted.values, 12))
      for (const [j, value] of ours.entries()) {
        expect(Math.abs(value / (expected.mean[j] ?? NaN) - 1)).toBeLessThan(0.01)
      }
    },
  )
})
