import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { optimalMatching } from './optimal-matching.ts'

test('the pairs together score best, though single ones could score more', () => {
  const scores = [
    [0.9, 0.8],
    [0.85, 0.1],
  ]
  expect(optimalMatching(scores, 0.5)).toEqual([
    { left: 0, right: 1 },
    { left: 1, right: 0 },
  ])
})

test('what scores less than asked for stays alone', () => {
  expect(
    optimalMatching(
      [
        [0.4, 0.7, 0.2],
        [0.3, 0.6, 0.1],
      ],
      0.5,
    ),
  ).toEqual([{ left: 0, right: 1 }])
  expect([optimalMatching([], 0.5), optimalMatching([[]], 0.5)]).toEqual([[], []])
})

/** The best total by trying every way to pair, for small tables. */
function bestTotal(scores: readonly (readonly number[])[], taken: ReadonlySet<number>): number {
  const [row, ...rest] = scores
  if (!row) return 0
  return Math.max(
    bestTotal(rest, taken),
    ...row.map((score, column) =>
      taken.has(column) ? 0 : score + bestTotal(rest, new Set([...taken, column])),
    ),
  )
}

test('no other pairing has a higher total', () => {
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) => {
      const row = fc.array(fc.integer({ min: 1, max: 9 }), {
        minLength: columns,
        maxLength: columns,
      })
      return fc.array(row, { minLength: rows, maxLength: rows })
    })
  fc.assert(
    fc.property(table, (scores) => {
      const pairs = optimalMatching(scores, 1)
      const total = pairs.reduce((sum, { left, right }) => sum + (scores[left]?.[right] ?? 0), 0)
      expect(total).toBe(bestTotal(scores, new Set()))
      expect(new Set(pairs.map(({ right }) => right)).size).toBe(pairs.length)
    }),
  )
})
