import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test.each<[unknown, string]>([
  [{ b: 1, a: [true, null, '甲'] }, '{"a":[true,null,"甲"],"b":1}'],
  [{ a: undefined, b: { d: 1, c: 2 } }, '{"b":{"c":2,"d":1}}'],
  [[undefined, 1.5], '[null,1.5]'],
  [undefined, 'null'],
])('%j', (value, expected) => {
  expect(canonical(value)).toBe(expected)
})

test('equal values give one text, whatever the order of their keys, and it reads back as them', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value)
      expect(canonical(reversed(value))).toBe(text)
      expect(canonical(JSON.parse(text))).toBe(text)
    }),
  )
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]): [string, unknown] => [key, reversed(one)])
      .toReversed(),
  )
}
