import type { Draft, DraftItem, PlanMeta } from '#contract/draft.ts'
import type { ItemContent } from '#contract/plan-items.ts'
import type { DraftId } from '#core/id.ts'
import type { Span } from '#core/document/document.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { changedMeanwhile } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { insertItems, type ItemRow, itemsOf, saveDraft } from './draft-store.ts'
import { itemView } from './draft-views.ts'
import { citedSpan, openDraft, shownDraft, touchDraft } from './review-draft.ts'

export interface Addition {
  readonly draft: DraftId
  readonly item: ItemContent
  readonly span: Span
}

/** Adds an item that was not read, in its place in the document. */
export async function addOneItem(
  context: WriteContext,
  { draft: id, item, span }: Addition,
): Promise<DraftItem> {
  const { db, user, now } = context
  const draft = await openDraft(context, id)
  const citation = await citedSpan(context, draft, span)
  const siblings = (await itemsOf(db, draft.regionCode, id)).filter(
    ({ kind }) => kind === item.kind,
  )
  const row: ItemRow = {
    regionCode: draft.regionCode,
    id: newId('draft-item'),
    draftId: id,
    kind: item.kind,
    position: positionAt(siblings, span),
    read: null,
    content: item.content,
    citation,
    doubts: [],
    status: 'accepted',
    revision: 0,
    changedBy: user,
    changedAt: now,
  }
  await insertItems(db, [row])
  await record(db, [
    {
      region: draft.regionCode,
      at: now,
      by: user,
      action: 'item-added',
      subject: id,
      entity: { kind: item.kind, id: row.id },
      after: { content: item.content, citation },
    },
  ])
  await touchDraft(context, draft)
  return itemView(row)
}

// The same position as the item before it: ids, made later, put it behind.
function positionAt(siblings: readonly ItemRow[], span: Span): number {
  return siblings.findLast(({ citation }) => citation.start <= span.start)?.position ?? 0
}

/** Corrects what the document says about itself. */
export async function correctPlanMeta(
  context: WriteContext,
  change: { readonly draft: DraftId; readonly revision: number; readonly meta: PlanMeta },
): Promise<Draft> {
  const { db, user, now } = context
  const draft = await openDraft(context, change.draft)
  if (draft.revision !== change.revision) {
    throw changedMeanwhile('Somebody changed the draft meanwhile', {
      current: await shownDraft(context, draft.id),
    })
  }
  await saveDraft(db, draft, { changedAt: now, revision: draft.revision + 1 }, change.meta)
  await record(db, [
    {
      region: draft.regionCode,
      at: now,
      by: user,
      action: 'meta-corrected',
      subject: draft.id,
      entity: { kind: 'draft', id: draft.id },
      before: draft.meta,
      after: change.meta,
    },
  ])
  await touchDraft(context, draft)
  return shownDraft(context, draft.id)
}

/** Puts a draft aside. */
export async function discardOneDraft(
  context: WriteContext,
  { draft: id, reason }: { readonly draft: DraftId; readonly reason?: string },
): Promise<Draft> {
  const { db, user, now } = context
  const draft = await openDraft(context, id)
  await saveDraft(db, draft, { changedAt: now, status: 'discarded' })
  await record(db, [
    {
      region: draft.regionCode,
      at: now,
      by: user,
      action: 'draft-discarded',
      subject: id,
      entity: { kind: 'draft', id },
      why: reason,
    },
  ])
  await touchDraft(context, draft)
  return shownDraft(context, id)
}
