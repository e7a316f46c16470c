import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChineseNumerals } from './chinese-number.ts'
import { scanQuantities } from './scan-quantities.ts'

/** `>=400亿元` or `~1..3个`: what was read, in short. */
function read(text: string): string {
  return scanQuantities(text)
    .map(
      ({ op, value, high, unit }) =>
        `${op}${value}${high === undefined ? '' : `..${high}`}${unit ?? ''}`,
    )
    .join(' ')
}

test.each([
  ['总产值突破1000亿元', '>=1000亿元'],
  ['达到 3 亿元以上', '>=3亿元'],
  ['投资达1,234.5万元', '=1234.5万元'],
  ['占比不低于４５％', '>=45%'],
  ['能耗控制在0.6吨标准煤/万元以内', '<=0.6吨标准煤/万元'],
  ['不超过2家', '<=2家'],
  ['约30个', '~30个'],
  ['建成 30 个左右的车间', '~30个'],
  ['培育1—3家', '~1..3家'],
  ['形成一至两个园区', '~1..2个'],
  ['增长10%~15%', '~10..15%'],
  ['打造350亿级产业集群', '~350亿元'],
  ['千亿级集群和五十亿级企业', '~1000亿元 ~50亿元'],
  ['降低三分之一', '=33.33%'],
  ['占比不低于七成，超过六成半', '>=70% >=65%'],
  ['突破15亿千瓦时、30万千瓦', '>=15亿千瓦时 =30万千瓦'],
  ['两成以上', '>=20%'],
  ['比2020年翻两番', '=4倍'],
  ['增加1.5个百分点', '=1.5个百分点'],
  ['近百家企业', '~100家'],
  ['上云企业十余家', '>=10家'],
  ['基站一百二十三万个', '=123万个'],
  ['生产率40万元/人·年', '=40万元/人·年'],
  ['每万人发明专利5件', '=5件'],
  ['突破1000亿', '>=1000亿元'],
  ['≤0.6', '<=0.6'],
  ['> 6', '>=6'],
])('%s reads %s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test.each([
  '到2025年',
  '2021—2025年',
  '（2021—2025）',
  '2022年4月5日',
  '府发〔2022〕7号',
  '5G、V2X与L2级',
  '工业互联网2.0平台',
  '“4+1”体系',
  '第三批、第二个',
  '三大产业',
  '零部件、零售',
  '第三成果、三成员、一成不变',
])('%s holds no quantity', (text) => {
  expect(read(text)).toBe('')
})

test('the span of a quantity reproduces its text, in order and without overlap', () => {
  const piece = fc.constantFrom(
    '达到',
    '400',
    '亿元',
    '以上',
    '，',
    '1—3',
    '个',
    '二十',
    '万',
    '%',
    '级',
    '年',
    '分之',
    '翻一番',
    '2025',
    '约',
    'x',
    '．',
    '5',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const found of scanQuantities(text)) {
        expect(text.slice(found.start, found.end)).toBe(found.text)
        expect(found.start).toBeGreaterThanOrEqual(end)
        expect(found.numberStart).toBeGreaterThanOrEqual(found.start)
        end = found.end
      }
    }),
  )
})

test('any text can be scanned', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void scanQuantities(text)))
})

test('a printed figure is read as itself', () => {
  const figure = fc.integer({ min: 0, max: 9_999_999 }).map((value) => value / 100)
  const unit = fc.constantFrom('亿元', '家', '%', '万平方米', '吨标准煤/万元', '个百分点')
  fc.assert(
    fc.property(figure, unit, (value, unit) => {
      expect(scanQuantities(`产值达到${value}${unit}。`)).toMatchObject([{ value, unit, op: '=' }])
      const separated = value.toLocaleString('en-US', { maximumFractionDigits: 2 })
      expect(scanQuantities(`产值为${separated}${unit}`)).toMatchObject([{ value, unit }])
    }),
  )
})

test('a figure in Chinese numerals is read as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
      expect(scanQuantities(`企业${inChineseNumerals(value)}家`)).toMatchObject([
        { value, unit: '家' },
      ])
    }),
  )
})
