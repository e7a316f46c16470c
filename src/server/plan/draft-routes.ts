import {
  addItem,
  auditDraft,
  correctItem,
  correctMeta,
  decideFinding,
  decideItems,
  discardDraft,
  listDraftEvents,
  listDraftFindings,
  listDraftItems,
  listDrafts,
  publishDraft,
  showDraft,
} from '#contract/draft.ts'
import { compareDraft } from '#contract/plan.ts'
import { eventsOf } from '#server/event/store.ts'
import type { ReadContext } from '#server/http/context.ts'
import { type Endpoint, read, work, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import type { DraftId } from '#core/id.ts'
import { auditAgain } from './audit-again.ts'
import { addOneItem, correctPlanMeta, discardOneDraft } from './change-draft.ts'
import { comparedDraft } from './compare-versions.ts'
import { draftOf, draftsOf, findingCounts, findingsOf, itemCounts, itemsOf } from './draft-store.ts'
import { draftView, findingView, itemView } from './draft-views.ts'
import { publishOneDraft } from './publish-draft.ts'
import type { ReadingThread } from './reading/reading-thread.ts'
import { correctOneItem, decideOnFinding, decideOnItems, shownDraft } from './review-draft.ts'

export function draftEndpoints(reading: ReadingThread): readonly Endpoint[] {
  return [
    read(listDrafts, async ({ status }, { db, region }) => {
      const rows = await draftsOf(db, region.code, status)
      const ids = rows.map(({ id }) => id)
      const items = await itemCounts(db, region.code, ids)
      const findings = await findingCounts(db, region.code, ids)
      return { drafts: rows.map((row) => draftView(row, { items, findings })) }
    }),

    read(showDraft, ({ id }, context) => shownDraft(context, id)),

    read(listDraftItems, async ({ id }, context) => {
      await existing(context, id)
      const rows = await itemsOf(context.db, context.region.code, id)
      return { items: rows.map(itemView) }
    }),

    read(listDraftFindings, async ({ id }, context) => {
      await existing(context, id)
      const rows = await findingsOf(context.db, context.region.code, id)
      return { findings: rows.map(findingView) }
    }),

    read(listDraftEvents, async ({ id }, context) => {
      await existing(context, id)
      const rows = await eventsOf(context.db, context.region.code, id)
      return {
        events: rows.map(({ entityKind, entityId, why, ...row }) => ({
          ...row,
          entity: { kind: entityKind, id: entityId },
          ...(why !== null && { why }),
        })),
      }
    }),

    read(compareDraft, async ({ id, planId }, context) => {
      const comparison = await comparedDraft(context, id, planId)
      return comparison ? { comparison } : {}
    }),

    write(decideItems, async ({ id, action, items }, context) => ({
      items: await decideOnItems(context, { draft: id, decision: action, items }),
    })),

    write(correctItem, ({ id, itemId, revision, item, span }, context) =>
      correctOneItem(context, {
        draft: id,
        item: itemId,
        revision,
        ...item,
        ...(span && { span }),
      }),
    ),

    write(addItem, ({ id, item, span }, context) => addOneItem(context, { draft: id, item, span })),

    write(correctMeta, ({ id, revision, meta }, context) =>
      correctPlanMeta(context, { draft: id, revision, meta }),
    ),

    write(decideFinding, ({ id, findingId, revision, action, reason }, context) =>
      decideOnFinding(context, {
        draft: id,
        finding: findingId,
        revision,
        step: action,
        ...(reason !== undefined && { reason }),
      }),
    ),

    write(discardDraft, ({ id, reason }, context) =>
      discardOneDraft(context, { draft: id, ...(reason !== undefined && { reason }) }),
    ),

    write(publishDraft, ({ id, ...options }, context) => publishOneDraft(context, id, options)),

    work(auditDraft, async ({ id }, transact) => ({
      findings: await auditAgain(transact, reading, id),
    })),
  ]
}

async function existing({ db, region }: ReadContext, id: DraftId): Promise<void> {
  if (!(await draftOf(db, region.code, id))) throw notFound('Draft')
}
