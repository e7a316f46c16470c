import { expect, test } from 'vitest'
import { trimmed } from './selection.ts'

test.each([
  ['spaces at the ends do not count', { start: 0, end: 6 }, { start: 2, end: 4 }],
  ['a selection of spaces is none', { start: 0, end: 2 }, undefined],
])('%s', (_, span, expected) => {
  expect(trimmed(span, '\n 目标  ')).toEqual(expected)
})
