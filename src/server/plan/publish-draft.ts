import type { PlanMeta, PublishRefusal } from '#contract/draft.ts'
import type { Person } from '#contract/session.ts'
import type { DocumentId, DraftId, PlanId } from '#core/id.ts'
import { comparePlans } from '#core/plan/comparison/compare-plans.ts'
import { isTaken } from '#core/plan/review.ts'
import { isSamePlan } from '#core/plan/comparison/same-plan.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound, refused, regionNotYours } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { notify } from '#server/notification/notify.ts'
import { forgetOwned, indexFor } from '#server/search/store.ts'
import { regionOfPlan } from '#server/region/region-of-plan.ts'
import { type DraftRow, type ItemRow, itemsOf, lockDraft, saveDraft } from './draft-store.ts'
import { planOf } from './plan-parts.ts'
import {
  insertPlan,
  insertPublished,
  insertVersion,
  lockPlan,
  savePlan,
  targetsOfVersion,
  type VersionRow,
  versionOf,
  versionsOf,
} from './plan-store.ts'
import { publishedRows, type Publishing } from './published-rows.ts'
import { decideOnItems } from './review-draft.ts'
import { entriesOfPlan } from './search-entries.ts'

export interface Published {
  readonly planId: PlanId
  readonly regionCode: string
  readonly number: number
}

export interface PublishingOptions {
  /** What becomes of items nobody decided; without it they stand in the way. */
  readonly pending?: 'accept' | 'reject'
  /** The plan this is a version of; without it found, or new. */
  readonly planId?: PlanId
}

/** Makes a draft the next version of its plan, or the first of a new one. */
export async function publishOneDraft(
  context: WriteContext,
  id: DraftId,
  { pending, planId }: PublishingOptions,
): Promise<Published> {
  const { db, region, user, now } = context
  const draft = await lockDraft(db, region.code, id)
  if (!draft) throw notFound('Draft')
  const items = await itemsOf(db, region.code, id)
  const refusal = refusalOf(draft, items, pending)
  if (refusal) throw refused('not-publishable', 'The draft cannot be published yet', refusal)

  const undecided = items.filter(({ status }) => status === 'pending')
  if (pending && undecided.length > 0) {
    await decideOnItems(context, { draft: id, decision: pending, items: undecided })
  }
  const published = await publishVersion(db, {
    meta: draft.meta,
    items: items
      .filter(({ status }) => isTaken(status, pending))
      .map((item) => ({ ...item, sourceTable: null })),
    source: { region: region.code, document: draft.documentId, draft: id },
    by: user,
    at: now,
    ...(planId !== undefined && { planId }),
  })
  // What was written under a region that is not theirs is taken back with the transaction.
  if (!context.mayIn('publish', published.regionCode)) throw regionNotYours()
  await saveDraft(db, draft, {
    changedAt: now,
    status: 'published',
    publishedRegionCode: published.regionCode,
    publishedPlanId: published.planId,
    publishedNumber: published.number,
  })
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'draft-published',
      subject: id,
      entity: { kind: 'plan', id: published.planId },
      after: { ...published, pending },
    },
  ])
  await notify(context, {
    region: region.code,
    to: { allowed: 'review' },
    except: user.id,
    kind: 'draft-published',
    subject: { kind: 'plan', id: published.planId },
    values: { title: draft.meta.title, number: published.number, by: user.name },
    link: `/plans/${published.regionCode}/${published.planId}`,
  })
  context.stale(['drafts', id], ['drafts', 'list'], ['documents'])
  context.staleEverywhere(['plans'], ['targets'], ['regions'])
  return published
}

function refusalOf(
  draft: DraftRow,
  items: readonly ItemRow[],
  pending: PublishingOptions['pending'],
): PublishRefusal | undefined {
  if (draft.status !== 'reviewing') return { code: 'not-reviewing', status: draft.status }
  const { title, region, period } = draft.meta
  if (title.trim() === '') return { code: 'title-missing' }
  if (region.name.trim() === '') return { code: 'region-missing' }
  if (period.start > period.end) return { code: 'period-reversed' }
  const undecided = items.filter(({ status }) => status === 'pending').length
  if (pending === undefined && undecided > 0) return { code: 'items-pending', count: undecided }
  if (!items.some(({ status }) => isTaken(status, pending))) return { code: 'nothing-accepted' }
  return undefined
}

export interface NewVersion {
  readonly meta: PlanMeta
  readonly items: readonly Omit<Publishing, 'continues'>[]
  /** Absent where figures are taken over without a document. */
  readonly source?: {
    readonly region: string
    readonly document: DocumentId
    readonly draft: DraftId
  }
  readonly by: Person
  readonly at: string
  readonly planId?: PlanId
}

/** Writes a version under the plan's own region; the previous one stays as it was. */
export async function publishVersion(db: Db, version: NewVersion): Promise<Published> {
  const { meta, items, source, by, at } = version
  const { code: regionCode } = await regionOfPlan(db, meta.region)
  const previous = await heldPrevious(db, regionCode, meta, version.planId)
  const id = newId('plan-version')
  const planId = previous?.planId ?? newId('plan')
  const number = (previous?.number ?? 0) + 1
  const plan = { regionCode, id: planId, title: meta.title, latestVersionId: id }
  await (previous ? savePlan(db, plan) : insertPlan(db, plan))
  await insertVersion(db, {
    regionCode,
    id,
    planId,
    number,
    meta,
    documentRegionCode: source?.region ?? null,
    documentId: source?.document ?? null,
    draftId: source?.draft ?? null,
    publishedBy: by,
    publishedAt: at,
  })
  const continued = previous ? await continuing(db, previous, meta, items) : items
  await insertPublished(db, publishedRows({ regionCode, versionId: id }, continued))
  await forgetOwned(db, regionCode, planId)
  await indexFor(db, await entriesOfPlan(db, regionCode, planId), at)
  return { planId, regionCode, number }
}

// What was the latest before the plan was held may have got a successor meanwhile.
async function heldPrevious(
  db: Db,
  regionCode: string,
  meta: PlanMeta,
  planId?: PlanId,
): Promise<VersionRow | undefined> {
  const found = await previousVersion(db, regionCode, meta, planId)
  if (!found) return undefined
  await lockPlan(db, regionCode, found.planId)
  return versionOf(db, regionCode, found.planId)
}

/** The latest version of the plan `meta` is another version of; `planId` says which one. */
export async function previousVersion(
  db: ReadDb,
  regionCode: string,
  meta: PlanMeta,
  planId?: PlanId,
): Promise<VersionRow | undefined> {
  if (planId !== undefined) {
    const named = await versionOf(db, regionCode, planId)
    if (!named) throw notFound('Plan')
    return named
  }
  const versions = await versionsOf(db, [regionCode])
  const latest = versions.filter((version, index) => versions[index - 1]?.planId !== version.planId)
  return latest.find((version) => isSamePlan(version.meta, meta))
}

/** Gives each target that was in the version before its lineage and its chosen path. */
async function continuing(
  db: Db,
  previous: VersionRow,
  meta: PlanMeta,
  items: readonly Publishing[],
): Promise<readonly Publishing[]> {
  const targets = await targetsOfVersion(db, previous.regionCode, previous.id)
  const before = planOf(
    previous.meta,
    targets.map((row) => ({ ...row, kind: 'target' as const })),
  )
  const after = planOf(meta, items)
  const continues = new Map<Publishing, Publishing['continues']>()
  for (const change of comparePlans(before.plan, after.plan)) {
    if (change.kind !== 'target' || change.status === 'added' || change.status === 'dropped')
      continue
    const item = after.sourceOf(change.after)
    const row = before.sourceOf(change.before)
    if (item && row) continues.set(item, row)
  }
  return items.map((item) => {
    const row = continues.get(item)
    return row ? { ...item, continues: row } : item
  })
}
