/** The families of numbers that Chinese official documents put before headings, outermost first. */
export type MarkFamily =
  | 'part'
  | 'chapter'
  | 'section'
  | 'comma'
  | 'bracket'
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
const order = `(?:${han}|\\d{1,3})`

const families: readonly (readonly [MarkFamily, RegExp])[] = [
  ['part', new RegExp(`^第\\s*${order}\\s*[篇编部](?:分)?(?=[\\s　：:]|[^分门])`)],
  ['chapter', new RegExp(`^第\\s*${order}\\s*章`)],
  ['section', new RegExp(`^第\\s*${order}\\s*节`)],
  ['comma', new RegExp(`^${han}\\s*(?:[、，.．]|(?=[\\s　]{1,4}\\S))`)],
  ['bracket', new RegExp(`^[（(]\\s*${han}\\s*[）)]`)],
  [
    'dot',
    /^\d{1,2}(?:\.\d{1,2}){1,3}(?=[\s　]*[^\d\s%％.．、，,)）年月日—\-~～亿万个家])|^\d{1,2}\s*(?:[.．](?!\d)|、)/,
  ],
  ['paren', /^(?:[（(]\s*\d{1,2}\s*[）)]|\d{1,2}\s*[）)])/],
  ['ring', /^[①-⑳㈠-㈩⑴-⒇]/],
]

/** The heading number a line begins with. */
export function headingMark(line: string): HeadingMark | undefined {
  for (const [family, pattern] of families) {
    const number = pattern.exec(line)?.[0]
    if (number === undefined || number === '') continue
    const space = /^[\s　]*/.exec(line.slice(number.length))?.[0].length ?? 0
    return { family, number: number.trim(), length: number.length + space }
  }
  return undefined
}
