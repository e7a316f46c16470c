import { expect, test } from 'vitest'
import { formatNumber } from './number-format.ts'

test.each([
  [
    'chineseCounting',
    [1, 10, 11, 20, 21, 105, 110, 1001],
    '一 十 十一 二十 二十一 一百零五 一百一十 一千零一',
  ],
  ['chineseLegalSimplified', [1, 12], '壹 壹拾贰'],
  ['ideographDigital', [1, 10, 25], '一 一〇 二五'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalEnclosedParen', [3], '⑶'],
  ['decimalZero', [3, 12], '03 12'],
  ['upperLetter', [1, 26, 27], 'A Z AA'],
  ['lowerRoman', [4, 9, 14, 1990], 'iv ix xiv mcmxc'],
  ['none', [1], ''],
  ['cardinalText', [7], '7'],
])('%s writes %j as %s', (format, values, expected) => {
  expect(values.map((value) => formatNumber(format, value)).join(' ')).toBe(expected)
})
