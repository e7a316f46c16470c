import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type { Draft, DraftFinding, DraftItem, ItemConflict } from '#contract/draft.ts'
import type { FindingId, DraftId, ItemId } from '#core/id.ts'
import type { Citation } from '#core/document/citation.ts'
import { cite } from '#core/document/citation.ts'
import type { Document, Span } from '#core/document/document.ts'
import { type Decision, decided } from '#core/plan/review.ts'
import { record } from '#server/event/store.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { badInput, changedMeanwhile, notFound, refused } from '#server/http/failure.ts'
import { contentOf } from './document-store.ts'
import {
  type DraftRow,
  draftOf,
  findingCounts,
  findingOf,
  type FindingRow,
  itemCounts,
  type ItemRow,
  lockDraft,
  saveDraft,
  saveFinding,
  saveItems,
  someItems,
} from './draft-store.ts'
import { draftView, findingView, itemView } from './draft-views.ts'
import { isDeepStrictEqual } from 'node:util'

export async function shownDraft(
  { db, region }: Pick<ReadContext, 'db' | 'region'>,
  id: DraftId,
): Promise<Draft> {
  const row = await draftOf(db, region.code, id)
  if (!row) throw notFound('Draft')
  const items = await itemCounts(db, region.code, [id])
  const findings = await findingCounts(db, region.code, [id])
  return draftView(row, { items, findings })
}

/** Holds a draft that is under review; one that is not cannot be changed. */
export async function openDraft({ db, region }: WriteContext, id: DraftId): Promise<DraftRow> {
  const draft = await lockDraft(db, region.code, id)
  if (!draft) throw notFound('Draft')
  if (draft.status !== 'reviewing') {
    throw refused('draft-closed', 'The draft is no longer under review', { status: draft.status })
  }
  return draft
}

/** Says that a draft changed: when, and to everybody who looks at it. */
export async function touchDraft(context: WriteContext, draft: DraftRow): Promise<void> {
  await saveDraft(context.db, draft, { changedAt: context.now })
  context.stale(['drafts', draft.id], ['drafts', 'list'])
}

export interface Decided {
  readonly draft: DraftId
  readonly decision: Decision
  readonly items: readonly { readonly id: ItemId; readonly revision: number }[]
}

/** Decides on items, all or none: a conflict shows the present state of each that changed. */
export async function decideOnItems(
  context: WriteContext,
  { draft: id, decision, items }: Decided,
): Promise<DraftItem[]> {
  const draft = await openDraft(context, id)
  const expected = new Map(items.map((item) => [item.id, item.revision]))
  const rows = await heldItems(context, draft, expected)
  const changed = rows.map((row) => after(context, row, decidedRow(row, decision)))
  await saveItems(context.db, draft.regionCode, changed)
  await recordItems(context, draft, `item-${pastOf[decision]}`, rows, changed)
  await touchDraft(context, draft)
  return changed.map(itemView)
}

const pastOf = { accept: 'accepted', reject: 'rejected', restore: 'restored' } as const

function decidedRow(row: ItemRow, decision: Decision): Pick<ItemRow, 'status' | 'content'> {
  const { status, content, read } = row
  return decided({ status, content, ...(read && { read }) }, decision, isDeepStrictEqual)
}

export interface Correction {
  readonly draft: DraftId
  readonly item: ItemId
  readonly revision: number
  readonly kind: ItemRow['kind']
  readonly content: ItemRow['content']
  readonly span?: Span
}

/** Replaces what an item says. */
export async function correctOneItem(
  context: WriteContext,
  { draft: id, item, revision, kind, content, span }: Correction,
): Promise<DraftItem> {
  const draft = await openDraft(context, id)
  const [row] = await heldItems(context, draft, new Map([[item, revision]]))
  if (!row) throw notFound('Item')
  if (row.kind !== kind) throw badInput('item-kind-fixed', `The item is a ${row.kind}`)
  const citation = span ? await citedSpan(context, draft, span) : row.citation
  const { status } = decidedRow({ ...row, content }, 'accept')
  const changed = after(context, row, { status, content, citation })
  await saveItems(context.db, draft.regionCode, [changed])
  await recordItems(context, draft, 'item-corrected', [row], [changed])
  await touchDraft(context, draft)
  return itemView(changed)
}

/** A citation of a selection in the draft's document. */
export async function citedSpan(
  { db }: Pick<WriteContext, 'db'>,
  draft: DraftRow,
  span: Span,
): Promise<Citation> {
  const document = await contentOf(db, draft.regionCode, draft.documentId)
  if (!document) throw notFound('Document')
  const block = blockAt(document, span)
  if (!block || span.end > document.text.length) {
    throw badInput('selection-outside', 'The selection is not in the text of the document')
  }
  return cite(document, block, span)
}

// A selection may reach over several blocks: the one where it begins says where it is.
function blockAt({ blocks }: Document, span: Span) {
  return blocks.find((block) => block.end > span.start && block.start < span.end)
}

async function heldItems(
  { db }: WriteContext,
  draft: DraftRow,
  expected: ReadonlyMap<ItemId, number>,
): Promise<ItemRow[]> {
  const rows = await someItems(db, draft.regionCode, draft.id, [...expected.keys()])
  if (rows.length < expected.size) throw notFound('Item')
  const changed = rows.filter((row) => row.revision !== expected.get(row.id))
  if (changed.length > 0) {
    throw changedMeanwhile('Somebody changed items meanwhile', {
      current: changed.map(itemView),
    } satisfies ItemConflict)
  }
  return rows
}

function after({ user, now }: WriteContext, row: ItemRow, change: Partial<ItemRow>): ItemRow {
  return { ...row, ...change, revision: row.revision + 1, changedBy: user, changedAt: now }
}

async function recordItems(
  { db, user, now }: WriteContext,
  draft: DraftRow,
  action: EventAction,
  before: readonly ItemRow[],
  changed: readonly ItemRow[],
): Promise<void> {
  const earlier = new Map(before.map((row) => [row.id, row]))
  await record(
    db,
    changed.map((row) => ({
      region: draft.regionCode,
      at: now,
      by: user,
      action,
      subject: draft.id,
      entity: { kind: row.kind, id: row.id },
      before: stateOf(earlier.get(row.id)),
      after: stateOf(row),
    })),
  )
}

function stateOf(row: ItemRow | undefined): unknown {
  return row && { status: row.status, content: row.content, citation: row.citation }
}

const findingSteps = {
  know: { status: 'known', action: 'finding-known' },
  dismiss: { status: 'dismissed', action: 'finding-dismissed' },
  reopen: { status: 'open', action: 'finding-reopened' },
} as const

export interface FindingDecision {
  readonly draft: DraftId
  readonly finding: FindingId
  readonly revision: number
  readonly step: keyof typeof findingSteps
  readonly reason?: string
}

/** Takes a finding as known, dismisses it with a reason, or opens it again. */
export async function decideOnFinding(
  context: WriteContext,
  { draft: id, finding, revision, step, reason }: FindingDecision,
): Promise<DraftFinding> {
  const { db, region, user, now } = context
  const draft = await openDraft(context, id)
  const row = await findingOf(db, region.code, id, finding)
  if (!row) throw notFound('Finding')
  if (row.revision !== revision) {
    throw changedMeanwhile('Somebody changed the finding meanwhile', { current: findingView(row) })
  }
  const { status, action } = findingSteps[step]
  const changed: FindingRow = {
    ...row,
    status,
    reason: reason ?? null,
    revision: row.revision + 1,
    changedBy: user,
    changedAt: now,
  }
  await saveFinding(db, changed)
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action,
      subject: id,
      entity: { kind: 'finding', id: finding },
      before: { status: row.status, reason: row.reason },
      after: { status, reason },
      why: reason,
    },
  ])
  await touchDraft(context, draft)
  return findingView(changed)
}
