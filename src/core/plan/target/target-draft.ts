import type { Span } from '../../document/document.ts'
import type { Baseline, Doubt, Growth, Milestone, Scope } from '../plan.ts'

/** A target while its sentence is still being read; later clauses may add years or growth to it. */
export interface TargetDraft {
  readonly indicator: string
  readonly unit?: string
  readonly scope?: Scope
  readonly baseline?: Baseline
  readonly milestones: readonly Milestone[]
  readonly growth: readonly Growth[]
  readonly doubts: readonly Doubt[]
  readonly span: Span
  /** The same change as growth, should the level it leads to follow (提高5个百分点，达到25%). */
  readonly asGrowth?: Growth
  /** True for the parts a sentence splits a total into (其中 …、…). */
  readonly isPart?: boolean
}
