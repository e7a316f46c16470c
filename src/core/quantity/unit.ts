import { Decimal } from 'decimal.js'
import { type Fraction, fraction, ratio, times } from './fraction.ts'
import { canonicalUnit } from './printed-unit.ts'
import { countedUnits, measuredUnits, multipliers, shares } from './unit-table.ts'

/**
 * A unit of measure as a product of base units with an exact scale: `万元/人` is 元¹·人⁻¹ × 10⁴.
 * Units of one dimension convert by the ratio of their scales.
 */
export interface Unit {
  /** As people write it. */
  readonly label: string
  readonly scale: Fraction
  /** Exponent by base unit; none for pure numbers, shares and counts. */
  readonly dimension: Readonly<Record<string, number>>
  /** Of pure numbers: what is counted (家), or 比 for shares. */
  readonly counted?: string
}

const unity = fraction('1')
/** A pure number: a ratio, a multiple. */
export const one: Unit = { label: '', scale: unity, dimension: {} }
export const percent: Unit = {
  label: '%',
  scale: fraction('0.01'),
  dimension: {},
  counted: '比',
}
/** The difference of two percentages. It is not a percentage: 百分点 and % never compare. */
export const percentagePoint: Unit = {
  label: '百分点',
  scale: fraction('0.01'),
  dimension: { 百分点: 1 },
}

// Formulas name a few dozen units again and again; the longest label is bounded, so is their number in practice.
const known = new Map<string, Unit | undefined>()
const remembered = 2000

/** The unit written as `label`, e.g. `亿元`, `万元/人·年`, `千瓦时/万元`; undefined where it is not known. */
export function unit(label: string): Unit | undefined {
  if (known.has(label)) return known.get(label)
  const text = label.replace(/\s/gu, '')
  const found = text === '' ? one : readUnit(text)
  if (known.size < remembered) known.set(label, found)
  return found
}

function readUnit(text: string): Unit | undefined {
  const whole = singleUnit(text)
  if (whole) return whole
  const [numerator = '', ...denominators] = text.split(/[/／]/u)
  const above = productOf(numerator)
  return denominators.reduce<Unit | undefined>((unit, part) => {
    const below = productOf(part.replace(/^\((.*)\)$/u, '$1'))
    return unit && below && { ...divideUnits(unit, below), label: text }
  }, above)
}

/** 人·年, 吨·公里: units side by side multiply. */
function productOf(text: string): Unit | undefined {
  const [first, ...others] = text.split('·').map(singleUnit)
  return others.reduce((product, each) => product && each && multiplyUnits(product, each), first)
}

function singleUnit(label: string): Unit | undefined {
  if (label === '1') return one
  if (label === '百分点' || label === '个百分点') return percentagePoint
  const share = shares[label]
  if (share !== undefined) return { ...percent, label, scale: fraction(share) }
  if (label === '人年') return { ...multiplied('人', '年'), label }
  return simpleUnit(label)
}

function multiplied(a: string, b: string): Unit {
  return multiplyUnits(simpleUnit(a) ?? one, simpleUnit(b) ?? one)
}

function simpleUnit(label: string): Unit | undefined {
  const named = measuredUnits.get(label)
  if (named) return { label, scale: fraction(named[1]), dimension: { [named[0]]: 1 } }
  if (countedUnits.has(label)) return { label, scale: unity, dimension: {}, counted: label }
  const prefix = Object.keys(multipliers).find(
    (each) => label.startsWith(each) && label.length > each.length,
  )
  if (prefix === undefined) return undefined
  const rest = simpleUnit(label.slice(prefix.length))
  const scale = fraction(multipliers[prefix] ?? '1')
  return rest && { ...rest, label, scale: times(rest.scale, scale) }
}

export function sameDimension(a: Unit, b: Unit): boolean {
  const names = new Set([...Object.keys(a.dimension), ...Object.keys(b.dimension)])
  return [...names].every((name) => (a.dimension[name] ?? 0) === (b.dimension[name] ?? 0))
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  return product(a, b, 1)
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return product(a, b, -1)
}

function product(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const dimension: Record<string, number> = { ...a.dimension }
  for (const [name, exponent] of Object.entries(b.dimension)) {
    const sum = (dimension[name] ?? 0) + sign * exponent
    if (sum === 0) delete dimension[name]
    else dimension[name] = sum
  }
  return {
    label: productLabel(a.label, b.label, sign),
    scale: sign === 1 ? times(a.scale, b.scale) : ratio(a.scale, b.scale),
    dimension,
  }
}

function productLabel(a: string, b: string, sign: 1 | -1): string {
  // 万元/个月 by 个月 is 万元.
  if (sign === 1 && b && a.endsWith(`/${b}`)) return a.slice(0, -b.length - 1)
  if (sign === 1) return a && b ? `${a}·${b}` : a || b
  if (a === b) return ''
  return b ? `${a || '1'}/${b}` : a
}

/** What values in `from` are multiplied by to be in `to`; undefined where their dimensions differ. */
export function factorBetween(from: Unit, to: Unit): Fraction | undefined {
  return sameDimension(from, to) ? ratio(from.scale, to.scale) : undefined
}

const Exact = Decimal.clone({ precision: 40 })

/**
 * The decimal `value` expressed in another unit of the same kind, exactly wherever the result ends:
 * 千元, 万元, 亿元; 亩, 公顷; 千克, 吨. Undefined where one cannot be turned into the other; 家 is no 户.
 */
export function convertExact(value: string, from: string, to: string): string | undefined {
  return converted(value, from, to)?.toFixed()
}

/** As `convertExact` for a number, to fifteen digits. */
export function convert(value: number, from: string, to: string): number | undefined {
  return converted(value, from, to)?.toSignificantDigits(15).toNumber()
}

function converted(value: string | number, from: string, to: string): Decimal | undefined {
  const [source, goal] = [unit(canonicalUnit(from)), unit(canonicalUnit(to))]
  if (!source || !goal || source.counted !== goal.counted) return undefined
  const factor = factorBetween(source, goal)
  return factor && new Exact(value).times(String(factor.numerator)).div(String(factor.denominator))
}
