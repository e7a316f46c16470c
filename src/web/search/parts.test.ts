import { partsOf } from './parts.ts'
import { expect, test } from 'vitest'

const drawn = (text: string, ...marks: [number, number][]) =>
  partsOf({ text, marks: marks.map(([start, end]) => ({ start, end })) })
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('|')

test('a text is cut at its marks', () => {
  expect(drawn('规上工业总产值', [2, 4], [5, 7])).toBe('规上|[工业]|总|[产值]')
  expect(drawn('产值', [0, 2])).toBe('[产值]')
  expect(drawn('产值')).toBe('产值')
  expect(drawn('')).toBe('')
})
