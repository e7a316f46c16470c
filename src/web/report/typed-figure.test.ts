import { expect, test } from 'vitest'
import { readTyped, shownFigure } from './typed-figure.ts'

test.each([
  ['1,234.50', '1234.5'],
  ['１２３', '123'],
  ['(12)', '-12'],
  ['—', null],
  ['  ', null],
  ['3万元', '30'],
])('%s is read as %s', (text, value) => {
  expect(readTyped(text, '千元')).toEqual({ kind: 'figure', value })
})

test('words and figures of another kind of unit are no figure', () => {
  expect(readTyped('约三百', '千元')).toEqual({ kind: 'wrong' })
  expect(readTyped('12%', '千元')).toEqual({ kind: 'wrong' })
})

test('thousands are set apart, digits after the point are not', () => {
  expect(shownFigure('-1234567.12345')).toBe('-1,234,567.12345')
  expect(shownFigure('123')).toBe('123')
  expect(shownFigure(undefined)).toBe('')
})
