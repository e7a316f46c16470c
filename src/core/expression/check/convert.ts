import type { Fraction } from '../../quantity/fraction.ts'
import { factorBetween, type Unit } from '../../quantity/unit.ts'
import { isList, type Value } from '../value.ts'

/** Changes values in `from` to values in `to`; undefined where their dimensions differ. */
export function converted(from: Unit, to: Unit): ((value: Value) => Value) | undefined {
  const factor = factorBetween(from, to)
  return factor && ((value) => scaled(value, factor))
}

export function scaled(value: Value, factor: Fraction): Value {
  const [times, by] = [Number(factor.numerator), Number(factor.denominator)]
  // One rounding where the factor is whole or one over a whole number: 千元 to 亿元 divides.
  if (typeof value === 'number') return (value * times) / by
  if (isList(value)) return value.map((x) => (x === undefined ? x : (x * times) / by))
  return value
}

export function isUnity({ numerator, denominator }: Fraction): boolean {
  return numerator === denominator
}
