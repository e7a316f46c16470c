/** The families of numbers that Chinese official documents put before headings, outermost first. */
export type MarkFamily =
  | 'part'
  | 'chapter'
  | 'section'
  | 'comma'
  | 'bracket'
  | 'decimal'
  | 'dot'
  | 'paren'
  | 'ring'

export interface HeadingMark {
  readonly family: MarkFamily
  /** As printed. */
  readonly number: string
  /** Its length and that of the space behind it. */
  readonly length: number
}

const han = '[一二三四五六七八九十百零〇]{1,4}'
const order = `(?:${han}|[\\d０-９]{1,3})`
const space = '[\\s　]'

const families: readonly (readonly [MarkFamily, RegExp])[] = [
  ['part', new RegExp(`^第${space}?${order}${space}?(?:篇|编|部分)`)],
  ['chapter', new RegExp(`^第${space}?${order}${space}?章`)],
  ['section', new RegExp(`^第${space}?${order}${space}?节`)],
  ['comma', new RegExp(`^${han}${space}?(?:[、，.．]|(?=[\\s　]{1,4}[^\\s　]))`)],
  ['bracket', new RegExp(`^[（(]${space}?${han}${space}?[）)]`)],
  ['decimal', /^[\d０-９]{1,2}(?:[.．][\d０-９]{1,2}){1,3}(?=[\s　]{1,4}[^\s\d]|\p{Script=Han})/u],
  ['dot', /^[\d０-９]{1,2}\s?(?:[.．](?![\d０-９])|、)/],
  ['paren', /^(?:[（(]\s?[\d０-９]{1,2}\s?[）)]|[\d０-９]{1,2}[）)])/],
  ['ring', /^[①-⑳㈠-㈩⑴-⒇]/],
]

/** The heading number a line begins with. */
export function headingMark(line: string): HeadingMark | undefined {
  const start = line.slice(0, 24)
  for (const [family, pattern] of families) {
    const number = pattern.exec(start)?.[0]
    if (!number) continue
    // A quantity is no number of a heading: 12.5亿元.
    if (family === 'decimal' && quantity.test(line.slice(number.length, number.length + 6)))
      return undefined
    const gap = /^[\s　]*/.exec(start.slice(number.length))?.[0].length ?? 0
    return { family, number: number.trim(), length: number.length + gap }
  }
  return undefined
}

const quantity = /^\s*(?:[%％‰个家户件项人亩元吨年月日倍]|[十百千万亿]|公里|平方|立方|千瓦|百分点)/

const digits = '零一二三四五六七八九'

/** What a heading number counts: 3 for （三） and 3.; undefined where it counts several levels. */
export function ordinal(number: string): number | undefined {
  const arabic = /\d+/.exec(number.normalize('NFKC'))
  if (arabic) return Number(arabic[0])
  const [, tens, ten, ones] =
    /([二三四五六七八九]?)(十?)([一二三四五六七八九]?)/.exec(
      number.replace(/[^一二三四五六七八九十]/g, ''),
    ) ?? []
  const value =
    (ten ? 10 * (tens ? digits.indexOf(tens) : 1) : 0) +
    digits.indexOf(ones || '零') +
    (tens && !ten ? digits.indexOf(tens) : 0)
  return value > 0 ? value : undefined
}
