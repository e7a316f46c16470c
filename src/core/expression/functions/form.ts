import type { Call, Environment, Reading, Shift, Sight, Step } from '../check/step.ts'
import { gap, type Gap, isGap, type List, stoppedAmong, type Value } from '../value.ts'

/** A function that evaluates its arguments only when needed, at another time, or for other subjects. */
export interface FormRule {
  /** The Chinese name first; the others are its twins. */
  readonly names: readonly string[]
  readonly arguments: readonly [least: number, most: number]
  /** Makes a call ready whose arguments are, and have been counted. */
  readonly make: (node: Call, given: readonly Step[]) => Step
  /** What the editor shows, in Chinese. */
  readonly meaning: string
}

/** The argument at `index`, which the count has shown to be there. */
export function argument(given: readonly Step[], index: number): Step {
  const part = given[index]
  if (!part) throw new Error(`argument ${index} was counted`)
  return part
}

/** Another time or reading of the same figures, or why there is none. */
export type Elsewhere = Environment | Gap

export function moved(at: Environment, shift: Shift): Elsewhere {
  const then = at.shifted?.(shift)
  return then ? withBudgetOf(at, then) : gap('no-history')
}

/** The environment of another reading; the same one where figures know no periods. */
export function readAs(at: Environment, reading: Reading): Environment {
  const other = at.read?.(reading)
  return other ? withBudgetOf(at, other) : at
}

/** The same environment, on the account of the evaluation under way. */
export function withBudgetOf(at: Environment, other: Environment): Environment {
  return at.budget ? { ...other, budget: at.budget } : other
}

/** The value of `part` elsewhere; a gap where there is no elsewhere, or when the evaluation has cost too much. */
export function valueAt(part: Step, at: Elsewhere): Value {
  if (isNowhere(at)) return at
  if (at.budget && --at.budget.left < 0) return gap('too-much-work')
  return part.run(at)
}

export function isNowhere(at: Elsewhere): at is Gap {
  return 'gap' in at
}

/** What was seen at the places there are. */
export function sights(
  ...seen: readonly (readonly [step: Step | undefined, at: Elsewhere])[]
): readonly Sight[] {
  return seen.flatMap(([step, at]) => (step && !isNowhere(at) ? [{ step, at }] : []))
}

/** The numbers among the values as a list with its gaps; no list at all where the evaluation was stopped. */
export function listOf(values: readonly Value[]): List | Gap {
  return (
    stoppedAmong(values) ?? values.map((value) => (typeof value === 'number' ? value : undefined))
  )
}

/** The first gap among the values, or what `use` makes of the numbers. */
export function ofNumbers(
  values: readonly Value[],
  use: (numbers: readonly number[]) => Value,
): Value {
  const missing = values.find(isGap)
  if (missing !== undefined) return missing
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === values.length ? use(numbers) : gap('not-a-number')
}

/** A whole number within bounds, or a gap: how many years or periods to look back. */
export function wholeNumber(value: Value, least: number, most: number): number | Gap {
  if (typeof value !== 'number') return isGap(value) ? value : gap('not-a-number')
  const fits = Number.isInteger(value) && value >= least && value <= most
  return fits ? value : gap('out-of-range')
}
