import { climateIndex, cutsFromPast, diffusionIndex, heatOf, prosperity } from './prosperity.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

test('[I1] who stands still counts half, who is missing not at all', () => {
  expect(diffusionIndex([0.1, 0.2, 0, -0.1, undefined])).toBe(62.5)
  expect(diffusionIndex([0.01, -0.01], 0.02)).toBe(50)
  expect(diffusionIndex([undefined])).toBeUndefined()
})

test('[I1] turned around, the index mirrors at 50', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }), (growth) => {
      const there = diffusionIndex(growth) ?? 0
      const back = diffusionIndex(growth.map((each) => 0 - each)) ?? 0
      expect(there + back).toBeCloseTo(100, 9)
    }),
  )
})

// Published 预警指数 of ten indicators: 34, 32, 31 and 29 points of 30.
test.each([
  [['warm', 'warm', 'warm', 'warm'], 113.3],
  [['warm', 'warm'], 106.7],
  [['warm'], 103.3],
  [['cool'], 96.7],
] as const)('[I2] ten indicators, %j of them not steady, give %d', (odd, expected) => {
  const steady = Array.from({ length: 10 - odd.length }, () => 'steady' as const)
  const parts = [...odd, ...steady].map((heat, i) => ({ code: String(i), heat }))
  expect(prosperity(parts)?.index).toBeCloseTo(expected, 1)
  expect(prosperity(parts)?.heat).toBe('steady')
})

test('[I2] a growth colder than nine tenths of the past is cold', () => {
  const past = Array.from({ length: 41 }, (_, i) => i / 100)
  const cuts = cutsFromPast(past)
  expect(cuts).toEqual({ cold: 0.04, cool: 0.1, warm: 0.3, overheated: 0.36 })
  expect(cuts && [0.03, 0.05, 0.2, 0.31, 0.4].map((each) => heatOf(each, cuts))).toEqual([
    'cold',
    'cool',
    'steady',
    'warm',
    'overheated',
  ])
  expect(cutsFromPast([1, 2])).toBeUndefined()
})

test('[I3] the months ahead weigh more than the present', () => {
  expect(climateIndex({ good: 0.3, poor: 0.1 }, { good: 0.2, poor: 0.2 })).toBeCloseTo(108, 9)
})
