import { Decimal } from 'decimal.js'
import { exact, exactText, negative, plus, times } from './exact.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const Precise = Decimal.clone({ precision: 200 })
const aDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 12 }))
  .map(([digits, scale]) =>
    new Precise(String(digits)).div(new Precise(10).pow(scale)).toFixed(scale),
  )

test('adds and multiplies as decimal.js does with digits enough', () => {
  fc.assert(
    fc.property(aDecimal, aDecimal, (a, b) => {
      expect(exactText(plus(exact(a), exact(b)))).toBe(new Precise(a).plus(b).toFixed())
      expect(exactText(times(exact(a), exact(b)))).toBe(
        new Precise(a).times(b).toFixed().replace(/^-0$/, '0'),
      )
      expect(exactText(plus(exact(a), negative(exact(a))))).toBe('0')
    }),
  )
})

test.each([
  ['.5', '0.5'],
  ['-.50', '-0.5'],
  ['-0.05', '-0.05'],
  ['10', '10'],
  ['1.000', '1'],
  ['-0', '0'],
])('%s is written %s', (text, expected) => {
  expect(exactText(exact(text))).toBe(expected)
})
