import type { DraftFinding } from '#contract/draft.ts'
import type { AuditInput } from '#core/audit/rule.ts'
import type { Finding } from '#core/audit/finding.ts'
import type { DraftId } from '#core/id.ts'
import { isTaken } from '#core/plan/review.ts'
import { dayInChina } from '#server/clock.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import type { Transact } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { contentOf } from './document-store.ts'
import {
  deleteFindings,
  type FindingRow,
  findingsOf,
  insertFindings,
  itemsOf,
} from './draft-store.ts'
import { findingRows } from './draft-rows.ts'
import { findingView } from './draft-views.ts'
import { planOf } from './plan-parts.ts'
import type { ReadingThread } from './reading/reading-thread.ts'
import { openDraft, touchDraft } from './review-draft.ts'

/**
 * Audits what stands in a draft after corrections. The audit itself runs outside any transaction;
 * what people decided on findings that are there again is kept.
 */
export async function auditAgain(
  transact: Transact,
  reading: ReadingThread,
  id: DraftId,
): Promise<DraftFinding[]> {
  const input = await transact((context) => inputOf(context, id))
  const findings = await reading.ask({ kind: 'audit', input })
  return transact((context) => replaceFindings(context, id, findings))
}

async function inputOf(context: WriteContext, id: DraftId): Promise<AuditInput> {
  const { db, now } = context
  const draft = await openDraft(context, id)
  const document = await contentOf(db, draft.regionCode, draft.documentId)
  if (!document) throw notFound('Document')
  const items = await itemsOf(db, draft.regionCode, id)
  const { plan } = planOf(
    draft.meta,
    items.filter(({ status }) => isTaken(status, 'accept')),
  )
  return { plan, document, today: dayInChina(now) }
}

async function replaceFindings(
  context: WriteContext,
  id: DraftId,
  findings: readonly Finding[],
): Promise<DraftFinding[]> {
  const { db, user, now } = context
  const draft = await openDraft(context, id)
  const before = await findingsOf(db, draft.regionCode, id)
  const rows = withDecisions(
    findingRows({ regionCode: draft.regionCode, draftId: id }, findings),
    before,
  )
  await deleteFindings(db, draft.regionCode, id)
  await insertFindings(db, rows)
  await record(db, [
    {
      region: draft.regionCode,
      at: now,
      by: user,
      action: 'draft-audited',
      subject: id,
      entity: { kind: 'draft', id },
      before: before.map(stateOf),
      after: rows.map(stateOf),
    },
  ])
  await touchDraft(context, draft)
  return rows.map(findingView)
}

function stateOf({ id, rule, message, status, reason }: FindingRow): unknown {
  return { id, rule, message, status, reason }
}

/** Findings that were there before keep their identity and what was decided on them. */
function withDecisions(
  rows: readonly FindingRow[],
  before: readonly FindingRow[],
): readonly FindingRow[] {
  const earlier = new Map(before.map((row) => [sameness(row), row]))
  return rows.map((row) => {
    const old = earlier.get(sameness(row))
    if (!old) return row
    earlier.delete(sameness(row))
    const { id, status, reason, revision, changedBy, changedAt } = old
    return { ...row, id, status, reason, revision, changedBy, changedAt }
  })
}

// The message holds the figures: with other figures it is another finding.
function sameness({ rule, message, citations }: FindingRow): string {
  return JSON.stringify([rule, message, citations.map(({ start, end }) => [start, end])])
}
