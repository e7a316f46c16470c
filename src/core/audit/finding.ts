import type { Citation } from '../document/citation.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Something a planner should look at, with its arithmetic and the places it rests on. */
export interface Finding {
  /** Stable code of the rule, e.g. `growth-mismatch`. */
  readonly rule: string
  readonly severity: Severity
  /** One Chinese sentence a planner can act on, with the figures. */
  readonly message: string
  readonly expected?: number
  readonly found?: number
  /** The calculation, step by step, for the reader who wants to redo it: `155.9 × (1 + 20.8%)³ = 274.8`. */
  readonly arithmetic?: string
  /** At least one; the first is where a comment goes. */
  readonly citations: readonly Citation[]
}
