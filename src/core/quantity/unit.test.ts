import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUnit, convert, isSameUnit } from './unit.ts'

test.each([
  [1.5, '亿元', '万元', 15_000],
  [3000, '万元', '亿元', 0.3],
  [250, '千元', '万元', 25],
  [15, '亩', '公顷', 1],
  [7.3, '平方公里', '公顷', 730],
  [30, '万平方米', '平方公里', 0.3],
  [600, 'kgce', 'tce', 0.6],
  [5, '‰', '%', 0.5],
])('%d %s in %s are %s of them', (value, from, to, expected) => {
  expect(convert(value, from, to)).toBe(expected)
})

test('what is not of one kind is not converted', () => {
  expect(convert(1, '亿元', '亩')).toBeUndefined()
  expect(convert(1, '家', '户')).toBeUndefined()
})

test('a conversion there and back gives the figure again', () => {
  const units = fc.constantFrom('元', '千元', '万元', '百万元', '亿元', '万亿元')
  const cents = fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100)
  fc.assert(
    fc.property(cents, units, units, (value, from, to) => {
      expect(convert(convert(value, from, to) ?? Number.NaN, to, from)).toBeCloseTo(value, 6)
    }),
  )
})

test('units are compared by what they mean', () => {
  expect(canonicalUnit('tce／万元')).toBe('吨标准煤/万元')
  expect(isSameUnit('个百分点', '百分点')).toBe(true)
  expect(isSameUnit('家', '户')).toBe(true)
  expect(isSameUnit('km²', '平方公里')).toBe(true)
  expect(isSameUnit('亿元', '万元')).toBe(false)
  expect(isSameUnit('亿元', undefined)).toBe(false)
})
