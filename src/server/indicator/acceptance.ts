import type { Person } from '#contract/session.ts'

/** Who changes what is known of a region, when, and what for. */
export interface Acceptance {
  readonly region: string
  readonly by: Person
  /** The moment; what is given counts as known from then on, or from just after what was known last. */
  readonly at: string
  /** Stable code: `report-accepted`, `sheet-imported`, `figure-corrected`. */
  readonly cause: string
  /** In words, where somebody gave a reason. */
  readonly why?: string
}

/** What a change did. */
export interface Accepted {
  /** From when on it is known. */
  readonly knownFrom: string
  /** Figures that are new, different or withdrawn; what was known already is not written again. */
  readonly changed: number
}
