import { Decimal } from 'decimal.js'

const multipliers = '万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百'

// Longest first where one begins another: the scanner takes the first that fits.
const money = ['人民币', '美元', '欧元', '港元', '港币', '元人民币', '元']
const measures = [
  '平方公里',
  '平方千米',
  '平方米',
  '平米',
  '立方米',
  '公顷',
  '公里',
  '千米',
  '毫米',
  '厘米',
  '海里',
  '米',
  '亩',
  'km²',
  'km2',
  '㎡',
  'm²',
  'm2',
  'm³',
  'm3',
  'km',
  '吨标准煤',
  '吨标煤',
  '千克标准煤',
  '公斤标准煤',
  '吨二氧化碳',
  'tce',
  'kgce',
  '立方',
  '方',
  '标准立方米',
  '吨',
  '公斤',
  '千克',
  '克',
  '千瓦时',
  '千瓦',
  '兆瓦时',
  '兆瓦',
  '兆伏安',
  '千伏安',
  '千伏',
  '吉瓦',
  '瓦',
  'kWh',
  'kW',
  'MWh',
  'GWh',
  'MW',
  'GW',
  'kV',
  '度电',
  '度',
  '标准箱',
  '标箱',
  'TEU',
  'Mbps',
  'Gbps',
  'Tbps',
  '兆比特',
  'PFLOPS',
  'EFLOPS',
  'EFlops',
  'PFlops',
  'TB',
  'PB',
  'EB',
  '升',
  '微克',
  '兆',
  '毫秒',
  '小时',
  '分钟',
  '工作日',
  '天',
]
const counters = [
  '家次',
  '家',
  '户次',
  '户',
  '个',
  '项',
  '座',
  '条',
  '种',
  '件',
  '台套',
  '台（套）',
  '台(套)',
  '台/套',
  '台',
  '套',
  '人次',
  '人年',
  '人',
  '名',
  '处',
  '所',
  '款',
  '只',
  '辆',
  '架',
  '艘',
  '支',
  '批次',
  '批',
  '场次',
  '场',
  '次',
  '张',
  '栋',
  '幢',
  '组',
  '对',
  '例',
  '类',
  '头',
  '羽',
  '张床位',
  '床',
  '位',
  '根',
  '门',
  '标准机架',
  '机架',
  '架',
  '片',
  '块',
  '箱',
  '瓶',
  '篇',
  '部',
  '间',
  '粒',
  '株',
  '期',
  '颗',
  '枚',
  '双',
  '樘',
]
const shares = ['个百分点', '百分点', '%', '‰', '倍']

function pattern(names: readonly string[]): string {
  return [...new Set(names)]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.()/]/g, '\\$&'))
    .join('|')
}

// The bare name first: 千瓦时 is no thousand of 瓦.
const scaled = `(?:${pattern([...money, ...measures, ...counters])}|(?:${multipliers})(?:${pattern([...money, ...measures, ...counters])}))`
const plain = `${pattern(shares)}|${scaled}`

/**
 * Source of a pattern for a unit as plans print it, with its multiplier and what it is per:
 * 万元, 亿千瓦时, 吨标准煤/万元, 件/万人, 万元/人·年, 个百分点. A bare 万 or 亿 fits too.
 */
export const unitPattern = `(?:(?:${plain})(?:\\s?[/／·]\\s?(?:${scaled}|年|月|日|天|秒|小时))*|[PE](?![A-Za-z\\d])|${multipliers})`

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

const sizes: Readonly<Record<string, readonly [dimension: string, size: string]>> = {
  元: ['money', '1'],
  米: ['length', '1'],
  公里: ['length', '1000'],
  平方米: ['area', '1'],
  // 15 亩 are one hectare.
  亩: ['area', '666.66666666666666666666666666666666667'],
  公顷: ['area', '10000'],
  平方公里: ['area', '1000000'],
  克: ['mass', '0.000001'],
  千克: ['mass', '0.001'],
  公斤: ['mass', '0.001'],
  吨: ['mass', '1'],
  千克标准煤: ['coal', '0.001'],
  吨标准煤: ['coal', '1'],
  千瓦: ['power', '1'],
  兆瓦: ['power', '1000'],
  千瓦时: ['energy', '1'],
  兆瓦时: ['energy', '1000'],
  人: ['people', '1'],
  '%': ['share', '1'],
  '‰': ['share', '0.1'],
}
const multiplierSizes: Readonly<Record<string, string>> = {
  百: '1e2',
  千: '1e3',
  万: '1e4',
  十万: '1e5',
  百万: '1e6',
  千万: '1e7',
  亿: '1e8',
  十亿: '1e9',
  百亿: '1e10',
  千亿: '1e11',
  万亿: '1e12',
}

const Exact = Decimal.clone({ precision: 34 })

/**
 * `value` expressed in another unit of the same kind: 千元, 万元, 亿元; 亩, 公顷, 平方公里; 千克, 吨.
 * Undefined where one cannot be turned into the other.
 */
export function convert(value: number, from: string, to: string): number | undefined {
  const [source, goal] = [sizeOf(from), sizeOf(to)]
  if (!source || !goal || source.dimension !== goal.dimension) return undefined
  return new Exact(value).times(source.size).div(goal.size).toSignificantDigits(15).toNumber()
}

function sizeOf(unit: string): { readonly dimension: string; readonly size: Decimal } | undefined {
  const canonical = canonicalUnit(unit)
  const known = sizes[canonical]
  if (known) return { dimension: known[0], size: new Exact(known[1]) }
  const split = new RegExp(`^(${multipliers})(.+)$`).exec(canonical)
  const base = sizes[split?.[2] ?? '']
  const times = multiplierSizes[split?.[1] ?? '']
  return base && times ? { dimension: base[0], size: new Exact(base[1]).times(times) } : undefined
}
