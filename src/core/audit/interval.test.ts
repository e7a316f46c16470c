import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decimalsOf,
  exactly,
  isBelow,
  minus,
  over,
  overlaps,
  plus,
  rounded,
  roundedOrCut,
  times,
  yearlyGrowth,
} from './interval.ts'

test('printed digits tell how far a figure reaches', () => {
  expect([rounded(155.9, decimalsOf('155.9')), rounded(275, decimalsOf('275'))]).toEqual([
    { low: expect.closeTo(155.85), high: expect.closeTo(155.95) },
    { low: 274.5, high: 275.5 },
  ])
})

test('a figure that was cut off reaches one whole unit further', () => {
  expect(overlaps(exactly(8.6957), rounded(8.69, 2))).toBe(false)
  expect(overlaps(exactly(8.6957), roundedOrCut(8.69, 2))).toBe(true)
})

test('an open end does not make everything equal', () => {
  expect(overlaps(exactly(1320), { low: 1399.5, high: Infinity })).toBe(false)
  expect(isBelow(exactly(1320), { low: 1399.5, high: Infinity })).toBe(true)
})

test('nothing is divided by what may be zero, and no growth starts from it', () => {
  expect([over(exactly(1), rounded(0, 0)), yearlyGrowth(exactly(0), exactly(5), 3)]).toEqual([
    undefined,
    undefined,
  ])
})

const figure = fc.tuple(
  fc.double({ min: 1, max: 5000, noNaN: true }),
  fc.integer({ min: 0, max: 3 }),
)

test('what is computed from the true figures lies within what is computed from the printed ones', () => {
  fc.assert(
    fc.property(figure, figure, fc.integer({ min: 1, max: 10 }), ([a, da], [b, db], years) => {
      const [left, right] = [rounded(Number(a.toFixed(da)), da), rounded(Number(b.toFixed(db)), db)]
      expect(overlaps(plus(left, right), exactly(a + b))).toBe(true)
      expect(overlaps(minus(left, right), exactly(a - b))).toBe(true)
      expect(overlaps(times(left, right), exactly(a * b))).toBe(true)
      const ratio = over(left, right)
      expect(ratio === undefined || overlaps(ratio, exactly(a / b))).toBe(true)
      const growth = yearlyGrowth(left, right, years)
      const actual = ((b / a) ** (1 / years) - 1) * 100
      expect(growth === undefined || overlaps(growth, exactly(actual))).toBe(true)
    }),
  )
})
