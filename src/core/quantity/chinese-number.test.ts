import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber, inChineseNumerals } from './chinese-number.ts'

test.each([
  ['一百二十三万', 1_230_000],
  ['两千', 2000],
  ['十', 10],
  ['五十', 50],
  ['百', 100],
  ['一万五', 15_000],
  ['三千零五', 3005],
  ['一亿零三百万', 103_000_000],
  ['二〇二五', 2025],
  ['半', 0.5],
])('%s is %d', (text, value) => {
  expect(chineseNumber(text)).toBe(value)
})

test.each(['', '十百', '一二百', '万万百', '数'])('%j is no number', (text) => {
  expect(chineseNumber(text)).toBeUndefined()
})

test('a number written in Chinese numerals reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(chineseNumber(inChineseNumerals(value))).toBe(value)
    }),
  )
})
