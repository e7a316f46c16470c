import type { Unit } from '../../quantity/unit.ts'
import type { Node } from '../syntax.ts'
import type { Value } from '../value.ts'
import { converted } from './convert.ts'
import { Refused } from './refused.ts'

/** Where an expression finds the figures it names: those of one subject at one time. */
export interface Environment {
  /** The value of `name` in its declared unit. */
  readonly value: (name: string) => Value
  /** The same figures as they were at another time; undefined where there is no history to look into. */
  readonly shifted?: (shift: Shift) => Environment | undefined
  /** The same figures for the period alone or since the year began; undefined where figures know no periods. */
  readonly read?: (reading: Reading) => Environment | undefined
  /** Months since the year began, January and the current one included. */
  readonly monthsToDate?: () => number | undefined
  /** All comparable subjects at the same time, this one among them. */
  readonly peers?: () => readonly Environment[]
  /** What figures of this time are called, for explanations: 2026-03. */
  readonly when?: string
  /** Of a base, the time of the report that told it beside its own figures. */
  readonly beside?: string
  /** How a named figure is computed, where it is; explanations follow it. */
  readonly computed?: (name: string) => Computed | undefined
  /** What is left of the work one evaluation may cost. */
  readonly budget?: { left: number }
}

/**
 * `base`: the same sample a year before, as reported beside today's figure (上年同期); `matched`: of today's figure
 * what has such a base, so that growth compares like with like; `years` and `periods`: the figures of that time as
 * they stand; `year-end`: those of the end of last year.
 */
export type Shift =
  | 'base'
  | 'matched'
  | 'year-end'
  | { readonly years: number }
  | { readonly periods: number }

/** `alone`: what happened in the period only (当月); `to-date`: since the year began (本年累计). */
export type Reading = 'alone' | 'to-date'

/** A figure that comes from a formula, with where the formula is evaluated. */
export interface Computed {
  readonly source: string
  readonly root: Step
  readonly environment: Environment
}

/** What a node gives, as far as it is known before any figure. */
export type Kind = 'number' | 'text' | 'truth' | 'any'

/** One node made ready: `run` gives its value in `unit`. */
export interface Step {
  readonly node: Node
  readonly kind: Kind
  /** Undefined where names without a declared unit decide it. */
  readonly unit: Unit | undefined
  /** What it is made from. */
  readonly parts: readonly Step[]
  /** A literal number without a unit takes the unit of what it stands beside. */
  readonly bare?: boolean
  readonly run: (environment: Environment) => Value
  /** What it really looked at, for the explanation; its parts at the same time where this is absent. */
  readonly seen?: (environment: Environment) => readonly Sight[]
}

/** A part as it was looked at: where, and when. */
export interface Sight {
  readonly step: Step
  readonly at: Environment
}

export type Call = Node & { readonly kind: 'call' }

/** The step, if it can be of that kind; refused otherwise. */
export function wanted(part: Step, kind: Kind): Step {
  if (kind === 'any' || part.kind === 'any' || part.kind === kind) return part
  throw new Refused({ code: 'wrong-type', ...place(part.node), found: part.kind, wanted: kind })
}

/** What brings the values of `part` to the unit `to`; refused where their dimensions differ. */
export function converter(part: Step, to: Unit | undefined): (value: Value) => Value {
  if (!to || !part.unit || part.bare) return same
  const change = converted(part.unit, to)
  if (change) return change
  throw new Refused({
    code: 'wrong-unit',
    ...place(part.node),
    found: part.unit.label,
    wanted: to.label,
  })
}

export function countArguments(node: Call, [least, most]: readonly [number, number]): void {
  const count = node.arguments.length
  if (count >= least && count <= most) return
  throw new Refused({
    code: 'wrong-argument-count',
    ...place(node),
    found: `${node.name} ${count}`,
    wanted: least === most ? String(least) : `${least}—${most}`,
  })
}

export function place(node: Node): { start: number; end: number } {
  return { start: node.start, end: node.end }
}

export function same(value: Value): Value {
  return value
}
