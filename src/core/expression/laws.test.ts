import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, evaluate, type Expression } from './compile.ts'
import { explain } from './explain.ts'
import { gap, isGap, type Value } from './value.ts'

const units: Readonly<Record<string, string>> = {
  产值: '亿元',
  税收: '万元',
  用工: '人',
  能耗: '吨标准煤',
}
const names = new Map(Object.entries(units).map(([name, unit]) => [name, { unit }]))

type Figures = Readonly<Record<string, number | null>>

const figure = fc.integer({ min: 1, max: 1_000_000 }).map((x) => x / 100)
const figures: fc.Arbitrary<Record<keyof typeof units, number>> = fc.record({
  产值: figure,
  税收: figure,
  用工: figure,
  能耗: figure,
})

function compiled(source: string, unit?: string): Expression {
  const outcome = compile(source, { names, ...(unit !== undefined && { unit }) })
  if (!outcome.ok) throw new Error(`${source}: ${outcome.error.code}`)
  return outcome.value
}

function valueOf(expression: Expression, told: Figures): Value {
  return evaluate(expression, { value: (name) => told[name] ?? gap('missing', name) })
}

function near(a: Value, b: Value, factor = 1): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return isGap(a) && isGap(b)
  return Math.abs(a - b * factor) <= 1e-9 * Math.max(1, Math.abs(a))
}

/** Sums of money, written in every way there is. */
const money: fc.Arbitrary<string> = fc.letrec<{ sum: string }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('产值', '税收', '3亿元', '20万元'),
    fc
      .tuple(tie('sum'), fc.constantFrom('+', '-', '＋'), tie('sum'))
      .map((all) => `(${all.join(' ')})`),
    fc.tuple(tie('sum'), fc.constantFrom('2', '0.5', '5%')).map(([sum, by]) => `${sum} * ${by}`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `合计(${a}, ${b})`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `如果(${a} > ${b}, ${a}, ${b})`),
    fc.tuple(tie('sum'), tie('sum')).map(([a, b]) => `max(${a}, ${b})`),
    tie('sum').map((sum) => `-${sum}`),
    tie('sum').map((sum) => `绝对值(${sum})`),
  ),
})).sum

describe('[X5] laws of the language', () => {
  test('in another unit a value is the same amount', () => {
    fc.assert(
      fc.property(money, figures, (source, told) => {
        const [large, small] = [compiled(source, '亿元'), compiled(source, '万元')]
        expect(near(valueOf(small, told), valueOf(large, told), 10_000)).toBe(true)
      }),
    )
  })

  test('of figures that are there a checked sum is a number, and never fits another unit', () => {
    fc.assert(
      fc.property(money, figures, (source, told) => {
        const value = valueOf(compiled(source), told)
        expect(typeof value === 'number' && Number.isFinite(value)).toBe(true)
        expect(compile(`${source} + 能耗`, { names })).toMatchObject({
          ok: false,
          error: { code: 'wrong-unit' },
        })
      }),
    )
  })

  test('an explanation gives the value that is evaluated, and its figures are those that were given', () => {
    fc.assert(
      fc.property(money, figures, (source, told) => {
        const expression = compiled(source)
        const explained = explain(expression, { value: (name) => told[name] ?? gap('missing') })
        expect(explained.value).toEqual(valueOf(expression, told))
        const leaves = [explained]
        for (const { parts } of leaves) leaves.push(...parts)
        const wrong = leaves.filter(({ name, value }) => name !== undefined && value !== told[name])
        expect(wrong).toEqual([])
      }),
    )
  })

  test('what is missing flows through arithmetic, and is never taken for zero', () => {
    const arithmetic = fc
      .array(fc.constantFrom('* 2', '/ 用工', '* 用工', '/ 0.5', '^ 2'), { maxLength: 6 })
      .map((steps) => steps.reduce((all, step) => `(${all} ${step})`, '产值'))
    fc.assert(
      fc.property(arithmetic, figures, (source, told) => {
        expect(valueOf(compiled(source), { ...told, 产值: null })).toMatchObject({ gap: 'missing' })
      }),
    )
  })

  test('comparisons agree with the difference, and exactly one of <, =, > holds', () => {
    fc.assert(
      fc.property(money, money, figures, (a, b, told) => {
        const truths = ['<', '=', '>'].map((sign) => valueOf(compiled(`${a} ${sign} ${b}`), told))
        expect(truths.filter((truth) => truth === true)).toHaveLength(1)
      }),
    )
  })
})
