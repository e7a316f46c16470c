import { cycleOf } from './cycle.ts'
import { expect, test } from 'vitest'

test.each([
  ['*/15 * * * *', { kind: 'minutely', every: 15 }],
  ['17 * * * *', { kind: 'hourly', minute: 17 }],
  ['30 2 * * *', { kind: 'daily', time: '02:30' }],
  ['0 8 * * 1', { kind: 'weekly', weekday: '1', time: '08:00' }],
  ['0 8 * * 7', { kind: 'weekly', weekday: '0', time: '08:00' }],
  ['0 9 5 * *', { kind: 'monthly', day: 5, time: '09:00' }],
  ['0 9 5 * 1', undefined],
  ['0 9 1-7 * *', undefined],
  ['0 9 * 1 *', undefined],
])('%s is %j', (cron, cycle) => {
  expect(cycleOf(cron)).toEqual(cycle)
})
