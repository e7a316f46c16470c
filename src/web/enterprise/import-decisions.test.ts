import type { EnterpriseImportRow } from '#contract/enterprise-import.ts'
import type { EnterpriseId } from '#core/id.ts'
import { decisionsOf, outcomeOf, proposedChoices, undecided } from './import-decisions.ts'
import { expect, test } from 'vitest'

const known = 'e1' as EnterpriseId

function row(line: number, change: Partial<EnterpriseImportRow> = {}): EnterpriseImportRow {
  return { line, name: `企业${line}`, doubts: [], candidates: [], ...change }
}

const rows = [
  row(2, { proposed: 'add' }),
  row(3, {
    proposed: 'same',
    candidates: [{ id: known, name: '甲', reason: 'same-code', differs: [] }],
  }),
  row(4, { candidates: [{ id: known, name: '甲', reason: 'like-name', differs: [] }] }),
]

test('what is proposed is chosen, what is asked is left open', () => {
  const choices = proposedChoices(rows)
  expect([...choices]).toEqual([
    [2, 'add'],
    [3, known],
  ])
  expect(undecided(rows, choices).map(({ line }) => line)).toEqual([4])
})

test('choices travel as decisions and are counted', () => {
  const choices = new Map(proposedChoices(rows)).set(4, 'skip')
  expect(decisionsOf(choices)).toEqual([
    { line: 2, kind: 'add' },
    { line: 3, kind: 'same', enterprise: known },
    { line: 4, kind: 'skip' },
  ])
  expect(outcomeOf(choices)).toEqual({ add: 1, same: 1, skip: 1 })
})
