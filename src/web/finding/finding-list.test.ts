import type { DraftFinding } from '#contract/draft.ts'
import { expect, test } from 'vitest'
import { countsByRule, filteredFindings, findingsBySeverity } from './finding-list.ts'

/** `error/sum@10` is an open finding; `error/sum@10=known` a settled one. */
function findings(picture: string): DraftFinding[] {
  return picture.split(' ').map((text) => {
    const [, severity, rule = '', place, status = 'open'] =
      /^(\w+)\/(\w+)@(\d+)=?(\w+)?$/.exec(text) ?? []
    const start = Number(place)
    return {
      id: text as DraftFinding['id'],
      rule,
      severity: severity as DraftFinding['severity'],
      message: '',
      citations: [{ start, end: start + 1, quote: 'q', where: 'prose' }],
      status: status as DraftFinding['status'],
      revision: 1,
    }
  })
}

const all = findings('info/lead@1 error/sum@30 error/sum@10 warning/base@5=known')

test('groups stand gravest first, each in order of the document; empty ones are left out', () => {
  expect(
    findingsBySeverity(all.slice(0, 3)).map((group) => [
      group.severity,
      ...group.findings.map(({ id }) => id),
    ]),
  ).toEqual([
    ['error', 'error/sum@10', 'error/sum@30'],
    ['info', 'info/lead@1'],
  ])
})

test('without a status the open ones are shown', () => {
  expect(filteredFindings(all, {})).toHaveLength(3)
  expect(filteredFindings(all, { status: 'all' })).toHaveLength(4)
  expect(filteredFindings(all, { status: 'all', rule: 'base' })).toHaveLength(1)
  expect(filteredFindings(all, { severity: 'error' })).toHaveLength(2)
})

test('rules are counted, most often first', () => {
  expect(countsByRule(all)).toEqual([
    { rule: 'sum', count: 2 },
    { rule: 'base', count: 1 },
    { rule: 'lead', count: 1 },
  ])
})
