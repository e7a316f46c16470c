import type { WriteContext } from '#server/http/context.ts'
import { bindTargetOf } from '#server/indicator/binding/bind-target.ts'
import { bindingProposer } from '#server/indicator/binding/propose-binding.ts'
import { ledgerRows } from '#server/plan/ledger-store.ts'
import { Failure } from '#server/http/failure.ts'
import { reviewedMeasure } from './review-plan.ts'

const everything = { category: [], attribute: [], scopeKind: [], scopeName: [], region: [] }
const order = { sort: 'document', order: 'up' } as const

/** How sure a proposal must be, and how far ahead of the next, to be confirmed without a person. */
const least = { likeness: 0.85, distance: 0.05 } as const

/**
 * Confirms for the invented district by what its targets are measured, where that is plain; a real
 * district's officer does this target by target. What stays open shows as not bound.
 */
export async function bindPlainTargets(context: WriteContext): Promise<void> {
  const { db, region } = context
  const filter = { ...everything, ...order }
  const rows = await ledgerRows(db, [region.code], filter, { limit: 2000, offset: 0 })
  const proposalsOf = await bindingProposer(context)
  for (const { id, content } of rows) {
    const reviewed = reviewedMeasure(content)
    if (reviewed) {
      await bindTargetOf(context, { region: region.code, id, measure: reviewed })
      continue
    }
    const [first, second] = await proposalsOf(content)
    if (!first?.subject || first.likeness < least.likeness) continue
    if (second && first.likeness - second.likeness < least.distance) continue
    const measure = { indicator: first.indicator, subject: first.subject }
    try {
      await bindTargetOf(context, { region: region.code, id, measure })
    } catch (error) {
      // Units that do not convert: a person would not confirm it either.
      if (!(error instanceof Failure)) throw error
    }
  }
}
