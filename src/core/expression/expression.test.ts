import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, type Declaration, evaluate } from './compile.ts'
import { explain, inWords } from './explain.ts'
import { parse } from './read/parse.ts'
import type { Environment } from './check/step.ts'
import { functionRules } from './functions/plain.ts'
import { formRules } from './functions/special-forms.ts'
import { reachOf } from './reach.ts'
import { isGap, type Value } from './value.ts'

/** `名称=12 | 单位` for each figure known. */
function valueOf(
  source: string,
  figures: Record<string, Value> = {},
  units?: Record<string, string>,
  unit?: string,
) {
  const names =
    units &&
    new Map<string, Declaration>(
      Object.entries(units).map(([name, label]) => [name, { unit: label }]),
    )
  const compiled = compile(source, { ...(names && { names }), ...(unit !== undefined && { unit }) })
  if (!compiled.ok) return `${compiled.error.code}@${compiled.error.start}`
  const value = evaluate(compiled.value, environment(figures))
  return isGap(value) ? value.gap : value
}

function environment(figures: Record<string, Value>): Environment {
  return { value: (name) => figures[name] ?? { gap: 'missing', name } }
}

describe('reading', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['（1＋2）×3', 9],
    ['-3^2', -9],
    ['2^3^2', 512],
    ['10 ÷ 4', 2.5],
    ['0.1 + 0.2', 0.3],
    ['0.1 + 0.2 = 0.3', true],
    ['1 ≤ 2 且 2 ≥ 3', false],
    ['1 > 2 或 非(1 > 2)', true],
    ['真 并且 假', false],
    ['如果(1 > 2, "高", “低”)', '低'],
    ['/* 注 */ 1', 1],
    ['四舍五入(1.005, 2)', 1.01],
    ['四舍五入(-1.5)', -2],
    ['合计(1，2、3)', 6],
  ])('%s gives %s', (source, expected) => {
    expect(valueOf(source)).toBe(expected)
  })

  test('且 and 或 need no space behind an operand, and names may begin with them', () => {
    expect(valueOf('产值>100且利润>0', { 产值: 120, 利润: 3 })).toBe(true)
    expect(valueOf('或有负债 + 非公经济', { 或有负债: 1, 非公经济: 2 })).toBe(3)
  })

  test.each(['【研发 经费】', '[研发 经费]', '「研发 经费」', '`研发 经费`'])(
    '%s is a name',
    (name) => {
      expect(valueOf(`若(${name} > 1, ${name}, 0)`, { '研发 经费': 2 })).toBe(2)
    },
  )

  test('names with signs in them stand in brackets', () => {
    expect(
      valueOf('【R&D经费（当年）】 / [营业收入]', { 'R&D经费（当年）': 2, 营业收入: 100 }),
    ).toBe(0.02)
  })

  test.each([
    ['', 'expression-empty@0'],
    ['1 +', 'unexpected-token@3'],
    ['(1', 'unclosed@0'],
    ['"甲', 'unclosed@0'],
    ['1 # 2', 'unexpected-character@2'],
    ['没有(1)', 'unknown-function@0'],
    ['占比(1)', 'wrong-argument-count@0'],
    ['1 + "甲"', 'wrong-type@4'],
    [`${'('.repeat(5000)}1${')'.repeat(5000)}`, 'expression-too-long@0'],
    [`${'('.repeat(100)}1${')'.repeat(100)}`, 'expression-too-deep@60'],
    [Array.from({ length: 900 }, () => '1').join('+'), 'expression-too-complex@0'],
  ])('%.20s is refused at its place', (source, expected) => {
    expect(valueOf(source)).toBe(expected)
  })

  test('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '1',
      '甲',
      '+',
      '且',
      '"',
      '%',
      '亿元',
      ',',
      '如果',
      '占比',
      ' ',
      '【',
      '】',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (source) => {
          expect(parse(source)).toHaveProperty('ok')
          expect(() => valueOf(source)).not.toThrow()
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('gaps', () => {
  test.each([
    ['甲 + 1', 'missing'],
    ['1 / 0', 'division-by-zero'],
    ['同比(10, 0)', 'base-zero'],
    ['同比(10, -5)', 'base-negative'],
    ['上年同期(乙)', 'no-history'],
    ['合计(甲, 乙)', 5],
    ['平均(甲, 乙, 7)', 6],
    ['缺省(甲, 0)', 0],
    ['为空(甲)', true],
    ['甲 > 0 且 1 > 2', false],
    ['甲 > 0 或 1 > 2', 'missing'],
    ['10 ^ 400', 'out-of-range'],
  ])('%s gives %s', (source, expected) => {
    expect(valueOf(source, { 乙: 5 })).toBe(expected)
  })
})

describe('the field’s own functions, after domain.md 1.5 and 2.3', () => {
  test.each([
    ['同比(107.9, 100)', 7.9],
    ['四舍五入(两年平均(2.8, 9.6), 1)', 6.1],
    ['四舍五入(强度升降率(2, 6), 2)', -3.77],
    ['四舍五入(累计增速(-3, -3, -3, -3, -3), 1)', -14.1],
    ['四舍五入(年均增速(400, 155.9, 5), 1)', 20.7],
    ['占比(65, 130)', 50],
    ['拉动(12, 10, 100)', 2],
    ['贡献率(12, 10, 105, 100)', 40],
  ])('%s is %s', (source, expected) => {
    expect(valueOf(source)).toBe(expected)
  })

  test('同比 of one figure looks the other up a year before', () => {
    const past = environment({ 产值: 100 })
    const now: Environment = {
      value: () => 108,
      shifted: (shift) => (shift === 'base' ? past : undefined),
    }
    const compiled = compile('同比(产值) > 5%')
    expect(compiled.ok && evaluate(compiled.value, now)).toBe(true)
  })
})

describe('units', () => {
  const units = {
    产值: '亿元',
    税收: '万元',
    用工: '万人',
    增速: '%',
    能耗: '吨标准煤',
    企业: '家',
  }
  const figures = { 产值: 200, 税收: 50_000, 用工: 4, 增速: 5.2, 能耗: 10_000, 企业: 40 }
  const inUnits = (source: string, unit?: string) => valueOf(source, figures, units, unit)

  test.each([
    ['产值 + 税收', undefined, 205],
    ['税收 / 产值', '%', 2.5],
    ['产值 / 用工', '万元/人', 50],
    ['产值 / 企业', '亿元', 5],
    ['能耗 / 产值', '吨标准煤/万元', 0.005],
    ['产值 > 1000亿元', undefined, false],
    ['税收 >= 5亿元', undefined, true],
    ['增速 > 5%', undefined, true],
    ['增速 > 5', undefined, true],
    ['产值 * 5%', undefined, 10],
    ['产值 * (1 + 增速)', undefined, 210.4],
    ['增速 - 3%', '百分点', 2.2],
    ['增速 + 1个百分点', '%', 6.2],
    ['合计(产值, 税收)', undefined, 205],
    ['占比(税收, 产值)', undefined, 2.5],
  ])('%s in %s is %s', (source, unit, expected) => {
    expect(inUnits(source, unit)).toBe(expected)
  })

  test.each([
    ['产值 + 能耗', 'wrong-unit@0'],
    ['增速 > 2个百分点', 'wrong-unit@0'],
    ['产值 > 3吨', 'wrong-unit@0'],
    ['占比(能耗, 产值)', 'wrong-unit@7'],
    ['产出 + 1', 'unknown-name@0'],
  ])('%s is refused', (source, expected) => {
    expect(inUnits(source)).toBe(expected)
  })

  test('without declared units a share stands in the unit of a figure, and for a ratio beside a quotient', () => {
    expect(valueOf('增速 > 5%', { 增速: 6.2 })).toBe(true)
    expect(valueOf('利润 / 收入 > 5%', { 利润: 6, 收入: 100 })).toBe(true)
    expect(valueOf('利润 / 收入 + 5%', { 利润: 6, 收入: 100 })).toBe(0.11)
    expect(valueOf('产值 * (1 + 5%)', { 产值: 100 })).toBe(105)
  })

  test('a result cannot be asked for in a unit of another kind', () => {
    expect(inUnits('产值', '吨')).toBe('wrong-unit@0')
  })
})

test('an explanation names the figures that were used and the branch that was taken', () => {
  const compiled = compile('如果(产值 > 100亿元, 税收 / 产值, 空)')
  if (!compiled.ok) throw new Error(compiled.error.code)
  const explained = explain(compiled.value, environment({ 产值: 200, 税收: 5 }))
  expect(inWords(explained)).toBe(
    '如果(产值 > 100亿元, 税收 / 产值, 空) = 0.025；其中产值=200，税收=5',
  )
})

test('an explanation prints figures as a person reads them', () => {
  const compiled = compile('税收 / 产值')
  if (!compiled.ok) throw new Error(compiled.error.code)
  const explained = explain(compiled.value, environment({ 产值: 70296608, 税收: 4067658.5 }))
  expect(inWords(explained)).toBe('税收 / 产值 = 0.0578642；其中税收=4,067,658.5，产值=70,296,608')
})

test('the figures of an explanation reproduce its value', () => {
  const figure = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(figure, figure, figure, (甲, 乙, 丙) => {
      const compiled = compile('(甲 + 乙) * 2 - 甲 / 丙')
      if (!compiled.ok) throw new Error(compiled.error.code)
      const { value, parts } = explain(compiled.value, environment({ 甲, 乙, 丙 }))
      const [left, right] = parts.map((part) => part.value)
      if (typeof left === 'number' && typeof right === 'number')
        expect(value).toBeCloseTo(left - right, 9)
      else expect(value).toEqual({ gap: 'division-by-zero' })
    }),
  )
})

describe('[X4] how far an expression looks is known before any figure', () => {
  test.each([
    ['甲 + 乙', 0, 0],
    ['同比(甲)', 1, 0],
    ['同比(甲, 乙)', 0, 0],
    ['往年(同比(甲), 2) + 上期(乙)', 3, 1],
    ['移动平均(环比(甲), 3)', 0, 5],
    ['最近(甲, 乙)', 0, 120],
  ])('%s reaches %s years and %s periods back', (source, years, periods) => {
    const compiled = compile(source)
    expect(compiled.ok && reachOf(compiled.value)).toMatchObject({ years, periods })
  })

  test('as is whether it reads December or other subjects', () => {
    const compiled = compile('平均(年初(甲), 甲) / 合计(peers(甲))')
    expect(compiled.ok && reachOf(compiled.value)).toMatchObject({ yearEnd: true, peers: true })
  })
})

describe('standard coal', () => {
  const units = { 用电量: '万千瓦时', 煤: '吨', 热: '百万千焦', 电折标: '吨标准煤/万千瓦时' }
  const figures = { 用电量: 100, 煤: 10, 热: 5, 电折标: 1.229 }

  test.each([
    ['折标(用电量, 电折标)', '吨标准煤', 122.9],
    ['折标(用电量, 0.1229千克标准煤/千瓦时)', '吨标准煤', 122.9],
    ['折标(煤, 0.7143)', '千克标准煤', 7143],
    ['折标(热, 0.0341) + 折标(煤, 0.7143)', undefined, 7.3135],
    ['用电量 * 1.229吨标准煤/万千瓦时', '吨标准煤', 122.9],
  ])('%s in %s is %s', (source, unit, expected) => {
    expect(valueOf(source, figures, units, unit)).toBe(expected)
  })

  test('a coefficient for something else is refused', () => {
    expect(valueOf('折标(煤, 电折标)', figures, units)).toBe('wrong-unit@6')
  })
})

test('every function has one Chinese name and an English twin, and no two share a name', () => {
  const all = [...functionRules, ...formRules]
  const names = all.flatMap((rule) => rule.names)
  expect(new Set(names).size).toBe(names.length)
  for (const { names: own, meaning } of all) {
    expect(own[0]).toMatch(/^\p{Script=Han}+$/u)
    expect(own.some((name) => /^[a-z]\w*$/iu.test(name))).toBe(true)
    expect(meaning.length).toBeGreaterThan(2)
  }
})

test('the guide names every function', () => {
  const guide = readFileSync(new URL('../../../docs/guide/formulas.md', import.meta.url), 'utf8')
  const unnamed = [...functionRules, ...formRules].filter(
    ({ names: [name = ''] }) => !new RegExp(`\`${name}[\`(]`, 'u').test(guide),
  )
  expect(unnamed.map(({ names }) => names[0])).toEqual([])
})
