import type { TargetMeasure } from '#contract/target-binding.ts'
import type { Subject } from '#core/indicator/figure.ts'

/** Whether a target is measured, may be measured once somebody confirms it, or by nothing we know. */
export const measureStates = ['proposed', 'confirmed', 'none'] as const
export type MeasureState = (typeof measureStates)[number]

export function stateOf({ binding, proposals }: TargetMeasure): MeasureState {
  if (binding) return 'confirmed'
  return proposals.length > 0 ? 'proposed' : 'none'
}

/** What would be confirmed: the best proposal, where it is clear whom it is about. */
export function proposedMeasure({
  binding,
  proposals: [best],
}: TargetMeasure): { readonly indicator: string; readonly subject: Subject } | undefined {
  if (binding || !best?.subject) return undefined
  return { indicator: best.indicator, subject: best.subject }
}
