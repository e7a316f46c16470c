import type { Organisation } from './organisation.ts'

/** What tells that a wording means a unit, the strongest first. */
export const matchReasons = [
  /** Its code. */
  'code',
  /** What it is called on the day. */
  'name',
  /** One of its other names. */
  'alias',
  /** What it was or will be called on another day. */
  'other-day',
  /** The same name in short, or in long: 经信委 and 经济和信息化委员会. */
  'abbreviation',
  /** The same field under a body of another form: 农业农村委 and 农业农村局. */
  'other-body',
  /** One of all that are meant: 各园区管委会. */
  'group',
] as const
export type MatchReason = (typeof matchReasons)[number]

export interface OrganisationMatch {
  readonly organisation: Organisation
  readonly reason: MatchReason
}
