import type { Period } from '../period/period.ts'
import { type Accumulation, runningTotals } from './running.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

/** `2026-12 3, 2027-06 2` as readings. */
function readings(picture: string) {
  return picture.split(', ').map((one) => {
    const [period = '', value] = one.split(' ')
    return { period: period as Period, value: Number(value) }
  })
}

test.each<[Accumulation, string, string]>([
  ['sum', '2026-12 30, 2027-06 10', '2026-12:30 2027-06:40'],
  ['sum', '2025-12 9, 2026 30, 2027 10', '2026:30 2027:40'],
  ['sum', '2027-06 10', ''],
  [
    'fall',
    '2026 3, 2027 3, 2028 3, 2029 3, 2030 3',
    '2026:3 2027:5.91 2028:8.73 2029:11.47 2030:14.13',
  ],
  ['rise', '2026 3, 2027 3', '2026:3 2027:6.09'],
  ['fall', '2026 -2', '2026:-2'],
])('[T7] by %s %s has reached %s', (by, told, reached) => {
  const totals = runningTotals(readings(told), 2026, by)
  expect(totals.map(({ period, value }) => `${period}:${Number(value.toFixed(2))}`).join(' ')).toBe(
    reached,
  )
})

test('[T7] falls chained never reach everything, and small ones nearly add up', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (falls) => {
        const told = falls.map((value, i) => ({ period: String(2026 + i) as Period, value }))
        const last = runningTotals(told, 2026, 'fall').at(-1)?.value ?? 0
        expect(last).toBeLessThanOrEqual(100)
        expect(last).toBeLessThanOrEqual(falls.reduce((sum, fall) => sum + fall, 0) + 1e-9)
        expect(last).toBeGreaterThanOrEqual(Math.max(...falls) - 1e-9)
      },
    ),
  )
})
