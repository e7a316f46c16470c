/**
 * What an expression gives: a number, a text, a truth, a list of numbers (one for each subject or
 * period), or the reason there is none. A gap flows through and never becomes NaN or 0.
 */
export type Value = number | string | boolean | List | Gap

/** Numbers with their gaps left out of sums and averages. */
export type List = readonly (number | undefined)[]

export interface Gap {
  readonly gap: GapReason
  /** The indicator that is missing. */
  readonly name?: string
}

export type GapReason =
  | 'missing'
  | 'division-by-zero'
  | 'base-zero'
  | 'base-negative'
  | 'nothing-to-sum'
  | 'no-history'
  | 'out-of-range'
  | 'not-a-number'
  | 'not-a-date'
  | 'uneven-periods'
  | 'total-unchanged'
  | 'no-peers'
  | 'too-much-work'

export function gap(reason: GapReason, name?: string): Gap {
  return { gap: reason, ...(name !== undefined && { name }) }
}

export function isGap(value: Value): value is Gap {
  return typeof value === 'object' && 'gap' in value
}

/** What says that an evaluation was stopped: unlike other gaps it is never left out of a sum. */
export function stoppedAmong(values: readonly Value[]): Gap | undefined {
  return values.filter(isGap).find((value) => value.gap === 'too-much-work')
}

export function isList(value: Value): value is List {
  return Array.isArray(value)
}

/** A finite number, or the gap that stands for what floating point cannot say. */
export function finite(value: number): Value {
  return Number.isFinite(value) ? value : gap('out-of-range')
}

/**
 * Whether two numbers are the same for a person: figures computed in binary differ in the last
 * places (0.1 + 0.2 and 0.3), and a check on a form must not fail for that.
 */
export function sameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b))
}

/** Fifteen significant digits: what binary floating point holds for sure. */
export function settled(value: number): number {
  return Number(value.toPrecision(15))
}
