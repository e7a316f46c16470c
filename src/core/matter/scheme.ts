/**
 * Lamps and slips as data: what is lit, warned of, told and done by the clock, each when an expression
 * over the facts of the day (`facts.ts`) holds. A gap never holds: what is not known warns of nothing.
 */
export interface Scheme {
  readonly code: string
  readonly name: string
  /** Where the rule is published. */
  readonly source?: string
  /** What the source leaves open, and how it was filled. */
  readonly note?: string
  /** Codes of the kinds it is for; none means every kind. */
  readonly kinds: readonly string[]
  /** In order: the first that holds is lit. */
  readonly lamps: readonly LampRule[]
  /** In order: the first that holds is issued, at most one a day. */
  readonly slips: readonly SlipRule[]
  readonly reminders: readonly ReminderRule[]
  /** Where one holds there is no lamp and no slip. */
  readonly exemptions: readonly { readonly when: string; readonly why: string }[]
  /** Actions of the workflow the clock does. */
  readonly moves: readonly {
    readonly action: string
    readonly when: string
    readonly words: string
  }[]
  /** Lists a matter is on. */
  readonly lists: readonly { readonly code: string; readonly name: string; readonly when: string }[]
}

export const colours = ['green', 'blue', 'yellow', 'orange', 'red'] as const
export type Colour = (typeof colours)[number]

export interface LampRule {
  readonly lamp: Colour
  /** What it means, e.g. 逾期未办结. */
  readonly name: string
  readonly when: string
}

export const audiences = ['lead', 'responsible', 'supervisor', 'leader'] as const
/** Who is told: the lead unit, the other units, the office that supervises, the leaders of the region. */
export type Audience = (typeof audiences)[number]

export interface SlipRule {
  readonly slip: Colour
  readonly name: string
  /** The slips it may follow; `none` where it may be the first. */
  readonly after: readonly (Colour | 'none')[]
  readonly when: string
  /** In how many working days it must be answered. */
  readonly answerIn?: number
  readonly tells: readonly Audience[]
}

export interface ReminderRule {
  readonly code: string
  readonly name: string
  readonly when: string
  readonly tells: readonly Audience[]
}
