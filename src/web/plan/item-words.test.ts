import type { ItemContent } from '#contract/plan-items.ts'
import { expect, test } from 'vitest'
import { itemFacts, itemTitle, yearsWords } from './item-words.ts'

function said(item: ItemContent): string[] {
  return itemFacts(item).map(({ name, when, words }) =>
    [name, when, words].filter(Boolean).join(' '),
  )
}

const target: ItemContent = {
  kind: 'target',
  content: {
    indicator: '工业投资',
    scope: { kind: 'park', name: '东部园区' },
    unit: '亿元',
    baseline: { year: 2020, value: 60 },
    milestones: [
      { year: 2025, kind: 'cumulative', op: '>=', value: 400, stretch: 450, text: '400亿元以上' },
    ],
    growth: [{ from: 2020, to: 2025, value: 8, unit: '%' }],
  },
}

test('a target says its base, its milestones with what is striven for, and its growth', () => {
  expect(itemTitle(target)).toBe('工业投资（东部园区）')
  expect(said(target)).toEqual([
    'baseline 2020 60 亿元',
    'cumulative 2025 ≥400 亿元',
    'stretch 2025 450 亿元',
    'growth 2020—2025 +8%',
  ])
})

test('a base given in words keeps its words; a missing one is a dash', () => {
  const content = { indicator: '能耗', milestones: [], growth: [] }
  const base = (baseline: { year: number; text?: string }) =>
    said({ kind: 'target', content: { ...content, baseline } })
  expect(base({ year: 2020, text: '全市平均' })).toEqual(['baseline 2020 全市平均'])
  expect(base({ year: 2020 })).toEqual(['baseline 2020 —'])
})

test('a task says who leads, who else answers, and by when; what is absent is left out', () => {
  expect(
    said({
      kind: 'task',
      content: {
        text: '建平台',
        lead: ['工信局'],
        responsible: [],
        deadline: { text: '2023年底' },
      },
    }),
  ).toEqual(['lead 工信局', 'deadline 2023年底'])
})

test.each([
  [2023, 2025, '2023—2025'],
  [2023, 2023, '2023'],
  [2023, undefined, '2023'],
  [undefined, 2025, '—2025'],
  [undefined, undefined, undefined],
])('the years %s to %s are written %s', (start, end, words) => {
  expect(yearsWords(start, end)).toBe(words)
})
