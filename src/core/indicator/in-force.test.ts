import { parsePeriod } from '../period/period.ts'
import type { IndicatorDefinition } from './definition.ts'
import { libraryInForce } from './in-force.ts'
import { expect, test } from 'vitest'

/** `a 2020..2025` is a version of `a` with these ends; either may be missing. */
function version(text: string, decimals: number): IndicatorDefinition {
  const [, code = '', from = '', to = ''] = /^(\w+) ([\w-]*)\.\.([\w-]*)$/.exec(text) ?? []
  const [first, last] = [parsePeriod(from), parsePeriod(to)]
  return {
    code,
    name: code,
    englishName: code,
    unit: '万元',
    decimals,
    direction: 'up',
    kind: 'flow',
    frequency: 'month',
    overSpace: 'sum',
    overTime: 'cumulative',
    source: '',
    definition: '',
    aliases: [],
    ...(first && { from: first }),
    ...(last && { to: last }),
  }
}

test.each([
  ['a ..', '0 ..'],
  ['a .., a ..', '1 ..'],
  ['a .., a 2026-03..', '1 2026-03.., 0 ..2026-M1-2'],
  ['a ..2024, a 2025..', '1 2025.., 0 ..2024'],
  ['a 2025.., a 2020..', '1 2020..'],
  ['a .., a 2024.., a 2022..', '2 2022.., 0 ..2021'],
  ['a .., b ..', '0 .., 1 ..'],
])('of %s there holds %s', (written, expected) => {
  const library = libraryInForce(written.split(', ').map(version))
  const shown = library.map(({ decimals, from = '', to = '' }) => `${decimals} ${from}..${to}`)
  expect(shown.join(', ')).toBe(expected)
})
