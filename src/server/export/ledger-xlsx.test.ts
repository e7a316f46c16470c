import type { Id } from '#core/id.ts'
import type { LedgerTarget } from '#contract/target.ts'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { ledgerXlsx } from './ledger-xlsx.ts'

const now = new Date('2026-03-31T08:00:00Z')

function aTarget(content: Partial<LedgerTarget['content']>): LedgerTarget {
  return {
    id: '0' as Id<'plan-target'>,
    region: { code: '999999', name: '某区', simulated: true },
    planId: '0' as Id<'plan'>,
    planTitle: '某规划',
    number: 1,
    position: 0,
    content: { indicator: '规模以上工业总产值', milestones: [], growth: [], ...content },
    path: 'geometric',
    pathChosen: false,
    revision: 0,
    versions: 1,
  }
}

/** The row of the one target, by column title. */
async function rowOf(content: Partial<LedgerTarget['content']>): Promise<Record<string, unknown>> {
  const { sheets } = await readXlsx(await ledgerXlsx({ targets: [aTarget(content)], now }))
  const [head = [], row = []] = sheets[0]?.rows ?? []
  return Object.fromEntries(head.map((title, index) => [String(title), row[index]]))
}

test('years are columns in order and their figures are numbers', async () => {
  const row = await rowOf({
    unit: '亿元',
    baseline: { year: 2025, value: 0.1 },
    milestones: [
      { year: 2030, value: 300, op: '>=', kind: 'level', text: '突破300' },
      { year: 2027, value: 200, op: '=', kind: 'level', text: '200' },
    ],
  })
  expect(row).toMatchObject({
    地区: '某区（模拟数据）',
    基期年: 2025,
    基期值: 0.1,
    '2027年': 200,
    '2030年': 300,
  })
  const titles = Object.keys(row)
  expect(titles.indexOf('2027年')).toBeLessThan(titles.indexOf('2030年'))
})

test('a range, a pair and words stand as printed; what is not there stays empty', async () => {
  const row = await rowOf({
    milestones: [
      { year: 2026, value: 1, high: 3, op: '~', kind: 'level', text: '1—3家' },
      { year: 2027, value: 5, stretch: 8, op: '=', kind: 'level', text: '确保5家，力争8家' },
      { year: 2030, op: '=', kind: 'level', text: '达到全国平均水平' },
    ],
  })
  expect(row).toMatchObject({
    '2026年': '1—3家',
    '2027年': '确保5家，力争8家',
    '2030年': '达到全国平均水平',
  })
  expect(row['基期值'] ?? null).toBeNull()
})

test('growth says its years and whether it is a yearly one', async () => {
  const row = await rowOf({
    growth: [
      { from: 2025, to: 2030, value: 8.5, unit: '%' },
      { from: 2025, to: 2030, value: -13.5, unit: '%', cumulative: true },
    ],
  })
  expect(row['增速']).toBe('2025—2030年年均 +8.5%\n2025—2030年累计 -13.5%')
})

test('the moment of the export is a date', async () => {
  const { sheets } = await readXlsx(await ledgerXlsx({ targets: [], now }))
  expect(sheets[1]?.rows[1]).toEqual(['导出时间（世界时）', now])
})
