import type { Day } from '../calendar/day.ts'
import type { Rhythm } from '../calendar/review-days.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { MatterId, OrganisationId } from '../id.ts'
import type { FigureState } from './bound-figure.ts'
import type { Kind } from './kind.ts'
import type { Evidence, Quality } from './matter.ts'
import type { Action, Guard, Input, Party, Workflow } from './workflow.ts'

/** What somebody wants done with a matter, and what they say with it. */
export interface Order {
  /** Code of an action of the workflow. */
  readonly action: string
  readonly words?: string
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  /** A day, or a rhythm for what has none (长期). */
  readonly due?: Day
  readonly rhythm?: Rhythm
  /** In per cent. */
  readonly progress?: number
  readonly quality?: Quality
  readonly evidence?: readonly Evidence[]
  /** Code of the step that is done. */
  readonly step?: string
  /** What it becomes part of. */
  readonly into?: MatterId
  readonly parts?: readonly Part[]
}

/** A part a matter is split into; each has a lead of its own. */
export interface Part {
  readonly title: string
  readonly lead: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: Day
}

/** What an action rests on besides the matter. */
export interface Ground {
  readonly kind: Kind
  readonly workflow: Workflow
  readonly calendar: Calendar
  /** How many of its parts are not done yet. */
  readonly openParts?: number
  readonly at: string
  readonly day: Day
  /** Of the bound figure, as it is known now. */
  readonly figure?: FigureState
  /** Whether a unit exists no longer; it can take over nothing. */
  readonly isAbolished?: (unit: OrganisationId) => boolean
}

/** Why an order is not carried out. */
export type Refusal =
  | { readonly code: 'unknown-action'; readonly action: string }
  | { readonly code: 'wrong-state'; readonly state: string }
  | { readonly code: 'wrong-party'; readonly needs: readonly Party[] }
  | { readonly code: 'input-missing'; readonly input: Input }
  | { readonly code: 'input-not-taken'; readonly input: Input }
  | { readonly code: 'guard'; readonly guard: Guard; readonly figure?: FigureState }
  | { readonly code: 'condition'; readonly otherwise: string }
  | { readonly code: 'day-passed'; readonly day: Day }
  | { readonly code: 'unit-abolished'; readonly unit: OrganisationId }
  | { readonly code: 'same-lead' }
  | { readonly code: 'unknown-step'; readonly step: string }
  | { readonly code: 'into-itself' }
  | { readonly code: 'too-few-parts' }
  | { readonly code: 'progress-out-of-range' }

/** An order as it meets its action and what that rests on. */
export interface Acting {
  readonly action: Action
  readonly order: Order
  readonly ground: Ground
}
