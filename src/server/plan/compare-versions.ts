import type { ComparedItem, Comparison, ComparisonEntry } from '#contract/plan.ts'
import type { PlanMeta } from '#contract/draft.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import type { Citation } from '#core/document/citation.ts'
import type { DocumentId, DraftId, PlanId } from '#core/id.ts'
import { comparePlans } from '#core/plan/comparison/compare-plans.ts'
import type { PlanChange } from '#core/plan/comparison/plan-change.ts'
import { isTaken } from '#core/plan/review.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { knownRegion } from '#server/region/region-of-plan.ts'
import { draftOf, itemsOf } from './draft-store.ts'
import { type AnyContent, type AnyItem, itemContent, itemKinds, planOf } from './plan-parts.ts'
import { publishedItems, type VersionRow, versionOf } from './plan-store.ts'
import { previousVersion } from './publish-draft.ts'

interface Side {
  readonly meta: PlanMeta
  readonly number?: number
  readonly documentId: DocumentId | null
  readonly rows: readonly SideRow[]
}

interface SideRow {
  readonly kind: ItemKind
  readonly content: AnyContent
  readonly citation: Citation | null
  readonly sourceTable: string | null
}

export interface NamedVersion {
  readonly region: string
  readonly plan: PlanId
  readonly number?: number | undefined
}

/** Two published versions, by meaning. */
export async function comparedVersions(
  db: ReadDb,
  left: NamedVersion,
  right: NamedVersion,
): Promise<Comparison> {
  const sideOf = async ({ region, plan, number }: NamedVersion): Promise<Side> => {
    const version = await versionOf(db, region, plan, number)
    if (!version) throw notFound('Plan')
    return publishedSide(db, version)
  }
  return compared(await sideOf(left), await sideOf(right))
}

/** A draft against the latest version of the plan it belongs to; nothing where it would be the first. */
export async function comparedDraft(
  { db, region }: Pick<ReadContext, 'db' | 'region'>,
  id: DraftId,
  planId?: PlanId,
): Promise<Comparison | undefined> {
  const draft = await draftOf(db, region.code, id)
  if (!draft) throw notFound('Draft')
  const target = await knownRegion(db, draft.meta.region)
  if (!target) return undefined
  const version = await versionBefore(db, target.code, draft, planId)
  if (!version) return undefined
  const items = await itemsOf(db, region.code, id)
  return compared(await publishedSide(db, version), {
    meta: draft.meta,
    documentId: draft.documentId,
    rows: items
      .filter(({ status }) => isTaken(status, 'accept'))
      .map((item) => ({ ...item, sourceTable: null })),
  })
}

// What a published draft became a version of is the version before its own.
async function versionBefore(
  db: ReadDb,
  region: string,
  draft: NonNullable<Awaited<ReturnType<typeof draftOf>>>,
  planId?: PlanId,
): Promise<VersionRow | undefined> {
  const { publishedPlanId, publishedNumber, publishedRegionCode } = draft
  if (publishedPlanId === null || publishedNumber === null || publishedRegionCode === null) {
    return previousVersion(db, region, draft.meta, planId)
  }
  return versionOf(db, publishedRegionCode, publishedPlanId, publishedNumber - 1)
}

async function publishedSide(db: ReadDb, version: VersionRow): Promise<Side> {
  const rows: SideRow[] = []
  for (const kind of itemKinds) {
    rows.push(...(await publishedItems(db, version.regionCode, version.id, kind)))
  }
  const { meta, number, documentId } = version
  return { meta, number, documentId, rows }
}

function compared(left: Side, right: Side): Comparison {
  const before = planOf(left.meta, left.rows)
  const after = planOf(right.meta, right.rows)
  const leftItem = (item: AnyItem): ComparedItem => view(left, before.sourceOf(item))
  const rightItem = (item: AnyItem): ComparedItem => view(right, after.sourceOf(item))
  return {
    left: heading(left),
    right: heading(right),
    entries: comparePlans(before.plan, after.plan).map((change) =>
      entryOf(change, leftItem, rightItem),
    ),
  }
}

function entryOf(
  change: PlanChange,
  left: (item: AnyItem) => ComparedItem,
  right: (item: AnyItem) => ComparedItem,
): ComparisonEntry {
  const { kind } = change
  switch (change.status) {
    case 'added':
      return { kind, change: 'added', right: right(change.after), differences: [] }
    case 'dropped':
      return { kind, change: 'dropped', left: left(change.before), differences: [] }
    case 'unchanged':
    case 'changed':
      return {
        kind,
        change: change.status === 'changed' ? 'changed' : 'same',
        left: left(change.before),
        right: right(change.after),
        differences:
          change.status === 'changed'
            ? change.fields.map(({ field, year, before, after }) => ({
                field,
                ...(year !== undefined && { year }),
                ...(before !== undefined && { left: before }),
                ...(after !== undefined && { right: after }),
              }))
            : [],
      }
  }
}

function heading({ meta, number }: Side): Comparison['left'] {
  const { title, region, documentNumber, issuedOn } = meta
  return {
    title,
    regionName: region.name,
    ...(documentNumber !== undefined && { documentNumber }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(number !== undefined && { number }),
  }
}

function view({ documentId }: Side, row: SideRow | undefined): ComparedItem {
  if (!row) throw new Error('A compared item was not among those given')
  return {
    ...itemContent(row.kind, row.content),
    ...(row.citation && { citation: row.citation }),
    ...(row.sourceTable !== null && { table: row.sourceTable }),
    ...(documentId !== null && { documentId }),
  }
}
