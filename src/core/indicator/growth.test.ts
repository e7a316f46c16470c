import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportioned, sharesShown } from './apportion.ts'
import { contributions } from './contribution.ts'
import {
  averageRate,
  chainedRate,
  growthInWords,
  growthOf,
  growthToDate,
  pointsInWords,
  yearlyRate,
} from './growth.ts'
import {
  cumulativeReduction,
  energySaved,
  estimatedRealGrowth,
  intensityChange,
} from './intensity.ts'

const toOne = (rate: string | undefined) =>
  rate === undefined ? undefined : Number(rate).toFixed(1)

describe('[G1] growth is said as the statistics office says it', () => {
  test.each([
    ['107.9', '100', '增长7.9%'],
    ['96.8', '100', '下降3.2%'],
    ['100', '100', '持平'],
    ['100.01', '100', '基本持平'],
    ['220', '100', '增长1.2倍'],
    ['200', '100', '增长1.0倍'],
    ['0', '100', '下降100.0%'],
    ['5', '-3', '扭亏为盈'],
    ['-5', '3', '由盈转亏'],
    ['-7', '-8', '亏损收窄12.5%'],
    ['0', '-8', '亏损收窄100.0%'],
    ['-9', '-8', '亏损扩大12.5%'],
    ['9', '0', '上年同期为0'],
    ['0', '0', '持平'],
  ])('%s against %s is %s', (now, base, expected) => {
    expect(growthInWords(growthOf(now, base), 1)).toBe(expected)
  })

  test('to date is the sum of this year against the sum of last year', () => {
    expect(growthToDate(['60.1', '50'], ['52', '36.08'])).toEqual({ kind: 'rate', rate: '25' })
  })

  test.each([
    ['5.2', '4', '提高1.2个百分点'],
    ['4', '5.2', '下降1.2个百分点'],
    ['4.01', '4', '持平'],
  ])('the difference of %s%% and %s%% is %s', (now, before, expected) => {
    expect(pointsInWords(now, before, 1)).toBe(expected)
  })
})

describe('[G2] averages of growth are geometric', () => {
  test('2.8 and 9.6 are 6.1 for two years', () => {
    expect(toOne(averageRate(['2.8', '9.6']))).toBe('6.1')
  })

  test('400 from 155.9 in five years is 20.7 a year', () => {
    expect(toOne(yearlyRate('155.9', '400', 5))).toBe('20.7')
  })

  test.each([
    [averageRate([]), 'no years'],
    [averageRate(['-120', '5']), 'less than nothing'],
    [yearlyRate('0', '4', 2), 'a base of zero'],
    [yearlyRate('-1', '4', 2), 'a negative base'],
    [yearlyRate('1', '4', 0), 'no time'],
  ])('%#: there is none of %s', (rate) => {
    expect(rate).toBeUndefined()
  })

  test('averaging undoes chaining', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 50_000 }),
        fc.integer({ min: 1, max: 9 }),
        (g, n) => {
          const rate = String(g / 100)
          const years = Array.from({ length: n }, () => rate)
          expect(Number(averageRate(years))).toBeCloseTo(g / 100, 9)
          expect(
            Number(yearlyRate('100', String(100 + Number(chainedRate(years))), n)),
          ).toBeCloseTo(g / 100, 6)
        },
      ),
    )
  })
})

describe('[G3] contributions add up to the last digit shown', () => {
  const parts = [
    { key: '汽车', now: '112.4', base: '100' },
    { key: '电子', now: '60.1', base: '55.5' },
    { key: '材料', now: '30', base: '33.3' },
  ]

  test('points to the growth, shares to 100', () => {
    expect(contributions(parts, 1)).toEqual({
      now: '202.5',
      base: '188.8',
      rate: '7.3',
      parts: [
        { key: '汽车', change: '12.4', points: '6.6', share: '90.5' },
        { key: '电子', change: '4.6', points: '2.4', share: '33.6' },
        { key: '材料', change: '-3.3', points: '-1.7', share: '-24.1' },
      ],
    })
  })

  const decimal = fc.integer({ min: -1e8, max: 1e8 }).map((value) => String(value / 100))
  const positive = fc.integer({ min: 1, max: 1e8 }).map((value) => String(value / 100))
  const anyParts = fc.array(fc.record({ key: fc.string(), now: decimal, base: positive }), {
    minLength: 1,
    maxLength: 30,
  })
  const inUnits = (values: readonly (string | undefined)[], digits: number) =>
    values.reduce((sum, value) => sum + BigInt(Math.round(Number(value) * 10 ** digits)), 0n)

  test('whatever the parts are', () => {
    fc.assert(
      fc.property(anyParts, fc.integer({ min: 0, max: 3 }), (all, digits) => {
        const found = contributions(all, digits)
        if (!found) throw new Error('bases are positive')
        const points = found.parts.map((part) => part.points)
        expect(inUnits(points, digits)).toBe(inUnits([found.rate], digits))
        if (found.parts[0]?.share === undefined) return
        const shares = found.parts.map((part) => part.share)
        expect(inUnits(shares, digits)).toBe(inUnits(['100'], digits))
      }),
    )
  })

  test('shares are not said where the whole hardly moved', () => {
    const still = [
      { key: 'a', now: '110', base: '100' },
      { key: 'b', now: '90.02', base: '100' },
    ]
    expect(contributions(still, 1)).toMatchObject({
      rate: '0.0',
      parts: [{ points: '5.0' }, { points: '-5.0' }],
    })
    expect(contributions(still, 1)?.parts.every(({ share }) => share === undefined)).toBe(true)
    expect(contributions(still, 1, 0)?.parts[0]?.share).toBe('50000.0')
  })

  test('nothing is said to have grown from a base of zero or below', () => {
    expect(contributions([{ key: 'a', now: '1', base: '-1' }], 1)).toBeUndefined()
  })
})

describe('shares and rounding', () => {
  test.each([
    [['1', '1', '1'], '33.4 33.3 33.3'],
    [['2', '1'], '66.7 33.3'],
    [['0', '5'], '0.0 100.0'],
  ])('the shares of %s are %s', (values, expected) => {
    expect(sharesShown(values, 1)?.join(' ')).toBe(expected)
  })

  test('a whole of zero has none', () => {
    expect(sharesShown(['1', '-1'], 1)).toBeUndefined()
  })

  test('a value moves by less than one unit when it is apportioned to its own sum', () => {
    const values = fc.array(fc.integer({ min: -1e6, max: 1e6 }).map((x) => String(x / 1000)))
    fc.assert(
      fc.property(values, (all) => {
        for (const [index, value] of apportioned(all, 1).entries())
          expect(Math.abs(Number(value) - Number(all[index]))).toBeLessThan(0.1 + 1e-9)
      }),
    )
  })
})

describe('[G4] intensity', () => {
  test('energy +2 % and value added +6 % is −3.77 %', () => {
    expect(Number(intensityChange('2', '6')).toFixed(2)).toBe('-3.77')
  })

  test('five years of −3 % are a reduction of 14.1 %', () => {
    expect(toOne(cumulativeReduction(['-3', '-3', '-3', '-3', '-3']))).toBe('14.1')
  })

  test('nothing is intense without output', () => {
    expect(intensityChange('2', '-100')).toBeUndefined()
  })

  test('what is saved is counted at today’s output', () => {
    expect(energySaved('0.52', '0.48', '1000.5')).toBe('40.02')
  })

  test('the working estimate takes prices out of output', () => {
    const industries = [
      { valueAddedRate: '25', output: '110', base: '100', priceIndex: '100' },
      { valueAddedRate: '20', output: '52.5', base: '50', priceIndex: '105' },
    ]
    expect(toOne(estimatedRealGrowth(industries))).toBe('7.1')
    expect(estimatedRealGrowth([])).toBeUndefined()
  })
})
