import type { DocumentSummary } from '#contract/document.ts'
import type { Draft, DraftFinding, DraftItem } from '#contract/draft.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import type { DocumentId } from '#core/id.ts'
import type { DocumentWithDraft } from './document-store.ts'
import type { DraftWithFile, FindingCount, FindingRow, ItemCount, ItemRow } from './draft-store.ts'
import { itemContent } from './plan-parts.ts'

/** Rows as they travel; `null` of the database becomes absence. */

export function documentView(
  row: DocumentWithDraft,
  firstOfContent: ReadonlyMap<string, DocumentId>,
): DocumentSummary {
  const { format, problem, draftId, ...rest } = row
  const first = firstOfContent.get(row.sha256)
  return {
    ...rest,
    ...(format !== null && { format }),
    ...(problem && { problem }),
    ...(draftId && { draftId }),
    ...(first !== undefined && first !== row.id && { sameAs: first }),
  }
}

export function itemView(row: ItemRow): DraftItem {
  const { id, position, status, citation, doubts, revision, read } = row
  return {
    ...itemContent(row.kind, row.content),
    id,
    position,
    status,
    added: read === null,
    citation,
    doubts,
    revision,
    ...(read && { read: itemContent(row.kind, read) }),
    ...(row.changedBy && { changedBy: row.changedBy }),
    ...(row.changedAt !== null && { changedAt: row.changedAt }),
  }
}

export function findingView(row: FindingRow): DraftFinding {
  const { id, rule, severity, message, citations, status, revision } = row
  return {
    id,
    rule,
    severity,
    message,
    citations,
    status,
    revision,
    ...(row.arithmetic !== null && { arithmetic: row.arithmetic }),
    ...(row.expected !== null && { expected: row.expected }),
    ...(row.found !== null && { found: row.found }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.changedBy && { changedBy: row.changedBy }),
    ...(row.changedAt !== null && { changedAt: row.changedAt }),
  }
}

export interface Counts {
  readonly items: readonly ItemCount[]
  readonly findings: readonly FindingCount[]
}

export function draftView(row: DraftWithFile, { items, findings }: Counts): Draft {
  const { id, documentId, fileName, status, meta, revision, createdAt, changedAt } = row
  const own = items.filter((count) => count.draftId === id)
  const open = findings.filter((count) => count.draftId === id)
  const openOf = (severity: FindingCount['severity']): number =>
    sum(open.filter((count) => count.severity === severity))
  const { publishedPlanId, publishedRegionCode, publishedNumber } = row
  return {
    id,
    documentId,
    fileName,
    status,
    meta,
    revision,
    counts: {
      target: statusCounts(own, 'target'),
      task: statusCounts(own, 'task'),
      project: statusCounts(own, 'project'),
      industry: statusCounts(own, 'industry'),
      park: statusCounts(own, 'park'),
    },
    openFindings: { error: openOf('error'), warning: openOf('warning'), info: openOf('info') },
    createdAt,
    changedAt,
    ...(publishedPlanId !== null &&
      publishedRegionCode !== null &&
      publishedNumber !== null && {
        published: {
          planId: publishedPlanId,
          regionCode: publishedRegionCode,
          number: publishedNumber,
        },
      }),
  }
}

function statusCounts(counts: readonly ItemCount[], kind: ItemKind): Draft['counts']['target'] {
  const own = counts.filter((count) => count.kind === kind)
  const of = (status: ItemCount['status']): number =>
    sum(own.filter((count) => count.status === status))
  return {
    pending: of('pending'),
    accepted: of('accepted'),
    corrected: of('corrected'),
    rejected: of('rejected'),
    doubtful: sum(own.filter((count) => count.status === 'pending' && count.isDoubtful)),
  }
}

function sum(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
