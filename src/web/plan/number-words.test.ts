import type { Quantity } from '#core/quantity/quantity.ts'
import { expect, test } from 'vitest'
import { figure, quantityWords, signedFigure } from './number-words.ts'

test.each<[Partial<Quantity>, string]>([
  [{ value: 3280, op: '>=', unit: '亿元' }, '≥3,280 亿元'],
  [{ value: 45.5, unit: '%' }, '45.5%'],
  [{ value: 1, high: 3, unit: '家' }, '1—3 家'],
  [{ value: 300, op: '~', unit: '家' }, '约300 家'],
  [{ value: -15, unit: '%' }, '−15%'],
  [{ text: '达到全国平均水平', unit: '%' }, '达到全国平均水平'],
  [{ text: ' ' }, '—'],
])('%o reads %s', (quantity, words) => {
  expect(quantityWords({ op: '=', text: '', ...quantity })).toBe(words)
})

test('what is missing is a dash, and zero is zero', () => {
  expect([figure(undefined), figure(0)]).toEqual(['—', '0'])
})

test('differences carry their sign', () => {
  expect([signedFigure(1.2), signedFigure(-0.4), signedFigure(0)]).toEqual(['+1.2', '−0.4', '0'])
})
