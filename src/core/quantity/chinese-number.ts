const digits = '零一二三四五六七八九'
const digitOf: Readonly<Record<string, number>> = {
  ...Object.fromEntries(digits.split('').map((digit, value) => [digit, value])),
  〇: 0,
  两: 2,
  双: 2,
}
const smallUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const largeUnits: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/**
 * The value of a number in Chinese numerals: 一百二十三万, 两千, 二〇二五, 百 (= 100), 半 (= 0.5).
 * Undefined where the characters are no number (十十, 万万百).
 */
export function chineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5
  if (/^[零〇一二三四五六七八九]{2,}$/.test(text)) {
    return Number(text.replace(/./g, (digit) => String(digitOf[digit])))
  }
  let total = 0
  let rest = text
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = rest.lastIndexOf(unit)
    if (at < 0) continue
    const count =
      at === 0 ? 1 : unit === '亿' ? chineseNumber(rest.slice(0, at)) : below(rest.slice(0, at))
    if (count === undefined) return undefined
    total += count * size
    rest = rest.slice(at + 1)
  }
  if (rest === '') return text === '' ? undefined : total
  const remainder = below(withTrailingDigit(rest, text))
  return remainder === undefined ? undefined : total + remainder
}

/** Writes a whole number from 0 to 9999 9999 9999 in Chinese numerals. */
export function inChineseNumerals(value: number): string {
  if (value === 0) return '零'
  let written = ''
  let rest = value
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const group = Math.floor(rest / size)
    rest %= size
    if (group === 0) continue
    const needsZero = written !== '' && group < 1000
    written += `${needsZero ? '零' : ''}${groupInNumerals(group)}${unit}`
  }
  return written.replace(/^一十/, '十')
}

function groupInNumerals(group: number): string {
  const places = ['千', '百', '十', '']
  const written = String(group)
    .padStart(4, '0')
    .split('')
    .map((digit, place) =>
      digit === '0' ? '零' : `${digits[Number(digit)] ?? ''}${places[place] ?? ''}`,
    )
    .join('')
  return written.replace(/零+/g, '零').replace(/^零|零$/g, '')
}

// 一万五 means 15,000: a digit at the very end counts in the place below the unit before it.
function withTrailingDigit(rest: string, whole: string): string {
  if (rest.length !== 1 || whole.length < 2) return rest
  const unit = whole.at(-2) ?? ''
  return digitOf[rest] !== undefined && unit in largeUnits
    ? `${rest}${unit === '万' ? '千' : ''}`
    : rest
}

function below(text: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let lastSize = 1e4
  for (const character of text) {
    const size = smallUnits[character]
    if (size !== undefined) {
      if (size >= lastSize) return undefined
      total += (digit ?? 1) * size
      digit = undefined
      lastSize = size
      continue
    }
    const value = digitOf[character]
    if (value === undefined || (digit !== undefined && digit !== 0)) return undefined
    digit = value
  }
  return total + (digit ?? 0)
}
