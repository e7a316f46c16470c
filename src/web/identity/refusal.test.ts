import { expect, test } from 'vitest'
import { RequestFailure } from '../api/failure.ts'
import { excludingRole, failedRules, lockedUntil, minutesUntil } from './refusal.ts'

const refused = (code: string, detail?: unknown) =>
  new RequestFailure(400, { code, title: code, detail })

test('a lock-out tells until when, and the minutes are counted up', () => {
  const until = lockedUntil(refused('sign-in-locked', { until: '2026-03-31T08:05:00.000Z' }))
  expect(until).toEqual(new Date('2026-03-31T08:05:00.000Z'))
  expect(minutesUntil(new Date('2026-03-31T08:05:00Z'), new Date('2026-03-31T08:02:30Z'))).toBe(3)
  expect(minutesUntil(new Date('2026-03-31T08:05:00Z'), new Date('2026-03-31T08:06:00Z'))).toBe(1)
})

test('what says no time is no time', () => {
  expect(lockedUntil(refused('sign-in-locked'))).toBeUndefined()
  expect(lockedUntil(refused('sign-in-locked', { until: 'soon' }))).toBeUndefined()
  expect(lockedUntil(new Error('lost'))).toBeUndefined()
})

test('a weak password tells which rules it breaks', () => {
  expect(failedRules(refused('password-weak', { failed: ['too-short', 'used-before'] }))).toEqual([
    'too-short',
    'used-before',
  ])
  expect(failedRules(refused('password-weak'))).toEqual([])
})

test('only roles that exclude each other name the other role', () => {
  expect(excludingRole(refused('roles-exclude', { role: 'planner' }))).toBe('planner')
  expect(excludingRole(refused('own-account', { role: 'planner' }))).toBeUndefined()
})
