import { expect, test } from 'vitest'
import { differenceName } from './difference-name.ts'

test.each([
  ['lead', { field: 'lead' }],
  ['milestone-value', { field: 'milestone' }],
  ['annual-output-unit', { field: 'annual-output', part: 'unit' }],
  ['baseline-value', { field: 'baseline-value' }],
])('%s is %o', (code, name) => {
  expect(differenceName(code)).toEqual(name)
})
