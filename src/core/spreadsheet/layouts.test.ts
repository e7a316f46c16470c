import { expect, test } from 'vitest'
import type { IndicatorKind } from '#core/indicator/definition.ts'
import { subjectKey, type SubjectKind } from '#core/indicator/figure.ts'
import type { Frequency } from '#core/period/period.ts'
import { drawnGrid } from '#test/drawn-grid.ts'
import { cellName, type Grid, sheetOf } from './grid.ts'
import type { Decisions } from './mapping.ts'
import { confidenceOf } from './mapping.ts'
import { nameIndex, type KnownIndicator, type KnownSubject } from './names.ts'
import { proposeTable, settledDecisions } from './propose.ts'
import { sheetFigures } from './sheet-figures.ts'
import { findTables } from './tables.ts'

function indicator(
  code: string,
  name: string,
  unit: string,
  aliases: readonly string[] = [],
  kind: IndicatorKind = 'flow',
  frequency: Frequency = 'month',
): KnownIndicator {
  return { code, name, unit, aliases, kind, frequency }
}

const indicators: readonly KnownIndicator[] = [
  indicator('industrial-output', '规模以上工业总产值', '万元', ['规上工业总产值', '工业总产值']),
  indicator('sales-output', '工业销售产值', '万元', ['规上工业销售产值']),
  indicator('export-delivery', '出口交货值', '万元'),
  indicator('operating-revenue', '营业收入', '万元', ['规上工业营业收入']),
  indicator('profit', '利润总额', '万元'),
  indicator('value-added', '规模以上工业增加值', '万元'),
  indicator('value-added-growth', '规模以上工业增加值增速', '%', [], 'rate'),
  indicator('electricity-use', '工业用电量', '万千瓦时', ['用电量']),
  indicator('energy', '综合能源消费量', '吨标准煤', ['综合能耗']),
  indicator('investment', '工业投资', '万元', [], 'flow', 'calendar-month'),
  indicator('enterprises', '规模以上工业企业数', '家', ['规上工业企业数'], 'count'),
  indicator('assets', '资产总计', '万元', [], 'stock'),
  indicator('liabilities', '负债合计', '万元', [], 'stock'),
]

function subject(
  kind: SubjectKind,
  code: string,
  name: string,
  otherNames: readonly string[] = [],
  codes: readonly string[] = [],
): KnownSubject {
  return { subject: { kind, code }, name, otherNames, codes }
}

const region = subject('region', '999901', '青澜区')
const subjects: readonly KnownSubject[] = [
  region,
  subject('park', 'park-01', '高新园区', ['高新技术产业园']),
  subject('park', 'park-02', '临港园区'),
  subject('enterprise', 'e1', '青澜区远川机械有限公司', [], ['91999901MA0000001A']),
  subject('enterprise', 'e2', '青澜明泰电子股份有限公司', ['明泰电子'], ['91999901MA0000002B']),
  subject('enterprise', 'e3', '华岳新材料有限责任公司', [], ['91999901MA0000003C']),
]
const index = nameIndex({ indicators, subjects, region })

/** What is read of each table of a sheet: `park:park-01 industrial-output 2026-03 = 120 (base 100)`. */
function read(grid: Grid, fileName = '报表.xlsx', remembered?: Decisions, decisions?: Decisions) {
  const sheet = sheetOf(grid)
  return findTables(sheet).map((shape, table) => {
    const mapping = proposeTable(
      sheet,
      shape,
      { sheet: 0, table },
      { index, fileName, ...(remembered && { remembered }), ...(decisions && { decisions }) },
    )
    const { figures, cells, doubts } = sheetFigures(sheet, mapping, index)
    return {
      mapping,
      confidence: confidenceOf(mapping),
      figures: figures.map(
        (one) =>
          `${subjectKey(one.subject)} ${one.indicator} ${one.period} = ${one.value ?? one.gap}${one.base === undefined ? '' : ` (base ${one.base})`}`,
      ),
      refused: cells
        .filter(({ state }) => state === 'refused')
        .map(({ row, column, why }) => `${cellName(row, column)} ${why}`),
      passed: cells
        .filter(({ state }) => state === 'passed')
        .map(({ row, column, why }) => `${cellName(row, column)} ${why}`),
      doubts: doubts.map(
        ({ code, told, computed, row, column }) =>
          `${cellName(row, column)} ${code} ${told} ${computed}`,
      ),
    }
  })
}

function first(grid: Grid, fileName?: string, remembered?: Decisions, decisions?: Decisions) {
  const [table] = read(grid, fileName, remembered, decisions)
  if (!table) throw new Error('no table found')
  return table
}

const monthly = (title: string, month: string) => `
  | ${title} | < | < | < | < | < | < |
  | 填报单位：统计局 | | | | | 单位：千元 | < |
  | 序号 | 单位详细名称 | 统一社会信用代码 | 工业总产值 | < | 营业收入 | < |
  | ^ | ^ | ^ | ${month} | 上年同期 | ${month} | 上年同期 |
  | 1 | 远川机械有限公司 | 91999901MA0000001A | 1200 | 1000 | '1,150 | 990 |
  | 2 | 青澜明泰电子股份有限公司 | 91999901MA0000002B | ３０００ | 2500 | — | 2600 |
  | 3 | 新来的公司 | 91999901MA0000009Z | 50 | | 40 | |
  | 合计 | < | < | 4250 | 3500 | 1190 | 3590 |
  | 注：本表不含规下企业。 | | | | | | |`

test('a list of enterprises: subjects by code, 千元 in 万元, a dash is a gap, the total a check', () => {
  const table = first(drawnGrid(monthly('2026年1—3月规模以上工业企业主要指标', '1-3月')))
  expect(table.figures).toEqual([
    'enterprise:e1 industrial-output 2026-03 = 120 (base 100)',
    'enterprise:e1 operating-revenue 2026-03 = 115 (base 99)',
    'enterprise:e2 industrial-output 2026-03 = 300 (base 250)',
    'enterprise:e2 operating-revenue 2026-03 = not-reported (base 260)',
  ])
  expect(table.refused).toEqual(['D7 line-open', 'F7 line-open'])
  expect(table.doubts).toEqual([])
})

test('next month the layout is known, the decisions hold, and only the new enterprise is asked about', () => {
  const march = first(drawnGrid(monthly('2026年1—3月规模以上工业企业主要指标', '1-3月')))
  const april = first(
    drawnGrid(monthly('2026年1—4月规模以上工业企业主要指标', '1-4月')),
    '四月.xlsx',
    {
      ...settledDecisions(march.mapping),
      rows: {
        ...settledDecisions(march.mapping).rows,
        '91999901MA0000009Z': { use: 'figures', subject: { kind: 'enterprise', code: 'e3' } },
      },
    },
  )
  expect(april.mapping.fingerprint).toBe(march.mapping.fingerprint)
  expect(april.confidence).toBe(1)
  expect(april.figures).toContain('enterprise:e3 industrial-output 2026-04 = 5')
})

test('the indicators of a region: 本月 of a flow is passed over, 增速 checked or an indicator of its own', () => {
  const table = first(
    drawnGrid(`
    | 青澜区2026年3月主要经济指标 | < | < | < | < | < |
    | 指标名称 | 计量单位 | 本月 | 本年累计 | 上年同期累计 | 累计增速（%） |
    | 一、规模以上工业 | | | | | |
    | 规上工业总产值 | 亿元 | 12.5 | 36.2 | 33.0 | 9.7 |
    |   其中：出口交货值 | 亿元 | 1.1 | 3.4 | 3.6 | 5.6 |
    | 规模以上工业增加值 | % | | — | | 8.2 |
    | 工业用电量 | 亿千瓦时 | =0.8 | =2.4 | 2.2 | 9.1 |
    | 二、其他 | | | | | |
    | 规上工业企业数 | 户 | | 352 | 340 | |
    | 粮食产量 | 吨 | | 12 | 11 | |`),
  )
  expect(table.figures).toEqual([
    'region:999901 industrial-output 2026-03 = 362000 (base 330000)',
    'region:999901 export-delivery 2026-03 = 34000 (base 36000)',
    'region:999901 value-added 2026-03 = not-reported',
    'region:999901 value-added-growth 2026-03 = 8.2',
    'region:999901 electricity-use 2026-03 = 24000 (base 22000)',
    'region:999901 enterprises 2026-03 = 352 (base 340)',
  ])
  expect(table.doubts).toEqual(['F5 growth-differs 5.6 -5.6'])
  expect(table.refused).toEqual(['D10 line-open', 'E10 line-open'])
})

test('parks side by side: subjects in the head, indicators in the rows', () => {
  const table = first(
    drawnGrid(`
    | 各园区主要指标完成情况（2026年一季度） | < | < | < | < | < | < |
    | 指标 | 高新园区 | < | 临港园区 | < | 合计 | < |
    | ^ | 累计（万元） | 同比（%） | 累计（万元） | 同比（%） | 累计（万元） | 同比（%） |
    | 工业总产值 | 1,200.5 | 5.0%% | (30) | ▲3.1 | 1170.5 | 4 |
    | 工业投资 | 88 | … | / | | 88 | |`),
  )
  expect(table.figures).toEqual([
    'park:park-01 industrial-output 2026-03 = 1200.5',
    'park:park-02 industrial-output 2026-03 = -30',
    'park:park-01 investment 2026-03 = 88',
    'park:park-02 investment 2026-03 = not-reported',
  ])
})

test('1-2月 stands in the name of the sheet and the year in the file', () => {
  const table = first(
    drawnGrid(
      `
    | 园区 | 规上工业总产值（亿元） | 增速 | 规上工业企业数（家） |
    | 高新技术产业园 | 10.5 | 4.1 | 20 |
    | 临港园区管委会 | 20 | -1.2 | 31 |
    | 全区 | 30.5 | 0.6 | 51 |`,
      '1-2月',
    ),
    '2026年园区报表.xlsx',
  )
  expect(table.mapping.defaults).toMatchObject({ period: '2026-M1-2', periodFrom: 'sheet-name' })
  expect(table.figures).toEqual([
    'park:park-01 industrial-output 2026-M1-2 = 105000',
    'park:park-01 enterprises 2026-M1-2 = 20',
    'park:park-02 industrial-output 2026-M1-2 = 200000',
    'park:park-02 enterprises 2026-M1-2 = 31',
    'region:999901 industrial-output 2026-M1-2 = 305000',
    'region:999901 enterprises 2026-M1-2 = 51',
  ])
})

test('quarters side by side: each column has its period, sums of assets are no totals', () => {
  const table = first(
    drawnGrid(`
    | 规模以上工业财务状况 | < | < | < |
    | | | 单位：万元 | |
    | 指标 | 2025年一季度 | 2025年上半年 | 2025年前三季度 |
    | 资产总计 | 100 | 110 | 120 |
    | 负债合计 | 50 | 51 | 52 |
    | 利润总额 | 5 | 11 | #REF! |`),
  )
  expect(table.figures).toEqual([
    'region:999901 assets 2025-03 = 100',
    'region:999901 assets 2025-06 = 110',
    'region:999901 assets 2025-09 = 120',
    'region:999901 liabilities 2025-03 = 50',
    'region:999901 liabilities 2025-06 = 51',
    'region:999901 liabilities 2025-09 = 52',
    'region:999901 profit 2025-03 = 5',
    'region:999901 profit 2025-06 = 11',
  ])
  expect(table.refused).toEqual(['D6 error-cell'])
})

test('two years beside a growth: the earlier one is 上年同期 of the later', () => {
  const table = first(
    drawnGrid(`
    | 规上工业总产值分园区对比表 | < | < | < |
    | 园区 | 2024年 | 2025年 | 增长% |
    | 高新园区 | 100 | 110 | 10 |
    | 临港园区 | 200 | 190 | -5 |
    单位：亿元`),
  )
  expect(table.figures).toEqual([
    'park:park-01 industrial-output 2025-12 = 1100000 (base 1000000)',
    'park:park-02 industrial-output 2025-12 = 1900000 (base 2000000)',
  ])
})

test('energy: units in the head, words and lost formulas are refused with their place', () => {
  const table = first(
    drawnGrid(`
    | 2026年1-4月重点用能单位能耗 | < | < | < |
    | 企业名称 | 综合能源消费量（吨标准煤） | 用电量（万千瓦时） | 备注 |
    | 明泰电子 | 1234.5 | 88 | |
    | 华岳新材料 | 约一千 | = | 停产检修 |`),
  )
  expect(table.figures).toEqual([
    'enterprise:e2 energy 2026-04 = 1234.5',
    'enterprise:e2 electricity-use 2026-04 = 88',
  ])
  expect(table.refused).toEqual(['B4 words-not-figure', 'C4 formula-without-value'])
})

test('a csv without merges: the head of a group counts for the columns after it', () => {
  const table = first(
    drawnGrid(`
    | 地区 | 工业总产值 | | 利润总额 | |
    | | 2026年3月累计 | 同比增长 | 2026年3月累计 | 同比增长 |
    | 高新园区 | '12000.50 | '5.1 | '300 | '-2 |
    | 临港园区 | '9000 | '4 | '' | '' |`),
    '导出.csv',
  )
  expect(table.figures).toEqual([
    'park:park-01 industrial-output 2026-03 = 12000.5',
    'park:park-01 profit 2026-03 = 300',
    'park:park-02 industrial-output 2026-03 = 9000',
    'park:park-02 profit 2026-03 = not-reported',
  ])
})

test('two tables on a sheet are told apart', () => {
  const tables = read(
    drawnGrid(`
    | 表1 2026年3月园区产值 | < | < |
    | 园区 | 工业总产值（万元） | 同比% |
    | 高新园区 | 1 | 2 |
    | 临港园区 | 3 | 4 |
    | 注：快报数。 | | |
    | | | |
    | 表2 2026年3月园区投资 | < | < |
    | 园区 | 工业投资（万元） | 同比% |
    | 高新园区 | 5 | 6 |
    | 临港园区 | 7 | 8 |`),
  )
  expect(tables.map(({ figures }) => figures)).toEqual([
    ['park:park-01 industrial-output 2026-03 = 1', 'park:park-02 industrial-output 2026-03 = 3'],
    ['park:park-01 investment 2026-03 = 5', 'park:park-02 investment 2026-03 = 7'],
  ])
})

test('a total that is not the sum of its parts is told', () => {
  const table = first(
    drawnGrid(`
    | 2026年3月 | < |
    | 园区 | 工业总产值（万元） |
    | 高新园区 | 100 |
    | 临港园区 | 200 |
    | 合计 | 330 |`),
  )
  expect(table.doubts).toEqual(['B5 total-differs 330 300'])
})

test('periods in the rows: each row has its own', () => {
  const table = first(
    drawnGrid(`
    | 高新园区分月主要指标 | < | < |
    | 时间 | 工业总产值（万元） | 工业企业资产总计（万元） |
    | 2026年1-2月 | 10 | 100 |
    | 2026年1-3月 | 16 | 101 |
    | 2025年 | 80 | 99 |`),
    '分月.xlsx',
    undefined,
    { columns: { 工业企业资产总计: { use: 'figures', indicator: 'assets' } } },
  )
  expect(table.figures).toEqual([
    'park:park-01 industrial-output 2026-M1-2 = 10',
    'park:park-01 assets 2026-M1-2 = 100',
    'park:park-01 industrial-output 2026-03 = 16',
    'park:park-01 assets 2026-03 = 101',
    'park:park-01 industrial-output 2025-12 = 80',
    'park:park-01 assets 2025-12 = 99',
  ])
})

test('two tables beside each other are parted where both name their rows', () => {
  const tables = read(
    drawnGrid(`
    | 2026年3月 | | | | | |
    | 园区 | 工业总产值（万元） | | 园区 | 工业投资（万元） |
    | 高新园区 | 1 | | 高新园区 | 5 |
    | 临港园区 | 3 | | 临港园区 | 7 |`),
  )
  expect(tables.map(({ figures }) => figures)).toEqual([
    ['park:park-01 industrial-output 2026-03 = 1', 'park:park-02 industrial-output 2026-03 = 3'],
    ['park:park-01 investment 2026-03 = 5', 'park:park-02 investment 2026-03 = 7'],
  ])
})

test('a unit that cannot be turned into that of the indicator is refused, and so is a figure told twice', () => {
  const table = first(
    drawnGrid(`
    | 2026年3月 | < | < |
    | 园区 | 工业总产值（吨） | 工业投资（万元） |
    | 高新园区 | 1 | 5 |
    | 高新技术产业园 | 2 | 6 |`),
  )
  expect(table.figures).toEqual([])
  expect(table.refused).toEqual([
    'B3 unit-differs',
    'C3 told-twice',
    'B4 unit-differs',
    'C4 told-twice',
  ])
})
