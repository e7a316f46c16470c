import type { DraftId } from '#core/id.ts'
import type { ReadDb } from '#server/db/db.ts'
import { shownItems, type Waiting, type WorkSource } from '#server/work/source.ts'

/** Drafts somebody still has to go through. */
export const draftsToReview: WorkSource = {
  kind: 'drafts-to-review',
  needs: 'review',
  workOf: async ({ db, region }) => {
    const drafts = await draftsUnderReview(db, region.code)
    return waiting(drafts.filter(({ pending }) => pending > 0))
  },
}

/** Drafts in which everything is decided. */
export const draftsToPublish: WorkSource = {
  kind: 'drafts-to-publish',
  needs: 'publish',
  workOf: async ({ db, region }) => {
    const drafts = await draftsUnderReview(db, region.code)
    return waiting(drafts.filter(({ pending }) => pending === 0))
  },
}

function waiting(drafts: Awaited<ReturnType<typeof draftsUnderReview>>): Waiting {
  return {
    count: drafts.length,
    items: drafts.slice(0, shownItems).map(({ id, meta, fileName, createdAt }) => ({
      title: meta.title || fileName,
      since: createdAt,
      link: `/drafts/${id}`,
    })),
    link: '/drafts',
  }
}

async function draftsUnderReview(db: ReadDb, region: string) {
  const drafts = await db
    .selectFrom('draft')
    .innerJoin('document', (join) =>
      join
        .onRef('document.regionCode', '=', 'draft.regionCode')
        .onRef('document.id', '=', 'draft.documentId'),
    )
    .select(['draft.id', 'draft.meta', 'draft.createdAt', 'document.fileName'])
    .where('draft.regionCode', '=', region)
    .where('draft.status', '=', 'reviewing')
    .orderBy('draft.createdAt')
    .orderBy('draft.id')
    .execute()
  const pending = await pendingItems(db, region)
  return drafts.map((draft) => ({ ...draft, pending: pending.get(draft.id) ?? 0 }))
}

async function pendingItems(db: ReadDb, region: string): Promise<ReadonlyMap<DraftId, number>> {
  const rows = await db
    .selectFrom('draftItem')
    .select('draftId')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('regionCode', '=', region)
    .where('status', '=', 'pending')
    .groupBy('draftId')
    .execute()
  return new Map(rows.map(({ draftId, count }) => [draftId, count]))
}

const rememberedDays = 14

/** Files the user brought in that could not be read, and that did not come again since. */
export const importsFailed: WorkSource = {
  kind: 'imports-failed',
  needs: 'import',
  workOf: async ({ db, region, user, now }) => {
    const from = new Date(Date.parse(now) - rememberedDays * 86_400_000).toISOString()
    const documents = await db
      .selectFrom('document')
      .select(['id', 'fileName', 'state', 'uploadedBy', 'uploadedAt'])
      .where('regionCode', '=', region.code)
      .where('uploadedAt', '>=', from)
      .orderBy('uploadedAt')
      .orderBy('id')
      .execute()
    const failed = documents.filter(
      ({ fileName, state, uploadedBy }, index) =>
        state === 'refused' &&
        uploadedBy.id === user.id &&
        !documents.slice(index + 1).some((later) => later.fileName === fileName),
    )
    return {
      count: failed.length,
      items: failed.slice(0, shownItems).map(({ fileName, uploadedAt }) => ({
        title: fileName,
        since: uploadedAt,
        link: '/import',
      })),
      link: '/import',
    }
  },
}
