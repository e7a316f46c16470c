import type { PlanVersion, PublishedItem, PublishedPlan } from '#contract/plan.ts'
import { comparePlans, listPlans, listPublishedItems } from '#contract/plan.ts'
import type { Region } from '#contract/session.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type Endpoint, read } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { regionsWithPlans } from '#server/region/store.ts'
import { comparedVersions } from './compare-versions.ts'
import { itemContent, itemKinds } from './plan-parts.ts'
import {
  countsOf,
  type KindCount,
  publishedItems,
  type PublishedRow,
  type VersionRow,
  versionOf,
  versionsOf,
} from './plan-store.ts'

export const planEndpoints: readonly Endpoint[] = [
  read(listPlans, async ({ region }, { db, region: own }) => {
    const regions = await regionsWithPlans(db, own.code)
    const versions = await versionsOf(db, region)
    const counts = await allCounts(db, region)
    return { plans: plansOf(versions, counts, regions) }
  }),

  read(listPublishedItems, async ({ region, planId, number, kind }, { db }) => {
    const version = await versionOf(db, region, planId, number)
    if (!version) throw notFound('Plan')
    const items: PublishedRow[] = []
    for (const one of kind.length > 0 ? kind : itemKinds) {
      items.push(...(await publishedItems(db, region, version.id, one)))
    }
    const counts = await allCounts(db, [region])
    return { version: versionView(version, counts), items: items.map(itemView) }
  }),

  read(comparePlans, (input, { db }) =>
    comparedVersions(
      db,
      { region: input.leftRegion, plan: input.leftPlan, number: input.leftNumber },
      { region: input.rightRegion, plan: input.rightPlan, number: input.rightNumber },
    ),
  ),
]

async function allCounts(db: ReadDb, regions: readonly string[]): Promise<readonly KindCount[]> {
  const counts: KindCount[] = []
  for (const kind of itemKinds) counts.push(...(await countsOf(db, kind, regions)))
  return counts
}

function plansOf(
  versions: readonly (VersionRow & { readonly title: string })[],
  counts: readonly KindCount[],
  regions: readonly Region[],
): PublishedPlan[] {
  const byCode = new Map(regions.map((region) => [region.code, region]))
  return [...Map.groupBy(versions, ({ planId }) => planId)].flatMap(([id, own]) => {
    const [latest] = own
    const region = latest && byCode.get(latest.regionCode)
    if (!region) return []
    const { title } = latest
    return [{ id, region, title, versions: own.map((version) => versionView(version, counts)) }]
  })
}

function versionView(version: VersionRow, counts: readonly KindCount[]): PlanVersion {
  const { id, number, meta, documentId, draftId, publishedBy, publishedAt } = version
  const of = (kind: KindCount['kind']): number =>
    counts.find((count) => count.versionId === id && count.kind === kind)?.count ?? 0
  return {
    id,
    number,
    meta,
    ...(documentId !== null && { documentId }),
    ...(draftId !== null && { draftId }),
    publishedBy,
    publishedAt,
    counts: {
      target: of('target'),
      task: of('task'),
      project: of('project'),
      industry: of('industry'),
      park: of('park'),
    },
  }
}

function itemView(row: PublishedRow): PublishedItem {
  return {
    ...itemContent(row.kind, row.content),
    id: row.id,
    position: row.position,
    ...(row.citation && { citation: row.citation }),
    ...(row.sourceTable !== null && { table: row.sourceTable }),
  }
}
