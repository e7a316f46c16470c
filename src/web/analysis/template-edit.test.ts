import { moved, replaced, without } from './template-edit.ts'
import { expect, test } from 'vitest'

test.each([
  [0, 1, 'bac'],
  [2, -1, 'acb'],
  [0, -1, 'abc'],
  [2, 1, 'abc'],
] as const)('the item at %s moved by %s gives %s', (index, by, expected) => {
  expect(moved(['a', 'b', 'c'], index, by).join('')).toBe(expected)
})

test('one item is replaced or taken out, the others stay', () => {
  expect(replaced(['a', 'b', 'c'], 1, 'x').join('')).toBe('axc')
  expect(without(['a', 'b', 'c'], 1).join('')).toBe('ac')
})
