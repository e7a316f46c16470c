import { expect, test } from 'vitest'
import { RequestFailure } from '../api/failure.ts'
import { acceptedCount, pendingCount, publishRefusalIn, reviewedShare } from './publishing.ts'

const none = { pending: 0, accepted: 0, corrected: 0, rejected: 0, doubtful: 0 }
const draft = {
  counts: {
    target: { pending: 2, accepted: 3, corrected: 1, rejected: 1, doubtful: 1 },
    task: { ...none, accepted: 1 },
    project: none,
    industry: none,
    park: none,
  },
}
const empty = { counts: { ...draft.counts, target: none, task: none } }

test('corrected items are published like accepted ones', () => {
  expect([pendingCount(draft), acceptedCount(draft)]).toEqual([2, 5])
})

test('the share reviewed counts every decision; of nothing there is no share', () => {
  expect([reviewedShare(draft), reviewedShare(empty)]).toEqual([0.75, undefined])
})

test('a refusal to publish is told from other failures', () => {
  const detail = { code: 'items-pending', count: 3 }
  const failure = (code: string) => new RequestFailure(409, { code, title: '', detail })
  expect(publishRefusalIn(failure('not-publishable'))).toEqual(detail)
  expect(publishRefusalIn(failure('changed-meanwhile'))).toBeUndefined()
  expect(publishRefusalIn(new Error('x'))).toBeUndefined()
})
