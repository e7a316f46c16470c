import { describe, expect, test } from 'vitest'
import { compile, evaluate } from '../expression/compile.ts'
import { explain } from '../expression/explain.ts'
import { gap, isGap, type Value } from '../expression/value.ts'
import type { Period } from '../period/period.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type Figures, figuresAt } from './figures-at.ts'
import { compileLibrary } from './library.ts'

const shape = {
  decimals: 2,
  direction: 'up',
  frequency: 'month',
  source: '',
  definition: '',
  aliases: [],
} as const
const flow = { ...shape, kind: 'flow', overSpace: 'sum', overTime: 'cumulative' } as const
const stock = { ...shape, kind: 'stock', overSpace: 'sum', overTime: 'end' } as const
const rate = { ...shape, kind: 'rate', overSpace: 'ratio', overTime: 'none' } as const

const definitions: readonly IndicatorDefinition[] = [
  { ...flow, code: 'revenue', name: '营业收入', englishName: 'revenue', unit: '万元' },
  { ...flow, code: 'cost', name: '营业成本', englishName: 'cost', unit: '万元' },
  { ...stock, code: 'assets', name: '资产总计', englishName: 'assets', unit: '亿元' },
  {
    ...rate,
    code: 'margin',
    name: '毛利率',
    englishName: 'margin',
    unit: '%',
    formula: '(营业收入 - 营业成本) / 营业收入',
  },
  {
    ...rate,
    code: 'turnover',
    name: '资产周转率',
    englishName: 'turnover',
    unit: '次/年',
    formula: '营业收入 / 平均(上年末(资产总计), 资产总计) / 累计月数()',
  },
]

/** `营业收入 2025-03 100 (90)` is a figure with its same-sample base. */
const told = `
revenue 2024-03 80
revenue 2024-12 400
revenue 2025-M1-2 50
revenue 2025-03 90 (78)
revenue 2025-12 480 (390)
revenue 2026-M1-2 60 (52)
revenue 2026-03 110 (88)
revenue 2026-04 150 (130)
revenue 2026-05 200 (180)
cost 2026-M1-2 45
cost 2026-03 77 (66)
assets 2025-12 0.03
assets 2026-03 0.05
`

function figuresOf(text: string): Figures {
  const lines = text.matchAll(/^(\S+) (\S+) (\S+)(?: \((\S+)\))?$/gmu)
  const values = new Map<string, number>()
  const bases = new Map<string, number>()
  for (const [, code, period, value, base] of lines) {
    values.set(`${code} ${period}`, Number(value))
    if (base !== undefined) bases.set(`${code} ${period}`, Number(base))
  }
  return {
    value: (code, period) => values.get(`${code} ${period}`) ?? gap('missing'),
    base: (code, period) => bases.get(`${code} ${period}`),
  }
}

const compiled = compileLibrary(definitions)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
const library = compiled.value
const names = new Map(definitions.map(({ name, unit }) => [name, { unit }]))

function at(period: string, source: string, figures = told, peers?: readonly string[]) {
  const expression = compile(source, { names })
  if (!expression.ok) return `${expression.error.code}@${expression.error.start}`
  const environment = figuresAt({
    library,
    figures: figuresOf(figures),
    period: period as Period,
    ...(peers && { peers: () => peers.map(figuresOf) }),
  })
  return plain(evaluate(expression.value, environment))
}

function plain(value: Value) {
  return isGap(value) ? value.gap : value
}

describe('[N4] a flow is told cumulatively', () => {
  test.each([
    ['2026-03', '营业收入', 110],
    ['2026-Q1', '营业收入', 110],
    ['2025', '营业收入', 480],
    ['2026-03', '当期(营业收入)', 50],
    ['2026-M1-2', '当期(营业收入)', 60],
    ['2026-02', '当期(营业收入)', 'missing'],
    ['2026-02', '营业收入', 'missing'],
    ['2026-Q1', '当期(营业收入)', 110],
    ['2026-05', '当期(累计(营业收入))', 200],
    ['2026-03', '上年末(资产总计)', 0.03],
    ['2026-03', '上期(营业收入)', 60],
    ['2026-03', '往年(营业收入, 2)', 80],
    ['2026-03', '累计月数()', 3],
    ['2026-06', '最近(营业收入)', 200],
  ])('at %s %s is %s', (period, source, expected) => {
    expect(at(period, source)).toEqual(expected)
  })
})

describe('[N5] growth is against the same sample of the year before', () => {
  test.each([
    ['2026-03', '上年同期(营业收入)', 88],
    ['2026-03', '同比(营业收入)', 25],
    ['2026-03', '累计同比(当期(营业收入))', 38.8888888888889],
    // (110 − 60) against (88 − 52): the base column of both reports.
    ['2026-03', '同比(当期(营业收入))', 38.8888888888889],
    // No base was reported: last year's own figure.
    ['2024-03', '同比(营业收入)', 'missing'],
    ['2026-03', '往年(同比(营业收入), 1)', 15.3846153846154],
    ['2026-03', '两年平均(同比(营业收入), 往年(同比(营业收入), 1))', 20.0961153538153],
    ['2026-03', '年均增速(营业收入, 2)', 17.2603939955857],
    ['2026-05', '环比(营业收入)', 25],
    ['2026-03', '环比(营业收入)', 'uneven-periods'],
    ['2026-M1-2', '环比(营业收入)', 'uneven-periods'],
    ['2026-05', '移动平均(营业收入, 3)', 46.6666666666667],
    ['2026-04', '移动平均(营业收入, 3)', 'uneven-periods'],
    ['2026-05', '合计(最近(营业收入, 3))', 460],
    ['2026-05', '移动平均(营业收入, 121)', 'out-of-range'],
    ['2026-05', '最近(营业收入, 1.5)', 'out-of-range'],
  ])('at %s %s is %s', (period, source, expected) => {
    expect(at(period, source)).toEqual(expected)
  })

  test('pull and contribution look up the bases themselves', () => {
    expect(at('2026-03', '拉动(营业成本, 营业收入)')).toBe(12.5)
    expect(at('2026-03', '贡献率(营业成本, 营业收入)')).toBe(50)
    expect(at('2026-03', '贡献率(营业成本, 营业收入, 营业收入)')).toBe('wrong-argument-count@0')
    expect(at('2026-03', '贡献率(营业收入, 营业收入 * 0 + 88.01万元)')).toBe('total-unchanged')
  })
})

test('[N5] members without a base are left out of growth, not of the sum', () => {
  const figures: Figures = {
    ...figuresOf('revenue 2026-03 110 (88)'),
    matched: (code, period) => (code === 'revenue' && period === '2026-03' ? 99 : undefined),
  }
  const environment = figuresAt({ library, figures, period: '2026-03' as Period })
  const value = (source: string) => {
    const expression = compile(source, { names })
    return expression.ok && evaluate(expression.value, environment)
  }
  expect([value('营业收入'), value('同比(营业收入)')]).toEqual([110, 12.5])
})

describe('[L3] ratios come from the sums they are made of', () => {
  test.each([
    ['2026-03', '毛利率', 30],
    ['2026-03', '上年同期(毛利率)', 25],
    ['2026-03', '毛利率 - 上年同期(毛利率)', 5],
    // (50 − 32) / 50 in March alone.
    ['2026-03', '当期(毛利率)', 36],
    ['2026-03', '资产周转率', 1.1],
  ])('at %s %s is %s', (period, source, expected) => {
    expect(at(period, source)).toBe(expected)
  })
})

describe('ranks among comparable subjects', () => {
  const peers = [
    'revenue 2026-03 110',
    'revenue 2026-03 90',
    'revenue 2026-03 110',
    'cost 2026-03 1',
  ]

  test.each([
    ['排名(营业收入)', 1],
    ['升序排名(营业收入)', 2],
    ['计数(同组(营业收入))', 3],
    ['中位数(同组(营业收入))', 110],
    ['占比(营业收入, 合计(同组(营业收入)))', 35.4838709677419],
  ])('%s is %s', (source, expected) => {
    expect(at('2026-03', source, told, peers)).toBe(expected)
  })

  test('without peers there is none', () => {
    expect(at('2026-03', '排名(营业收入)')).toBe('no-peers')
    expect(at('2026-03', '排名(营业收入, 最近(营业收入, 2))')).toBe(1)
  })
})

test('[X2] the work of one evaluation is bounded', () => {
  const deep = '移动平均(移动平均(移动平均(移动平均(资产总计, 99), 99), 99), 99)'
  expect(['too-much-work', 'missing']).toContain(at('2026-03', deep))
  const always = '移动平均(移动平均(移动平均(缺省(资产总计, 1亿元), 99), 99), 99)'
  expect(at('2026-03', always)).toBe('too-much-work')
  const listed = '合计(最近(移动平均(移动平均(缺省(资产总计, 1亿元), 99), 99), 99))'
  expect(at('2026-03', listed)).toBe('too-much-work')
})

test('an explanation follows formulas and times down to the reported figures', () => {
  const expression = compile('毛利率 - 上年同期(毛利率)', { names })
  if (!expression.ok) throw new Error(expression.error.code)
  const tree = explain(
    expression.value,
    figuresAt({ library, figures: figuresOf(told), period: '2026-03' as Period }),
  )
  const drawn = (part: typeof tree, depth: number): string[] => [
    `${'  '.repeat(depth)}${part.text} ${part.when} ${String(plain(part.value))}${part.unit ?? ''}`,
    ...part.parts.flatMap((each) => drawn(each, depth + 1)),
  ]
  expect(drawn(tree, 0).join('\n')).toBe(
    `
毛利率 - 上年同期(毛利率) 2026-03 5百分点
  毛利率 2026-03 30%
    (营业收入 - 营业成本) / 营业收入 2026-03 30%
      (营业收入 - 营业成本) 2026-03 33万元
        营业收入 2026-03 110万元
        营业成本 2026-03 77万元
      营业收入 2026-03 110万元
  上年同期(毛利率) 2026-03 25%
    毛利率 2025-03 25%
      (营业收入 - 营业成本) / 营业收入 2025-03 25%
        (营业收入 - 营业成本) 2025-03 22万元
          营业收入 2025-03 88万元
          营业成本 2025-03 66万元
        营业收入 2025-03 88万元`.trim(),
  )
})
