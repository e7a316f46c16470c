import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalUnit, isSameUnit } from './printed-unit.ts'
import { convert, convertExact, unit } from './unit.ts'

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

test.each([
  ['123456789012345678.05', '千元', '亿元', '1234567890123.4567805'],
  ['0.1', '亿元', '元', '10000000'],
  ['1', '亿元', '千元', '100000'],
  ['1', '万元', '千元', '10'],
  ['15', '万元/公顷', '万元/亩', '1'],
  ['1', '平方公里', '亩', '1500'],
  ['10', '亩', '公顷', '0.6666666666666666666666666666666666666667'],
  ['1', '百万千焦', 'GJ', '1'],
  ['12', '万元/人·年', '万元/人·月', '1'],
  ['1.229', '吨标准煤/万千瓦时', '千克标准煤/千瓦时', '0.1229'],
])('%s %s are exactly %s in %s', (value, from, to, expected) => {
  expect(convertExact(value, from, to)).toBe(expected)
})

test('units that measure the same have one dimension', () => {
  expect(unit('元/人·月')?.dimension).toEqual({ 元: 1, 人: -1, 月: -1 })
  expect(unit('万元/人年')?.dimension).toEqual(unit('元/(人·年)')?.dimension)
  expect(unit('台/套')?.counted).toBe('台/套')
  expect(unit('万家')).toMatchObject({ counted: '家', dimension: {} })
})

test.each(['甲', '万', '元/', '元//人', '百分点/甲', '/'])('%s is no unit', (label) => {
  expect(unit(label)).toBeUndefined()
})
