import type { TargetContent } from '#contract/plan-items.ts'
import type { DraftId } from '#core/id.ts'
import type { Subject } from '#core/indicator/figure.ts'
import type { WriteContext } from '#server/http/context.ts'
import { itemsOf, type ItemRow } from '#server/plan/draft-store.ts'
import { correctOneItem, decideOnItems } from '#server/plan/review-draft.ts'
import { demonstrationRegion } from './demonstration.ts'
import fs from 'node:fs'
import path from 'node:path'
import * as z from 'zod'

const file = path.join(import.meta.dirname, '../../../data/demo/qinglan-review.json')

const Review = z.object({
  /** Targets the reviewer did not take into the ledger, by name; `stated` where only that of the text is meant. */
  left: z.array(z.object({ indicator: z.string(), onlyWithoutBase: z.boolean(), why: z.string() })),
  /** Units the document shortens. */
  units: z.record(z.string(), z.string()),
  /** By what a target is measured where its words do not say it plainly; of the region as a whole. */
  measures: z.record(z.string(), z.string()),
})

const review = Review.parse(JSON.parse(fs.readFileSync(file, 'utf8')))

/** Decides on the targets of the invented plan as its reviewer did: repeated and unmeasurable ones stay out. */
export async function reviewPlan(context: WriteContext, draft: DraftId): Promise<void> {
  const items = await itemsOf(context.db, context.region.code, draft)
  const left = items.filter(isLeft)
  if (left.length > 0) await decideOnItems(context, { draft, decision: 'reject', items: left })
  for (const item of items) {
    const content = targetIn(item)
    const unit = content && review.units[content.indicator]
    if (!content || unit === undefined || left.includes(item)) continue
    const { id, revision, kind } = item
    await correctOneItem(context, {
      draft,
      item: id,
      revision,
      kind,
      content: { ...content, unit },
    })
  }
}

/** What the reviewer says a target is measured by; undefined where its own words tell. */
export function reviewedMeasure({
  indicator,
}: TargetContent): { readonly indicator: string; readonly subject: Subject } | undefined {
  const code = review.measures[indicator]
  return code === undefined
    ? undefined
    : { indicator: code, subject: { kind: 'region', code: demonstrationRegion.code } }
}

function isLeft(item: ItemRow): boolean {
  const content = targetIn(item)
  if (!content) return false
  return review.left.some(
    ({ indicator, onlyWithoutBase }) =>
      indicator === content.indicator &&
      !(onlyWithoutBase && content.baseline?.value !== undefined),
  )
}

function targetIn(item: ItemRow): TargetContent | undefined {
  return item.kind === 'target' ? (item.content as TargetContent) : undefined
}
