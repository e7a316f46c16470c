import type { Finding } from '#core/audit/finding.ts'
import type { DraftId } from '#core/id.ts'
import type { Plan } from '#core/plan/plan.ts'
import { newId } from '#server/new-id.ts'
import type { FindingRow, ItemRow } from './draft-store.ts'
import { partsOf } from './plan-parts.ts'

interface Owner {
  readonly regionCode: string
  readonly draftId: DraftId
}

/** The items of a plan as they enter a draft: undecided. */
export function itemRows(owner: Owner, plan: Plan): readonly ItemRow[] {
  return partsOf(plan).map(({ kind, content, citation, doubts }, position) => ({
    ...owner,
    id: newId('draft-item'),
    kind,
    position,
    read: content,
    content,
    citation,
    doubts,
    status: 'pending',
    revision: 0,
    changedBy: null,
    changedAt: null,
  }))
}

export function findingRows(owner: Owner, findings: readonly Finding[]): readonly FindingRow[] {
  return findings.map((finding, position) => ({
    ...owner,
    id: newId('draft-finding'),
    position,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    arithmetic: finding.arithmetic ?? null,
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    citations: finding.citations,
    status: 'open',
    reason: null,
    revision: 0,
    changedBy: null,
    changedAt: null,
  }))
}
