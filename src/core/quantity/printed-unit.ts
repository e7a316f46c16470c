import { multipliers, printedUnits } from './unit-table.ts'

const shares = ['个百分点', '百分点', '%', '‰', '倍']
const multiplier = Object.keys(multipliers).join('|')

function pattern(names: readonly string[]): string {
  return [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.()/]/g, '\\$&'))
    .join('|')
}

// The bare name first: 千瓦时 is no thousand of 瓦.
const name = pattern(printedUnits)
const scaled = `(?:${name}|(?:${multiplier})(?:${name}))`
const plain = `${pattern(shares)}|${scaled}`

/**
 * Source of a pattern for a unit as plans print it, with its multiplier and what it is per:
 * 万元, 亿千瓦时, 吨标准煤/万元, 件/万人, 万元/人·年, 个百分点. A bare 万 or 亿 fits too.
 */
export const unitPattern = `(?:(?:${plain})(?:\\s?[/／·]\\s?(?:${scaled}|年|月|日|天|秒|小时))*|[PE](?![A-Za-z\\d])|${multiplier})`

const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\s/g, ''],
  [/％/g, '%'],
  [/／/g, '/'],
  [/^个百分点$/, '百分点'],
  [/吨标煤|tce/gi, '吨标准煤'],
  [/千克标准煤|公斤标准煤|kgce/gi, '千克标准煤'],
  [/km²|km2|平方千米/gi, '平方公里'],
  [/㎡|m²|m2|平米/g, '平方米'],
  [/m³|m3/g, '立方米'],
  [/人民币/g, ''],
  [/^(亿|万亿)$/, '$1元'],
  [/kWh|度电/g, '千瓦时'],
  [/^累计/, ''],
]

/** One spelling for a unit: tce → 吨标准煤, km² → 平方公里, 个百分点 → 百分点, a bare 亿 → 亿元. */
export function canonicalUnit(unit: string): string {
  return synonyms.reduce((text, [from, to]) => text.replace(from, to), unit)
}

/** True where two units are the same but for spelling; the counters 家 户 个 count alike. */
export function isSameUnit(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  const [first, second] = [canonicalUnit(a), canonicalUnit(b)]
  return first === second || (/^[家户个]$/.test(first) && /^[家户个]$/.test(second))
}
