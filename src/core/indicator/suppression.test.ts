import { tellsOfSingles } from './suppression.ts'
import type { Figure } from './figure.ts'
import { parsePeriod } from '../period/period.ts'
import { expect, test } from 'vitest'

const period = parsePeriod('2026-03')

test.each<[Figure['subject']['kind'], Figure['origin'], number, boolean]>([
  ['enterprise', 'given', 1, true],
  ['park', 'sum', 1, true],
  ['park', 'sum', 2, true],
  ['park', 'sum', 3, false],
  ['industry', 'formula', 2, true],
  ['region', 'given', 1, false],
  ['region', 'formula', 0, false],
])(
  'a figure of one %s, %s, of %i members tells of single enterprises: %s',
  (kind, origin, count, tells) => {
    if (!period) throw new Error('no period')
    const figure = {
      subject: { kind, code: 'x' },
      indicator: 'x',
      period,
      value: '1',
      base: null,
      matched: null,
      origin,
      count,
    }
    expect(tellsOfSingles(figure)).toBe(tells)
  },
)
