import type { Draft } from '#contract/draft.ts'
import { expect, test } from 'vitest'
import { overviewOf } from './overview.ts'

const none = { pending: 0, accepted: 0, corrected: 0, rejected: 0, doubtful: 0 }

function draft(status: Draft['status'], pending: number, errors: number): Draft {
  const counts = { target: { ...none, pending, doubtful: 1 }, task: none, project: none }
  return {
    status,
    counts: { ...counts, industry: none, park: none },
    openFindings: { error: errors, warning: 1, info: 0 },
  } as Draft
}

function plan(code: string, ...targets: number[]) {
  return { region: { code }, versions: targets.map((target) => ({ counts: { target } })) }
}

test('what is counted: own plans with their latest version, drafts in review, findings of all but discarded ones', () => {
  const plans = [plan('own', 40, 38), plan('other', 9)]
  const drafts = [draft('reviewing', 5, 2), draft('published', 3, 1), draft('discarded', 8, 7)]
  expect(overviewOf(plans, drafts, 'own')).toEqual({
    plans: 1,
    targets: 40,
    reviewing: 1,
    pending: 5,
    doubtful: 1,
    openFindings: { error: 3, warning: 2, info: 0 },
  })
})
