import { differences } from './difference.ts'
import { expect, test } from 'vitest'

test('only what differs is told, with where it stands', () => {
  const before = { name: '甲', scope: { kind: 'park' }, milestones: [{ year: 2026, value: 1 }] }
  const after = { name: '甲', scope: { kind: 'group' }, milestones: [{ year: 2026, value: 2 }] }
  expect(differences(before, after)).toEqual([
    { path: ['scope', 'kind'], before: 'park', after: 'group' },
    { path: ['milestones', '1', 'value'], before: 1, after: 2 },
  ])
})

test('what came or went has one side, and nothing at all is no difference', () => {
  expect(differences(undefined, { a: false, b: null, c: [] })).toEqual([
    { path: ['a'], after: false },
  ])
  expect(differences({ a: 1, b: null }, { c: 0 })).toEqual([
    { path: ['c'], after: 0 },
    { path: ['a'], before: 1 },
  ])
  expect(differences('甲', '乙')).toEqual([{ path: [], before: '甲', after: '乙' }])
  expect(differences(undefined, undefined)).toEqual([])
})
