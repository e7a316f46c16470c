import { sameDimension, type Unit } from './unit.ts'
import { isList, type Value } from './value.ts'

/** Changes values in `from` to values in `to`; undefined where their dimensions differ. */
export function converted(from: Unit, to: Unit): ((value: Value) => Value) | undefined {
  if (!sameDimension(from, to)) return undefined
  const factor = from.scale / to.scale
  return (value) => scaled(value, factor)
}

export function scaled(value: Value, factor: number): Value {
  if (typeof value === 'number') return value * factor
  if (isList(value)) return value.map((x) => (x === undefined ? x : x * factor))
  return value
}
