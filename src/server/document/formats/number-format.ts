/**
 * A list number in one of Word's formats (ECMA-376 17.18.59). Formats without Chinese use, and
 * numbers beyond what a format can write, come out in Arabic digits.
 */
export function formatNumber(format: string, value: number): string {
  const signs = signsOf[format]
  if (signs !== undefined) return signs[value - 1] ?? String(value)
  const digits = digitsOf[format]
  if (digits !== undefined)
    return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
  const [counting, units] = countingOf[format] ?? []
  if (counting !== undefined && units !== undefined) {
    return counted(value, counting, units) ?? String(value)
  }
  switch (format) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    default:
      return String(value)
  }
}

type ByFormat<T> = Readonly<Record<string, T>>

/** Formats with a sign of its own for each of the first numbers. */
const signsOf: ByFormat<string> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
}

/** Formats that write digit by digit. */
const digitsOf: ByFormat<string> = {
  ideographDigital: '〇一二三四五六七八九',
  japaneseDigitalTenThousand: '〇一二三四五六七八九',
  taiwaneseDigital: '〇一二三四五六七八九',
  decimalFullWidth: '０１２３４５６７８９',
  decimalFullWidth2: '０１２３４５６７８９',
}

const common = ['零一二三四五六七八九', '十百千'] as const

/** Formats that write numbers as they are counted: their digits, and their units from ten on. */
const countingOf: ByFormat<readonly [string, string]> = {
  chineseCounting: common,
  chineseCountingThousand: common,
  japaneseCounting: common,
  taiwaneseCounting: common,
  taiwaneseCountingThousand: common,
  chineseLegalSimplified: ['零壹贰叁肆伍陆柒捌玖', '拾佰仟'],
  ideographLegalTraditional: ['零壹貳參肆伍陸柒捌玖', '拾佰仟'],
}

/** 1–9999 as counted aloud: 十一, 一百零五. */
function counted(value: number, digits: string, units: string): string | undefined {
  if (value === 0) return digits[0]
  if (!Number.isInteger(value) || value < 0 || value > 9999) return undefined
  const places = String(value).split('').map(Number)
  const text = places
    .map((digit, index) => {
      const unit = units[places.length - index - 2] ?? ''
      return digit === 0 ? '零' : `${digits[digit]}${unit}`
    })
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '')
  // 十二, but in the figures of cheques 壹拾贰.
  return value >= 10 && value < 20 && text.startsWith('一') ? text.slice(1) : text
}

/** Word repeats a letter beyond the alphabet: z, aa, bb. */
function letters(value: number): string {
  if (value < 1 || value > 260) return String(value)
  const letter = String.fromCharCode(65 + ((value - 1) % 26))
  return letter.repeat(Math.ceil(value / 26))
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, digit] of romanDigits) {
    while (rest >= worth) {
      text += digit
      rest -= worth
    }
  }
  return text
}
