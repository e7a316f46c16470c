import type { TargetContent } from '#contract/plan-items.ts'
import type { LedgerTarget } from '#contract/target.ts'
import { expect, test } from 'vitest'
import { baselineWords, growthCells, ledgerRows, milestoneYears, yearCells } from './ledger-rows.ts'

const content: TargetContent = {
  indicator: '产值',
  unit: '亿元',
  milestones: [
    { year: 2025, kind: 'level', op: '>=', value: 3280, stretch: 3500, unit: '亿元', text: '' },
    { year: 2022, kind: 'change', op: '=', value: -15, unit: '%', text: '' },
  ],
  growth: [{ from: 2020, to: 2025, value: 8.5, unit: '%' }],
}

function targets(...categories: (string | undefined)[]): LedgerTarget[] {
  return categories.map((category, index) => ({
    id: String(index) as LedgerTarget['id'],
    region: { code: 'r', name: '某区', simulated: false },
    planId: 'p' as LedgerTarget['planId'],
    planTitle: '',
    number: 1,
    position: index,
    content: { ...content, ...(category && { category }) },
    path: 'linear',
    pathChosen: false,
    revision: 1,
    versions: 1,
  }))
}

test('groups say how many they are, and those without one come last', () => {
  const rows = ledgerRows(targets(undefined, '效益', '效益'), 'category')
  expect(rows.map((row) => (row.kind === 'group' ? `${row.name}:${row.count}` : row.key))).toEqual([
    '效益:2',
    '1',
    '2',
    ':1',
    '0',
  ])
})

test('the columns are the years that occur', () => {
  expect(milestoneYears(targets(undefined))).toEqual([2022, 2025])
})

test('a figure shows its unit only where it is not that of the target', () => {
  expect(yearCells(content, 2025)).toEqual([
    { kind: 'level', isText: false, words: '≥3,280', stretch: '3,500' },
  ])
  expect(yearCells(content, 2022)).toEqual([{ kind: 'change', isText: false, words: '−15%' }])
  expect(yearCells(content, 2030)).toEqual([])
})

test('a base nobody gave is a dash', () => {
  expect(baselineWords(content)).toBe('—')
  expect(baselineWords({ ...content, baseline: { year: 2020, value: 0 } })).toBe('0')
})

test('growth carries its sign, its unit and its years', () => {
  expect(growthCells(content)).toEqual([{ words: '+8.5%', from: 2020, to: 2025 }])
})
