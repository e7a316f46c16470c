import { describe, expect, test } from 'vitest'
import type { Period } from '../period/period.ts'
import type { IndicatorDefinition } from './definition.ts'
import { compileLibrary, dependentsOf, entryAt, inputsOf } from './library.ts'

/** `code | name | unit | formula`, everything else as of a flow that adds up. */
function indicator(line: string, more: Partial<IndicatorDefinition> = {}): IndicatorDefinition {
  const [code = '', name = '', unit = '', formula = ''] = line.split('|').map((part) => part.trim())
  return {
    code,
    name,
    englishName: code,
    unit,
    decimals: 2,
    direction: 'up',
    kind: formula ? 'rate' : 'flow',
    frequency: 'month',
    overSpace: formula ? 'ratio' : 'sum',
    overTime: formula ? 'none' : 'cumulative',
    ...(formula && { formula }),
    source: '',
    definition: '',
    aliases: [],
    ...more,
  }
}

const output = indicator('output | 总产值 | 亿元')
const revenue = indicator('revenue | 营业收入 | 万元')
const profit = indicator('profit | 利润总额 | 万元')
const margin = indicator('margin | 利润率 | % | 利润总额 / 营业收入')
const better = indicator('better | 利润率变动 | 百分点 | 利润率 - 往年(利润率, 1)')

function problemsOf(...library: IndicatorDefinition[]) {
  const compiled = compileLibrary(library)
  return compiled.ok ? [] : compiled.error
}

describe('[L1] a library is checked as a whole', () => {
  test('and knows what depends on what', () => {
    const compiled = compileLibrary([better, margin, output, revenue, profit])
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
    expect(compiled.value.order).toEqual(['profit', 'revenue', 'margin', 'better', 'output'])
    expect(inputsOf(compiled.value, 'margin')).toEqual(['profit', 'revenue'])
    expect(dependentsOf(compiled.value, ['revenue', 'output'])).toEqual(['margin', 'better'])
  })

  test('an unknown name is told with its place', () => {
    const wrong = indicator('margin | 利润率 | % | 利润总额 / 营业额')
    expect(problemsOf(profit, wrong)).toMatchObject([
      {
        code: 'formula-wrong',
        indicator: 'margin',
        problem: { code: 'unknown-name', start: 7, end: 10 },
      },
    ])
  })

  test.each([
    ['总产值 + 能耗', '亿元', 'wrong-unit', 0, 8],
    ['能耗 / 总产值', '%', 'wrong-unit', 0, 8],
    ['能耗 / 总产值 > 1', '亿元', 'wrong-type', 0, 12],
  ])('%s for %s does not fit', (formula, unit, code, start, end) => {
    const energy = indicator('energy | 能耗 | 吨标准煤')
    const wrong = indicator(`wrong | 错 | ${unit} | ${formula}`)
    const [problem] = problemsOf(output, energy, wrong)
    expect(problem).toMatchObject({ code: 'formula-wrong', problem: { code, start, end } })
  })

  test('a cycle is told once, with its way and the place that begins it', () => {
    const a = indicator('a | 甲 | 亿元 | 总产值 + 乙')
    const b = indicator('b | 乙 | 亿元 | 丙 * 2')
    const c = indicator('c | 丙 | 亿元 | 甲')
    expect(problemsOf(output, a, b, c)).toEqual([
      {
        code: 'cycle',
        indicator: 'a',
        formula: '总产值 + 乙',
        path: ['a', 'b', 'c', 'a'],
        start: 6,
        end: 7,
      },
    ])
  })

  test('an indicator may not read itself, not even of another time', () => {
    const self = indicator('self | 自 | 亿元 | 往年(自, 1)')
    expect(problemsOf(self)).toMatchObject([{ code: 'cycle', path: ['self', 'self'] }])
  })

  test.each([
    [[indicator('Output | 总产值 | 亿元')], 'code-not-kebab-case'],
    [[output, indicator('other | 总产值 | 亿元')], 'name-taken'],
    [[output, output], 'versions-overlap'],
    [[indicator('o | 总产值 | 亿圆')], 'unit-unknown'],
    [[{ ...output, kind: 'rate' as const }], 'rate-summed'],
    [[{ ...output, overSpace: 'ratio' as const }], 'ratio-without-formula'],
  ])('%#: %s is refused as %s', (library, code) => {
    expect(problemsOf(...library)).toMatchObject([{ code }])
  })
})

describe('[L2] an indicator has versions that follow each other in time', () => {
  const old = { ...margin, to: '2024' as Period }
  const now = { ...margin, formula: '利润总额 / 营业收入 * 1.01', from: '2025' as Period }

  test('each period is read by the version that holds then', () => {
    const compiled = compileLibrary([now, profit, revenue, old])
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
    const formulaAt = (period: string) =>
      entryAt(compiled.value, '利润率', period as Period)?.definition.formula
    expect(formulaAt('2024-12')).toBe(old.formula)
    expect(formulaAt('2025-03')).toBe(now.formula)
  })

  test('which may not change the unit', () => {
    expect(problemsOf(profit, revenue, old, { ...now, unit: '‰' })).toMatchObject([
      { code: 'unit-changed' },
    ])
  })
})
