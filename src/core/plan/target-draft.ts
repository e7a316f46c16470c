import type { Span } from '../document/document.ts'
import type { Baseline, Doubt, Growth, Milestone, Scope } from './plan.ts'

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
  /** True for the parts a sentence splits a total into (其中 …、…). */
  readonly isPart?: boolean
}
