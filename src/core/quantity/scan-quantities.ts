import { chineseNumber } from './chinese-number.ts'
import type { Bound, Quantity } from './quantity.ts'
import { unitPattern } from './printed-unit.ts'

/** A quantity found in running text. Its span covers the words that bound it: 达到400亿元以上. */
export interface FoundQuantity extends Quantity {
  readonly start: number
  readonly end: number
  /** Where the figure itself begins, after 达到, 不低于 and the like. */
  readonly numberStart: number
  /** Where figure and unit end, before 以上, 左右 and the like. */
  readonly unitEnd: number
  readonly form: 'plain' | 'range' | 'level' | 'fraction' | 'multiple'
  /** True where the figure is written in Chinese numerals: 两家 may be a count or a figure of speech. */
  readonly inWords: boolean
  /** True where a bare 亿 or 万 had to be completed to 亿元, 万元. */
  readonly unitGuessed?: boolean
}

const arabic = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const chinese =
  '[零〇一二三四五六七八九十百千两双]+(?:[万亿][零〇一二三四五六七八九十百千两]+)?|半|万(?=亿元)'
const dash = String.raw`\s?(?:-{1,2}|—{1,2}|–|−|~|～|至|到)\s?`
const boundsBefore =
  '(?:不低于|不少于|不小于|不超过|不高于|不大于|不多于|大于等于|小于等于|突破|超过|超出|高于|大于|低于|小于|少于|达到|接近|大约|超|过|破|约|近|达|逾|[≥≧≤≦＞＜><])'
const boundsAfter = '(?:及以上|以上|及以内|以内|之内|及以下|以下|左右|上下)'
const before = `(?<before>(?:${boundsBefore}\\s{0,2})+)?`
const between = String.raw`(?<more>余|多|来)?\s{0,2}`
const number = `(?<low>${arabic}|${chinese})(?<lowUnit>%|‰|亿|万)?(?:${dash}(?<high>${arabic}|${chinese}))?`
const unit = `(?<unit>${unitPattern})?`
const level = '(?<level>级)?'
const plainQuantity = `${before}${number}${between}${unit}${level}(?<after>\\s?${boundsAfter})?`
const levelQuantity = `(?<power>[十百千万]{1,2}亿)(?:元)?级`
const fraction = `${before.replace('<before>', '<share>')}(?<whole>${chinese})分之(?<part>${chinese})(?<shareAfter>${boundsAfter})?`
// 七成以上; not 三成员, 一成果.
const tenths = `${before.replace('<before>', '<tenthsBefore>')}(?<![第十百千万\\d])(?<tenths>[一二两三四五六七八九])成(?<half>半)?(?![员果立功本效为品套长熟绩就都分交人年因像型不])(?<tenthsAfter>${boundsAfter})?`
const doubling = `翻(?<times>[一两二三四])番(?<beyond>以上)?`
const scanner = new RegExp(
  `${fraction}|${tenths}|${doubling}|${levelQuantity}|${plainQuantity}`,
  'gdu',
)

/**
 * All quantities in a text, in order and without overlap. Figures that are no quantities are left
 * out: years and dates, document numbers, names such as 5G, L2 or 2.0, ordinals. Never throws.
 */
export function scanQuantities(text: string): readonly FoundQuantity[] {
  const plain = withPlainDigits(text)
  const found: FoundQuantity[] = []
  scanner.lastIndex = 0
  for (let match = scanner.exec(plain); match; match = scanner.exec(plain)) {
    const quantity = fromMatch(match, text)
    if (quantity && !isName(plain, quantity)) found.push(quantity)
    else if (match.index + 1 < scanner.lastIndex) scanner.lastIndex = resumeAt(match)
  }
  return found
}

/** Full-width digits and signs in their plain form; the length stays, so that spans hold. */
export function withPlainDigits(text: string): string {
  return text.replace(/[０-９．％，＋－]/g, (sign) =>
    sign === '，' ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

// A figure that is part of a name is passed as a whole, so that 2.0 does not come back as 0.
function resumeAt(match: RegExpExecArray): number {
  return Math.max(
    match.index + 1,
    (match.indices?.groups?.['high'] ?? match.indices?.groups?.['low'])?.[1] ??
      match.index + match[0].length,
  )
}

function fromMatch(match: RegExpExecArray, text: string): FoundQuantity | undefined {
  const groups = match.groups ?? {}
  const span = { start: match.index, end: match.index + match[0].length }
  const place = {
    ...span,
    numberStart: span.start,
    unitEnd: span.end,
    text: text.slice(span.start, span.end),
  }
  if (groups['whole'] && groups['part']) {
    const share = percentOf(groups['whole'], groups['part'])
    const op = boundOf(groups['share'] ?? '', groups['shareAfter'] ?? '')
    return share === undefined
      ? undefined
      : { ...place, value: share, unit: '%', op, form: 'fraction', inWords: true }
  }
  if (groups['tenths']) {
    const value = (chineseNumber(groups['tenths']) ?? 0) * 10 + (groups['half'] ? 5 : 0)
    const op = boundOf(groups['tenthsBefore'] ?? '', groups['tenthsAfter'] ?? '')
    return { ...place, value, unit: '%', op, form: 'fraction', inWords: true }
  }
  if (groups['times']) {
    const value = 2 ** (chineseNumber(groups['times']) ?? 1)
    const op = groups['beyond'] ? '>=' : '='
    return { ...place, value, unit: '倍', op, form: 'multiple', inWords: true }
  }
  if (groups['power']) {
    const value = chineseNumber(groups['power'].slice(0, -1))
    return value === undefined
      ? undefined
      : { ...place, value, unit: '亿元', op: '~', form: 'level', inWords: true }
  }
  return plainFromMatch(match, text)
}

function percentOf(whole: string, part: string): number | undefined {
  const [divisor, count] = [chineseNumber(whole), chineseNumber(part)]
  if (!divisor || count === undefined) return undefined
  return Math.round((count / divisor) * 10_000) / 100
}

function plainFromMatch(match: RegExpExecArray, text: string): FoundQuantity | undefined {
  const groups = match.groups ?? {}
  const spans = match.indices?.groups ?? {}
  const value = figure(groups['low'])
  const high = figure(groups['high'])
  if (value === undefined || (groups['high'] && high === undefined)) return undefined
  const scaled = scaledUnit(groups['unit'], groups['lowUnit'], groups['high'] !== undefined)
  const isLevel = groups['level'] !== undefined && /亿|万/.test(scaled.unit ?? '')
  const numberStart = spans['low']?.[0] ?? match.index
  const unitEnd =
    (spans['unit'] ?? spans['high'] ?? spans['lowUnit'] ?? spans['low'])?.[1] ?? numberStart
  const end = isLevel || !groups['level'] ? match.index + match[0].length : unitEnd
  const start = match.index
  const isMultiple = scaled.unit === '倍'
  return {
    value,
    ...(high !== undefined && { high }),
    ...(isLevel ? { unit: scaled.unit ?? '亿元' } : scaled),
    op:
      high !== undefined || isLevel
        ? '~'
        : boundOf(groups['before'] ?? '', `${groups['more'] ?? ''}${groups['after'] ?? ''}`),
    text: text.slice(start, end),
    start,
    end,
    numberStart,
    unitEnd: isLevel ? end : unitEnd,
    form: isLevel ? 'level' : high !== undefined ? 'range' : isMultiple ? 'multiple' : 'plain',
    inWords: !/\d/.test(groups['low'] ?? ''),
  }
}

function figure(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /\d/.test(text) ? Number(text.replaceAll(',', '')) : chineseNumber(text)
}

// 10%~15% says its unit at the first figure, 100亿 leaves 元 to the reader.
function scaledUnit(
  unit: string | undefined,
  lowUnit: string | undefined,
  isRange: boolean,
): { readonly unit?: string; readonly unitGuessed?: boolean } {
  const joined = isRange || !lowUnit ? (unit ?? lowUnit) : `${lowUnit}${unit ?? ''}`
  if (joined === undefined) return {}
  const tidy = joined.replace(/\s/g, '').replace('／', '/')
  if (/^(?:万亿|千亿|百亿|亿)$/.test(tidy)) return { unit: `${tidy}元`, unitGuessed: true }
  return { unit: tidy }
}

/** The bound that words before and after a figure put on it: 不低于 → `>=`, 以内 → `<=`, 左右 → `~`. */
function boundOf(wordsBefore: string, wordsAfter: string): Bound {
  const words = `${wordsBefore}${wordsAfter}`
  if (/左右|上下|约|接近|近/.test(words)) return '~'
  if (
    /不超过|不高于|不大于|不多于|小于|低于|少于|≤|≦|<|＜|以内|之内|以下/.test(
      words.replace(/不低于|不少于|不小于/g, ''),
    )
  ) {
    return '<='
  }
  // A plan's >6 and 超过6 are the promise of 6, as 以上 is.
  return /不低于|不少于|不小于|突破|超|过|破|高于|大于|逾|≥|≧|>|＞|以上|余|多/.test(words)
    ? '>='
    : '='
}

function isName(text: string, quantity: FoundQuantity): boolean {
  const previous = text.slice(Math.max(0, quantity.numberStart - 6), quantity.numberStart)
  const next = text.slice(quantity.unitEnd, quantity.unitEnd + 6)
  const figures = text.slice(quantity.numberStart, quantity.unitEnd)
  if (!quantity.inWords && /[A-Za-z\d.+]$/.test(previous)) return true
  if (/[〔[【]$/.test(previous) && /^(?:19|20)\d\d$/.test(figures)) return true
  if (/(?:第|表|图|专栏|附件|附录)\s?$/.test(previous)) return true
  if (/^[百千万]+兆/.test(figures) || idiom.test(`${figures}${next}`)) return true
  if (isDate(figures, next)) return true
  // 零部件, 零售
  if (quantity.inWords && quantity.value === 0) return true
  if (quantity.inWords) return quantity.unit === undefined || /^[十百千万]亿?$/.test(figures)
  const follows = text.slice(quantity.end, quantity.end + 2)
  return quantity.unit === undefined && /^\s?[\p{Letter}+〕.]/u.test(follows)
}

const idiom = /^(?:千方百计|千家万户|百家争鸣|百花齐放|千头万绪)/

function isDate(figures: string, next: string): boolean {
  if (/^(?:19|20)\d\d$/.test(figures) && /^\s?(?:年|[-—–~～至]|[）)”"]|[.．]\d)/.test(next))
    return true
  if (/^(?:19|20)\d\d\s?[-—–~～至到]+\s?(?:19|20)\d\d$/.test(figures)) return true
  return /^\d{1,2}(?:[-—–~～至到]\d{1,2})?$/.test(figures) && /^\s?[月日号]/.test(next)
}
