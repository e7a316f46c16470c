/**
 * A unit of measure as a product of base units with a scale: `万元/人` is 元¹·人⁻¹ × 10⁴.
 * Units of one dimension convert by the ratio of their scales.
 */
export interface Unit {
  /** As people write it. */
  readonly label: string
  readonly scale: number
  /** Exponent by base unit; none for pure numbers, shares and counts. */
  readonly dimension: Readonly<Record<string, number>>
}

/** A pure number: a ratio, a multiple. */
export const one: Unit = { label: '', scale: 1, dimension: {} }
export const percent: Unit = { label: '%', scale: 0.01, dimension: {} }
/** The difference of two percentages. It is not a percentage: 百分点 and % never compare. */
export const percentagePoint: Unit = { label: '百分点', scale: 0.01, dimension: { 百分点: 1 } }

// What is counted (家, 户, 个 …) is a pure number, so that 家 / 家 and 项 / 家 are ratios.
const bases: Readonly<Record<string, readonly [base: string, scale: number]>> = {
  元: ['元', 1],
  美元: ['美元', 1],
  人: ['人', 1],
  人次: ['人', 1],
  吨: ['吨', 1],
  千克: ['吨', 1e-3],
  公斤: ['吨', 1e-3],
  克: ['吨', 1e-6],
  吨标准煤: ['吨标准煤', 1],
  吨标煤: ['吨标准煤', 1],
  千克标准煤: ['吨标准煤', 1e-3],
  tce: ['吨标准煤', 1],
  kgce: ['吨标准煤', 1e-3],
  吨二氧化碳: ['吨二氧化碳', 1],
  千瓦时: ['千瓦时', 1],
  度: ['千瓦时', 1],
  kWh: ['千瓦时', 1],
  千瓦: ['千瓦', 1],
  平方米: ['平方米', 1],
  平方公里: ['平方米', 1e6],
  公顷: ['平方米', 1e4],
  亩: ['平方米', 10_000 / 15],
  立方米: ['立方米', 1],
  方: ['立方米', 1],
  公里: ['米', 1e3],
  米: ['米', 1],
  年: ['年', 1],
  个月: ['月', 1],
  天: ['天', 1],
  日: ['天', 1],
  吉焦: ['吉焦', 1],
  百万千焦: ['吉焦', 1],
}

const counted = new Set('家户个项件台套辆座条所种只艘次倍批类级项目'.split(''))
const multipliers: Readonly<Record<string, number>> = {
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  十万: 1e5,
  万: 1e4,
  千: 1e3,
  百: 100,
}
const multiplierPattern = /^(亿|千万|百万|十万|万|千|百)(?=.)/u

/** The unit written as `label`, e.g. `亿元`, `万元/人`, `千瓦时/万元`; undefined where it is not known. */
export function unit(label: string): Unit | undefined {
  const text = label.trim()
  if (text === '') return one
  if (text === '%' || text === '％') return percent
  if (text === '‰') return { label: text, scale: 0.001, dimension: {} }
  if (text === '百分点' || text === '个百分点') return percentagePoint
  const parts = text.split(/[/／]/u)
  const units = parts.map(simpleUnit)
  let product: Unit = one
  for (const [index, part] of units.entries()) {
    if (!part) return undefined
    product = index === 0 ? part : divideUnits(product, part)
  }
  return { ...product, label: text }
}

function simpleUnit(text: string): Unit | undefined {
  const known = bases[text]
  if (known) return { label: text, scale: known[1], dimension: { [known[0]]: 1 } }
  if (counted.has(text)) return { label: text, scale: 1, dimension: {} }
  const prefix = multiplierPattern.exec(text)?.[1]
  if (prefix === undefined) return undefined
  const rest = simpleUnit(text.slice(prefix.length))
  return rest && { ...rest, label: text, scale: rest.scale * (multipliers[prefix] ?? 1) }
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
    scale: sign === 1 ? a.scale * b.scale : a.scale / b.scale,
    dimension,
  }
}

function productLabel(a: string, b: string, sign: 1 | -1): string {
  if (sign === 1) return a && b ? `${a}·${b}` : a || b
  if (a === b) return ''
  return b ? `${a || '1'}/${b}` : a
}
