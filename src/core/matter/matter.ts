import type { Day } from '../calendar/day.ts'
import type { Rhythm } from '../calendar/review-days.ts'
import type { EvidenceId, MatterId, OrganisationId, UserId } from '../id.ts'
import type { BoundFigure } from './bound-figure.ts'
import type { Party } from './workflow.ts'

/** What somebody owes by a day: a task of a plan, a warning to handle, a demand, a promise … */
export interface Matter {
  readonly id: MatterId
  /** Code of its kind. */
  readonly kind: string
  readonly title: string
  readonly raisedOn: Day
  readonly steps: readonly Step[]
  /** What the figures must show before it is done. */
  readonly figure?: BoundFigure
  readonly standing: Standing
  readonly signals: Signals
  readonly evidence: readonly Evidence[]
  /** Earliest first. */
  readonly timeline: readonly Entry[]
}

/** A part of the way, e.g. 签约, 开工: done or not, in any order. */
export interface Step {
  readonly code: string
  readonly name: string
  readonly due?: Day
}

/** All that changes by actions of people. */
export interface Standing {
  readonly state: string
  /** Since when it is in this state. */
  readonly since: Day
  /** The state it goes back to; only while it is held. */
  readonly heldFrom?: string
  /** The one unit that answers for it. */
  readonly lead?: OrganisationId
  readonly responsible: readonly OrganisationId[]
  readonly due?: Day
  /** 长期: looked at again and again, without a day on which it ends. */
  readonly rhythm?: Rhythm
  /** The next day it is looked at. */
  readonly reviewOn?: Day
  /** When its time began to run. */
  readonly startedOn?: Day
  /** In per cent, as the unit tells. */
  readonly progress?: number
  /** When the unit last told how it goes. */
  readonly progressOn?: Day
  readonly quality?: Quality
  readonly stepsDone: readonly { readonly code: string; readonly on: Day }[]
  readonly extension?: { readonly to: Day; readonly words: string }
  readonly extended: number
  readonly returned: number
  readonly reopened: number
  /** A reason for being late that the supervisor accepted (正当理由). */
  readonly excuse?: string
  /** Class within its kind, e.g. A, B, C. */
  readonly grade?: string
  readonly marks: readonly Mark[]
  /** What it became part of. */
  readonly mergedInto?: MatterId
}

export type Quality = 'good' | 'poor'

export const marks = ['major', 'urgent', 'instructed'] as const
/** 重大、紧急、领导批示. */
export type Mark = (typeof marks)[number]

/** What the rules say of a matter: set by the clock alone. */
export interface Signals {
  readonly lamp?: string
  readonly lampSince?: Day
  /** The last slip that was issued, and by when it had to be answered. */
  readonly slip?: { readonly code: string; readonly on: Day; readonly due?: Day }
  /** Codes of the reminders that held when it was last looked at: each is told when it begins to hold. */
  readonly reminding?: readonly string[]
}

/** Proof: a file, an address or words. What was put in stays; a mistake is withdrawn with a reason. */
export interface Evidence {
  readonly id: EvidenceId
  readonly kind: 'file' | 'link' | 'words'
  readonly text: string
}

/** Something that happened, with how the matter stood afterwards. */
export interface Entry {
  readonly at: string
  readonly day: Day
  /** Code of an action, or `raised`, `lamp`, `slip`, `reminded`. */
  readonly action: string
  readonly by: Actor
  readonly words?: string
  readonly evidence?: readonly EvidenceId[]
  readonly standing: Standing
  readonly signals: Signals
}

/** Who acts, and as what. */
export interface Actor {
  readonly id: UserId
  readonly name: string
  readonly parties: readonly Party[]
  readonly organisation?: OrganisationId
}

export interface NewMatter {
  readonly id: MatterId
  readonly kind: string
  readonly title: string
  readonly day: Day
  readonly at: string
  readonly by: Actor
  readonly state: string
  readonly steps?: readonly Step[]
  readonly figure?: BoundFigure
  readonly lead?: OrganisationId
  readonly responsible?: readonly OrganisationId[]
  readonly due?: Day
  readonly rhythm?: Rhythm
  readonly reviewOn?: Day
  readonly grade?: string
  readonly marks?: readonly Mark[]
  readonly words?: string
}

/** A matter that has just been raised, with the first entry of its timeline. */
export function raised(given: NewMatter): Matter {
  const { id, kind, title, day, at, by, state, steps = [], figure, words } = given
  const { lead, responsible = [], due, rhythm, reviewOn, grade, marks = [] } = given
  const standing: Standing = {
    state,
    since: day,
    responsible: responsible.filter((one, index) => isOther(one, lead, responsible, index)),
    stepsDone: [],
    extended: 0,
    returned: 0,
    reopened: 0,
    marks,
    ...(lead !== undefined && { lead }),
    ...(due !== undefined && { due }),
    ...(rhythm !== undefined && { rhythm }),
    ...(reviewOn !== undefined && { reviewOn }),
    ...(grade !== undefined && { grade }),
  }
  const entry: Entry = {
    at,
    day,
    action: 'raised',
    by,
    standing,
    signals: {},
    ...(words !== undefined && { words }),
  }
  return {
    id,
    kind,
    title,
    raisedOn: day,
    steps,
    standing,
    signals: {},
    evidence: [],
    timeline: [entry],
    ...(figure && { figure }),
  }
}

/** Whether a unit stands beside the lead, and for the first time. */
export function isOther(
  unit: OrganisationId,
  lead: OrganisationId | undefined,
  all: readonly OrganisationId[],
  index: number,
): boolean {
  return unit !== lead && all.indexOf(unit) === index
}

/** How a matter stood at the end of a day; undefined before it was raised. */
export function standingOn({ timeline }: Matter, day: Day): Standing | undefined {
  return timeline.findLast((entry) => entry.day <= day)?.standing
}
