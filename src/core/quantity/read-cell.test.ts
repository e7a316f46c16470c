import { expect, test } from 'vitest'
import { readCell } from './read-cell.ts'

/** `-18.9% cumulative`: the figure and what was said about it. */
function read(text: string, unit?: string): string {
  const reading = readCell(text, unit)
  if (reading.kind !== 'quantity') return reading.kind
  const { quantity, isCumulative, isChange, isAnnual } = reading
  const high = quantity.high === undefined ? '' : `..${quantity.high}`
  const marks = [isCumulative && 'cumulative', isChange && 'change', isAnnual && 'annual'].filter(
    Boolean,
  )
  return [`${quantity.op}${quantity.value}${high}${quantity.unit ?? ''}`, ...marks].join(' ')
}

test.each([
  ['1824', '=1824'],
  ['≥95.0', '>=95'],
  ['＞90', '>=90'],
  ['300 以上', '>=300'],
  ['-10%', '=-10%'],
  ['[-18.9%]', '=-18.9% cumulative'],
  ['〔15〕', '=15 cumulative'],
  ['【2.5】', '=2.5 cumulative'],
  ['（15）', '=15 cumulative'],
  ['累计30', '=30 cumulative'],
  ['下降3.2%', '=-3.2% change'],
  ['年均增长6.5%左右', '~6.5% change annual'],
  ['1.55个\n百分点', '=1.55个百分点'],
  ['1—3', '~1..3'],
  ['—', 'blank'],
  ['/', 'blank'],
  ['', 'blank'],
  ['达到全国平均水平', 'words'],
  ['完成国家下达任务', 'words'],
])('%j reads %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('a figure without a unit takes the unit of its column', () => {
  expect([read('350', '亿元'), read('350万元', '亿元'), read('1.2万', '家')]).toEqual([
    '=350亿元',
    '=350万元',
    '=1.2万家',
  ])
})
