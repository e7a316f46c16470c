import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gap } from '../expression/value.ts'
import { parsePeriod, type Period } from '../period/period.ts'
import type { IndicatorDefinition } from './definition.ts'
import { type Figures, figuresAt } from './figures-at.ts'
import { compileLibrary } from './library.ts'
import { lineageOf, reportedIn } from './lineage.ts'

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
  {
    ...rate,
    code: 'margin-change',
    name: '利润率变动',
    englishName: 'margin change',
    unit: '百分点',
    formula: '利润率 - 上年同期(利润率)',
  },
]
const compiled = compileLibrary(definitions)
if (!compiled.ok) throw new Error(JSON.stringify(compiled.error))
const library = compiled.value

const period = parsePeriod('2026-03') ?? ('2026-03' as Period)

interface Told {
  readonly value: number
  readonly base?: number
}

function figuresOf(told: Readonly<Record<string, Told>>): Figures {
  return {
    value: (code, when) => told[`${code} ${when}`]?.value ?? gap('missing'),
    base: (code, when) => told[`${code} ${when}`]?.base,
  }
}

test('[L4] two steps lead from an indicator to the places that told its figures', () => {
  const told = {
    'profit 2026-03': { value: 500, base: 400 },
    'revenue 2026-03': { value: 1 },
    'revenue 2025-03': { value: 1 },
  }
  const tree = lineageOf(
    {
      library,
      figures: figuresOf(told),
      period,
      sourceOf: (code, when, isBase) => `${code}@${when}${isBase ? ' 上年同期' : ''}`,
    },
    '利润率变动',
  )
  if (!tree) throw new Error('the library has it')
  expect([tree.value, tree.origin, tree.indicator]).toEqual([1, 'formula', 'margin-change'])
  expect(
    reportedIn(tree).map(({ source, value, unit }) => `${source} ${JSON.stringify(value)}${unit}`),
  ).toEqual([
    'profit@2026-03 500万元',
    'revenue@2026-03 1亿元',
    'profit@2026-03 上年同期 400万元',
    'revenue@2025-03 1亿元',
  ])
})

test('[L4] the figures a lineage ends in give the value again', () => {
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
      const figures = figuresOf(drawn as Readonly<Record<string, Told>>)
      const sourceOf = () => 'cell'
      const tree = lineageOf({ library, figures, period, sourceOf }, 'margin-change')
      if (!tree) throw new Error('the library has it')
      const leaves = reportedIn(tree)
      const again = figuresAt({
        library,
        period,
        figures: {
          value: (code, when) =>
            leaves.find((leaf) => leaf.indicator === code && leaf.period === when)?.value ??
            gap('missing'),
        },
      })
      expect(again.value('利润率变动')).toEqual(tree.value)
    }),
  )
})

test('what no library has has no lineage', () => {
  const options = { library, figures: figuresOf({}), period, sourceOf: () => undefined }
  expect(lineageOf(options, '没有')).toBeUndefined()
  expect(lineageOf(options, '利润率')?.value).toEqual({ gap: 'missing', name: '利润总额' })
})
