import { expect, test } from 'vitest'
import { codes, ofTargets } from '#test/audited.ts'

test.each([
  ['a rate', '规上工业产值 亿元 | 2020 155.9 | 2023 275 +20.8% | 2025 400 +20.7%'],
  [
    'a rate from the base in every column',
    '规上工业产值 亿元 | 2020 1300.6 | 2022 1800 +17.6% | 2025 3000 +18.2%',
  ],
  ['percentage points', '战新产业产值占比 % | 2020 35.9 | 2022 39 +1.55pp | 2025 45 +1.82pp'],
  ['a fall', '单位工业增加值能耗 吨标准煤/万元 | 2020 0.32 | 2022 0.30 -3.2% | 2025 0.27 -3.3%'],
  ['an absolute rise', '规上工业全员劳动生产率 万元/人 | 2020 36.5 | 2023 38.3 +0.6abs'],
  [
    'growth of the whole stretch, said to be so',
    '关键工序数控化率 % | 2020 58.5 | 2023 72.0 +13.5ppall',
  ],
  ['a count worked out with a rate', '绿色工厂数量 个 | 2020 7 | 2025 11 +10%'],
  ['about a rate', '规上工业增加值 亿元 | 2020 100 | 2025 150 ~8%'],
])('growth that fits is left alone: %s', (_, drawing) => {
  expect(codes(ofTargets(drawing))).toEqual([])
})

test.each([
  [
    'a rate',
    '规上工业研发投入 亿元 | 2020 21.7 | 2022 32.4 +19.9%',
    'error growth-mismatch',
    22.19,
  ],
  [
    'a rate of counts',
    '高端创新平台数量 个 | 2020 4 | 2023 8 +50%',
    'error growth-mismatch',
    25.99,
  ],
  [
    'a factor for a rate',
    '研发机构数量 个 | 2020 40 | 2023 135 +150%',
    'error growth-mismatch',
    50,
  ],
  [
    'a period for a year',
    '工具普及率 % | 2020 26.19 | 2023 34.05 +30%',
    'error growth-period-as-yearly',
    9.14,
  ],
  [
    'points as percent',
    '工业增加值占GDP比重 % | 2020 41.4 | 2025 46 +0.92%',
    'error growth-unit',
    2.13,
  ],
])('growth that does not fit is named: %s', (_, drawing, code, rate) => {
  const [first] = ofTargets(drawing)
  expect([first && `${first.severity} ${first.rule}`, first?.expected]).toEqual([
    code,
    expect.closeTo(rate, 1),
  ])
})

test('the arithmetic of a growth can be redone by hand', () => {
  const [first] = ofTargets('规上工业研发投入 亿元 | 2020 21.7 | 2022 32.4 +19.9%')
  expect(first).toMatchObject({
    arithmetic: '(32.4 ÷ 21.7)^(1/2) − 1 = 22.19%',
    expected: 22.19,
    found: 19.9,
  })
})

test('a rate in the text takes its base from the table', () => {
  expect(
    codes(
      ofTargets(`
        规上工业增加值 亿元 | 2020 71.89 | 2025 120
        prose: 规模以上工业增加值 亿元 | - | 2025 120 ~8%`),
    ),
  ).toContain('warning growth-mismatch')
})

test.each([
  ['28', ['info growth-mismatch']],
  ['28.0', ['error growth-mismatch']],
  ['26.6', ['error growth-mismatch', 'error growth-mismatch']],
])('a base of %s beside 28.6 and 29.8: fewer digits are asked about', (base, expected) => {
  const row = `规上工业增加值率 % | 2020 ${base} | 2022 28.6 +0.3pp | 2025 29.8 +0.32pp`
  expect(codes(ofTargets(row), true)).toEqual(expected)
})

test.each([
  ['0.11', []],
  ['0.10', []],
  ['0.12', ['info growth-mismatch']],
])('a ratio is known better from its rows: a rise of %s points a year', (growth, expected) => {
  const drawing = `
    规上工业产值 亿元 | 2020 1300.6 | 2025 3000
    规上工业研发投入 亿元 | 2020 21.7 | 2025 66
    规上工业研发投入强度 % | 2020 1.7 | 2025 2.2 +${growth}pp`
  expect(codes(ofTargets(drawing), true)).toEqual(expected)
})
