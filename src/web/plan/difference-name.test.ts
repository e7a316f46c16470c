import { expect, test } from 'vitest'
import { differenceName, readableDifferences } from './difference-name.ts'

test.each([
  ['lead', { field: 'lead' }],
  ['milestone-value', { field: 'milestone' }],
  ['annual-output-unit', { field: 'annual-output', part: 'unit' }],
  ['baseline-value', { field: 'baseline-value' }],
])('%s is %o', (code, name) => {
  expect(differenceName(code)).toEqual(name)
})

test('a figure that is new or gone is told once, without its unit, bound and meaning', () => {
  const told = readableDifferences([
    { field: 'milestone-value', year: '2023', right: '275' },
    { field: 'milestone-unit', year: '2023', right: '亿元' },
    { field: 'milestone-kind', year: '2023', right: 'level' },
    { field: 'milestone-value', year: '2025', left: '400', right: '420' },
    { field: 'milestone-bound', year: '2025', left: '=', right: '>=' },
  ])
  expect(told.map(({ field, year }) => `${field} ${year}`)).toEqual([
    'milestone-value 2023',
    'milestone-value 2025',
    'milestone-bound 2025',
  ])
})
