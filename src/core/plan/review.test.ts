import { decided, isTaken, type Reviewed } from './review.ts'
import { expect, test } from 'vitest'

const isSame = (left: string, right: string): boolean => left === right

/** `pending 甲 (甲)`: status, content, and in brackets what was read. */
function item(picture: string): Reviewed<string> {
  const [, status = '', content = '', read] = /^(\w+) (\S+)(?: \((\S+)\))?$/.exec(picture) ?? []
  return { status: status as Reviewed<string>['status'], content, ...(read && { read }) }
}

test.each([
  ['pending 甲 (甲)', 'accept', 'accepted 甲'],
  ['pending 乙 (甲)', 'accept', 'corrected 乙'],
  ['corrected 乙 (甲)', 'accept', 'corrected 乙'],
  ['rejected 乙 (甲)', 'accept', 'corrected 乙'],
  ['corrected 乙 (甲)', 'reject', 'rejected 乙'],
  ['rejected 乙 (甲)', 'restore', 'pending 甲'],
  ['accepted 乙', 'reject', 'rejected 乙'],
  ['rejected 乙', 'restore', 'accepted 乙'],
] as const)('%s after %s is %s', (before, decision, after) => {
  const { status, content } = decided(item(before), decision, isSame)
  expect(`${status} ${content}`).toBe(after)
})

test('what nobody decided is published only where that is said', () => {
  const statuses = ['pending', 'accepted', 'corrected', 'rejected'] as const
  const taken = (pending?: 'accept' | 'reject') => statuses.filter((one) => isTaken(one, pending))
  expect(taken()).toEqual(['accepted', 'corrected'])
  expect(taken('accept')).toEqual(['pending', 'accepted', 'corrected'])
  expect(taken('reject')).toEqual(['accepted', 'corrected'])
})
