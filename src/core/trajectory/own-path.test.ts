import { period } from '#test/figure-notation.ts'
import { ownPathProblem, withOwnPath } from './own-path.ts'
import { plannedAt, type Trajectory } from './planned.ts'
import { plannedWithin } from './within-year.ts'
import { expect, test } from 'vitest'

/** 1,000 at the end of 2025, 1,200 at the end of 2027, in equal steps. */
const trajectory: Trajectory = {
  method: 'linear',
  base: { year: 2025, value: 1000 },
  milestones: [{ year: 2027, value: 1200 }],
}

/** `2026-06 400, 2026-09 700` */
function points(picture: string) {
  return picture
    .split(', ')
    .filter((point) => point !== '')
    .map((point) => {
      const [at = '', value = ''] = point.split(' ')
      return { period: period(at), value: Number(value) }
    })
}

function planned(picture: string, at: string, isFlow = true): number | undefined {
  const own = withOwnPath(trajectory, { spread: 'calendar', points: points(picture) })
  return plannedWithin({ trajectory: own, period: period(at), isFlow, history: [] }).value
}

test.each([
  ['', '2026-06', 550],
  ['2026-06 400', '2026-06', 400],
  ['2026-06 400', '2026-03', 200],
  // From June to the 1,100 the plan asks for at the year's end.
  ['2026-06 400', '2026-09', 750],
  ['2026-06 400, 2026-09 800', '2026-12', 1100],
  ['2026-06 400, 2026-12 1000', '2026-09', 700],
  // Another year is not touched.
  ['2026-06 400', '2027-06', 600],
] as const)('[T3] with %s set, %s asks for %s', (picture, at, expected) => {
  expect(planned(picture, at)).toBe(expected)
})

test('[T3] a level goes from the end of the year before', () => {
  expect(planned('2026-06 1060', '2026-03', false)).toBe(1030)
})

test('[T2] a year end that was set is a milestone of its own', () => {
  const own = withOwnPath(trajectory, { spread: 'season', points: points('2026-12 1150') })
  expect(plannedAt(own, 2026)).toEqual({ value: 1150 })
  expect(plannedAt(own, 2027)).toEqual({ value: 1200 })
})

test.each([
  ['2027-12 1300', 'own-point-at-milestone'],
  ['2026-06 1, 2026-06 2', 'own-point-twice'],
  ['2028-06 1', 'own-point-outside'],
  ['2025-06 1', 'own-point-outside'],
] as const)('%s is refused as %s', (picture, code) => {
  expect(ownPathProblem(points(picture), trajectory)?.code).toBe(code)
})
