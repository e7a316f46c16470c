import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline-path.ts'

test.each([
  ['a rise goes up', [1, 2, 3], 'M0 20L30 10L60 0'],
  ['a gap breaks the line', [1, undefined, 3], 'M0 20M60 0'],
  ['a constant lies in the middle', [5, 5], 'M0 10L60 10'],
  ['nothing known draws nothing', [undefined], ''],
])('%s', (_, values, path) => {
  expect(sparklinePath(values, 60, 20)).toBe(path)
})
