import type { Rhythm } from '../calendar/review-days.ts'
import type { Step } from './matter.ts'

/** A kind of matter, as data: what it is called, which way it goes and how much time it has. */
export interface Kind {
  readonly code: string
  readonly name: string
  /** Code of its workflow. */
  readonly workflow: string
  /** How long it has where nothing else is said. */
  readonly dueIn?: { readonly workingDays: number }
  /** How often it is looked at where it has no day. */
  readonly rhythm?: Rhythm
  /** The nodes it goes through. */
  readonly steps?: readonly Step[]
  /** Classes within it, e.g. A, B, C. */
  readonly grades?: readonly string[]
  readonly source?: string
  readonly note?: string
}
