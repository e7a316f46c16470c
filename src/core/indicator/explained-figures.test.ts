import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile, evaluate } from '../expression/compile.ts'
import { type Explanation, explain } from '../expression/explain.ts'
import { gap } from '../expression/value.ts'
import { parsePeriod, type Period } from '../period/period.ts'
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
const rate = { ...shape, kind: 'rate', overSpace: 'ratio', overTime: 'none' } as const

const definitions: readonly IndicatorDefinition[] = [
  { ...flow, code: 'profit', name: '利润总额', englishName: 'profit', unit: '万元' },
  { ...flow, code: 'revenue', name: '营业收入', englishName: 'revenue', unit: '亿元' },
  {
    ...rate,
    code: 'margin',
    name: '利润率',
    englishName: 'margin',
    unit: '%',
    formula: '利润总额 / 营业收入',
  },
]
const compiled = compileLibrary(definitions)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
const library = compiled.value
const codes: Readonly<Record<string, string>> = { 利润总额: 'profit', 营业收入: 'revenue' }

const period = parsePeriod('2026-03') ?? ('2026-03' as Period)
const formula = compile(
  '同比(利润总额) + (利润率 - 上年同期(利润率)) + (利润率 - 往年(利润率, 1))',
  {
    names: new Map(definitions.map(({ name, unit }) => [name, { unit }])),
  },
)
if (!formula.ok) throw new Error(formula.error.code)
const expression = formula.value

interface Told {
  readonly value: number
  readonly base: number | undefined
}

function figuresOf(told: Readonly<Record<string, Told>>): Figures {
  return {
    value: (code, when) => told[`${code} ${when}`]?.value ?? gap('missing'),
    base: (code, when) => told[`${code} ${when}`]?.base,
  }
}

/** The reported figures an explanation ends in: those whose name no formula computes. */
function leavesOf(tree: Explanation): readonly Explanation[] {
  const own = tree.name !== undefined && tree.parts.length === 0 ? [tree] : []
  return [...own, ...tree.parts.flatMap(leavesOf)]
}

test('[L4] the figures an explanation ends in give the value again, and nothing else is needed', () => {
  const amount = fc.integer({ min: 1, max: 1_000_000 }).map((x) => x / 100)
  const told = fc.record({ value: amount, base: fc.option(amount, { nil: undefined }) })
  const all = fc.record({
    'profit 2026-03': told,
    'revenue 2026-03': told,
    'profit 2025-03': told,
    'revenue 2025-03': told,
  })
  fc.assert(
    fc.property(all, (drawn) => {
      const environment = figuresAt({ library, figures: figuresOf(drawn), period })
      const tree = explain(expression, environment)
      const leaves = leavesOf(tree)
      const found = (code: string, when: Period, beside?: Period) =>
        leaves.find((leaf) => {
          const isSame = codes[leaf.name ?? ''] === code && leaf.when === when
          return isSame && leaf.beside === beside
        })?.value
      const again = figuresAt({
        library,
        period,
        figures: {
          value: (code, when) => found(code, when) ?? gap('missing'),
          base: (code, when) => found(code, parsePeriod('2025-03') ?? when, when),
        },
      })
      expect(tree.value).toBeTypeOf('number')
      expect(evaluate(expression, again)).toEqual(tree.value)
    }),
  )
})

test('a base is told with the report it stands in', () => {
  const told = { 'profit 2026-03': { value: 500, base: 400 } }
  const tree = explain(expression, figuresAt({ library, figures: figuresOf(told), period }))
  const bases = leavesOf(tree).filter(({ beside }) => beside !== undefined)
  expect(bases.map(({ name, when, beside }) => `${name} ${when} ${beside}`)).toContain(
    '利润总额 2025-03 2026-03',
  )
})
