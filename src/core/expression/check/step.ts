import { converted } from './convert.ts'
import { Refused } from './refused.ts'
import type { Node } from '../syntax.ts'
import type { Unit } from '../../quantity/unit.ts'
import type { Value } from '../value.ts'

/** Where an expression finds the figures it names. */
export interface Environment {
  /** The value of `name` in its declared unit. */
  readonly value: (name: string) => Value
  /** The same figures as they were at another time; undefined where there is no history to look into. */
  readonly shifted?: (shift: Shift) => Environment | undefined
}

export type Shift = { readonly years: number } | { readonly periods: number }

/** What a node gives, as far as it is known before any figure. */
export type Kind = 'number' | 'text' | 'truth' | 'any'

/** One node made ready: `run` gives its value in `unit`. */
export interface Step {
  readonly node: Node
  readonly kind: Kind
  /** Undefined where names without a declared unit decide it. */
  readonly unit: Unit | undefined
  /** What it is made from, for the explanation. */
  readonly parts: readonly Step[]
  /** A literal number without a unit takes the unit of what it stands beside. */
  readonly bare?: boolean
  readonly run: (environment: Environment) => Value
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
