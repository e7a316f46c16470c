import type { IndicatorKind } from '#core/indicator/definition.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import type { Frequency } from '#core/period/period.ts'
import { sheetOf } from '#core/spreadsheet/grid.ts'
import { type KnownIndicator, type KnownSubject, nameIndex } from '#core/spreadsheet/names.ts'
import { proposeTable } from '#core/spreadsheet/propose.ts'
import { sheetFigures } from '#core/spreadsheet/sheet-figures.ts'
import { findTables } from '#core/spreadsheet/tables.ts'
import { type CellValue, writeXlsx, type WriteSheet } from 'hucre'
import { expect, test } from 'vitest'
import { readWorkbook } from './reading/read-workbook.ts'

/** `code 名称 单位 kind frequency`, a line each. */
const indicators = `
industrial-output 工业总产值 千元 flow month
export-delivery-value 出口交货值 千元 flow month
operating-revenue 营业收入 千元 flow month
total-profit 利润总额 千元 flow month
industrial-value-added 工业增加值 千元 flow month
industrial-value-added-growth 工业增加值增速 % rate month
electricity-use 工业用电量 万千瓦时 flow month
energy-consumption 综合能源消费量 吨标准煤 flow month
industrial-investment 工业投资 万元 flow calendar-month
total-assets 资产总计 千元 stock month
above-scale-enterprises 规上工业企业数 家 count month
patents 发明专利数 件 count year`
  .trim()
  .split('\n')
  .map((line): KnownIndicator => {
    const [code = '', name = '', unit = '', kind = '', frequency = ''] = line.split(' ')
    return {
      code,
      name,
      unit,
      aliases: [],
      kind: kind as IndicatorKind,
      frequency: frequency as Frequency,
    }
  })

function subject(kind: 'region' | 'park' | 'enterprise', code: string, name: string): KnownSubject {
  return { subject: { kind, code }, name, otherNames: [], codes: [] }
}

const region = subject('region', '999901', '青澜区')
const index = nameIndex({
  indicators,
  region,
  subjects: [
    subject('park', 'park-01', '高新园区'),
    subject('park', 'park-02', '临港园区'),
    subject('enterprise', 'e1', '青澜区远川机械有限公司'),
    subject('enterprise', 'e2', '明泰电子股份有限公司'),
  ],
})

type Rows = CellValue[][]
const merge = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
  startRow,
  startCol,
  endRow,
  endCol,
})

/** What is read of the file, table by table. */
async function read(name: string, content: Uint8Array): Promise<readonly string[]> {
  const workbook = await readWorkbook({ name, bytes: content })
  if (!workbook.ok) throw new Error(workbook.error.code)
  return workbook.value.grids.flatMap((grid, position) => {
    const sheet = sheetOf(grid)
    return findTables(sheet).flatMap((shape, table) => {
      const mapping = proposeTable(
        sheet,
        shape,
        { sheet: position, table },
        { index, fileName: name },
      )
      return sheetFigures(sheet, mapping, index).figures.map(
        (one) =>
          `${subjectKey(one.subject)} ${one.indicator} ${one.period} ${one.value ?? one.gap}${one.base === undefined ? '' : ` / ${one.base}`}`,
      )
    })
  })
}

function xlsx(...sheets: readonly WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [...sheets] })
}

const enterpriseList: Rows = [
  ['2026年4月规模以上工业企业产值快报', null, null, null, null],
  [null, null, null, '单位：万元', null],
  ['序号', '企业名称', '工业总产值', null, null],
  [null, null, '本月', '本年累计', '上年同期'],
  [1, '远川机械有限公司', 30, 120, 100],
  [2, '明泰电子股份有限公司', 50, '２００.５', 180],
  ['合计', null, 80, 320.5, 280],
]

const regionTable: Rows = [
  ['指标', '单位', '本月', '累计', '增速（%）'],
  ['规上工业总产值', '亿元', 12.5, 36.2, 9.7],
  ['    其中：出口交货值', '亿元', 1, 3.4, 6.3],
  ['规上工业增加值', '%', '—', '—', 8.2],
]

const parks: Rows = [
  ['指标', '高新园区', null, '临港园区', null],
  [null, '2026年1-5月', '同比±%', '2026年1-5月', '同比±%'],
  ['工业总产值（万元）', 10, 0.05, 20, -0.01],
  ['工业投资（亿元）', 1.5, 0.1, '…', null],
]

const quarters: Rows = [
  ['规模以上工业财务状况（单位：亿元）', null, null, null],
  ['项目', '2025年一季度', '2025年上半年', '2025年前三季度'],
  ['资产总计', 10, 11, 12],
  ['利润总额', 0.5, 1.1, '(0.2)'],
]

const energy: Rows = [
  ['2026年1—6月重点用能企业能耗情况', null, null],
  ['单位名称', '综合能源消费量', '工业用电量'],
  [null, '吨标准煤', '亿千瓦时'],
  ['远川机械', 1234.5, 0.02],
  ['明泰电子', 88, 0.01],
]

const months: Rows = [
  ['园区', '2026年1-2月', '2026年1-3月', '2026年1-4月'],
  ['高新园区', 10, 16, 22],
  ['临港园区', 20, 31, null],
]

const form: Rows = [
  ['工业产销总值及主要产品产量', null, null, null, null, null, null],
  [null, null, null, null, null, '表　　号：', 'B204－1表'],
  ['统一社会信用代码□□□□□□□□□', null, null, null, null, '制定机关：', '国家统计局'],
  [
    '单位详细名称：青澜区远川机械有限公司',
    null,
    null,
    '2026年3月',
    null,
    '有效期至：',
    '2027年1月',
  ],
  ['指标名称', '计量单位', '代码', '本年', null, '上年同期', null],
  [null, null, null, '本月', '1—本月', '本月', '1—本月'],
  ['甲', '乙', '丙', '1', '2', '3', '4'],
  ['工业总产值（当年价格）', '千元', '01', 300, 900, 280, 850],
  ['  其中：出口交货值', '千元', '04', 20, 60, 18, 55],
  [
    '单位负责人：张三',
    null,
    '统计负责人：李四',
    null,
    '填表人：王五',
    null,
    '报出日期：2026年4月7日',
  ],
  ['说明：统计范围为规模以上工业法人单位。', null, null, null, null, null, null],
]

const long: Rows = [
  ['单位', '指标', '时期', '数值', '计量单位'],
  ['高新园区', '工业总产值', '2026年3月', '1800', '万元'],
  ['高新园区', '营业收入', '2026-04-30', '1700', '万元'],
  ['临港园区', '工业总产值', '2026/5/31', '1200', '万元'],
]

const yearbook: Rows = [
  ['7-2  规模以上工业企业主要指标(2025年)', null, null],
  ['Main Indicators of Industrial Enterprises above Designated Size', null, null],
  [null, null, '单位：万元'],
  ['项    目\nItem', '工业总产值\nGross Output', '利润总额\nTotal Profits'],
  ['总    计  Total', 300_000, 9000],
  ['高新园区', 180_000, 6000],
  ['临港园区', 120_000, 3000],
]

const continued: Rows = [
  ['2026年1-5月重点企业产值（万元）', null, null],
  ['序号', '企业名称', '工业总产值'],
  [1, '远川机械有限公司', 100],
  ['续表', null, null],
  ['序号', '企业名称', '工业总产值'],
  [2, '明泰电子股份有限公司', 200],
  ['总计', null, 300],
]

test.each<[string, string, WriteSheet, readonly string[]]>([
  [
    'a monthly list of enterprises',
    '快报.xlsx',
    {
      name: 'Sheet1',
      rows: enterpriseList,
      merges: [
        merge(0, 0, 0, 4),
        merge(2, 0, 3, 0),
        merge(2, 1, 3, 1),
        merge(2, 2, 2, 4),
        merge(6, 0, 6, 1),
      ],
    },
    [
      'enterprise:e1 industrial-output 2026-04 1200 / 1000',
      'enterprise:e2 industrial-output 2026-04 2005 / 1800',
    ],
  ],
  [
    'the indicators of a region by month, to date and growth',
    '青澜区2026年3月.xlsx',
    { name: '主要指标', rows: regionTable },
    [
      'region:999901 industrial-output 2026-03 3620000',
      'region:999901 export-delivery-value 2026-03 340000',
      'region:999901 industrial-value-added 2026-03 not-reported',
      'region:999901 industrial-value-added-growth 2026-03 8.2',
    ],
  ],
  [
    'parks side by side with percentages',
    '园区.xlsx',
    {
      name: '园区',
      rows: parks,
      columns: [{}, {}, { numFmt: '0.0%' }, {}, { numFmt: '0.0%' }],
      merges: [merge(0, 0, 1, 0), merge(0, 1, 0, 2), merge(0, 3, 0, 4)],
    },
    [
      'park:park-01 industrial-output 2026-05 100',
      'park:park-02 industrial-output 2026-05 200',
      'park:park-01 industrial-investment 2026-05 15000',
      'park:park-02 industrial-investment 2026-05 not-reported',
    ],
  ],
  [
    'a sheet of 1-2月',
    '2026年.xlsx',
    {
      name: '1-2月',
      rows: [
        ['园区', '规上工业企业数', '工业总产值（亿元）'],
        ['高新园区', 20, 1.5],
        ['临港园区', 31, 2],
      ],
    },
    [
      'park:park-01 above-scale-enterprises 2026-M1-2 20',
      'park:park-01 industrial-output 2026-M1-2 150000',
      'park:park-02 above-scale-enterprises 2026-M1-2 31',
      'park:park-02 industrial-output 2026-M1-2 200000',
    ],
  ],
  [
    'finance by quarter',
    '财务.xlsx',
    { name: '财务', rows: quarters, merges: [merge(0, 0, 0, 3)] },
    [
      'region:999901 total-assets 2025-03 1000000',
      'region:999901 total-assets 2025-06 1100000',
      'region:999901 total-assets 2025-09 1200000',
      'region:999901 total-profit 2025-03 50000',
      'region:999901 total-profit 2025-06 110000',
      'region:999901 total-profit 2025-09 -20000',
    ],
  ],
  [
    'two years and their growth',
    '对比.xlsx',
    {
      name: '专利',
      rows: [
        ['园区', '2024年', '2025年', '增长率'],
        ['高新园区', 100, 110, '10%'],
        ['临港园区', 50, 45, '-10%'],
      ],
    },
    [],
  ],
  [
    'energy in 吨标准煤 and 亿千瓦时',
    '能耗.xlsx',
    { name: '能耗', rows: energy },
    [
      'enterprise:e1 energy-consumption 2026-06 1234.5',
      'enterprise:e1 electricity-use 2026-06 200',
      'enterprise:e2 energy-consumption 2026-06 88',
      'enterprise:e2 electricity-use 2026-06 100',
    ],
  ],
  [
    'a statistical form of one enterprise, whose head says more than one date',
    'B204-1.xlsx',
    { name: 'B204-1', rows: form, merges: [merge(4, 3, 4, 4), merge(4, 5, 4, 6)] },
    [
      'enterprise:e1 industrial-output 2026-03 900 / 850',
      'enterprise:e1 export-delivery-value 2026-03 60 / 55',
    ],
  ],
  [
    'a line for each figure, with months, days and dates as text',
    '明细.xlsx',
    { name: 'Sheet1', rows: long },
    [
      'park:park-01 industrial-output 2026-03 18000',
      'park:park-01 operating-revenue 2026-04 17000',
      'park:park-02 industrial-output 2026-05 12000',
    ],
  ],
  [
    'a page of a yearbook that says everything in English too',
    '年鉴.xlsx',
    { name: '7-2', rows: yearbook },
    [
      'park:park-01 industrial-output 2025-12 1800000',
      'park:park-01 total-profit 2025-12 60000',
      'park:park-02 industrial-output 2025-12 1200000',
      'park:park-02 total-profit 2025-12 30000',
    ],
  ],
  [
    'a table that goes on under its head once more',
    '续表.xlsx',
    { name: '企业', rows: continued },
    [
      'enterprise:e1 industrial-output 2026-05 1000',
      'enterprise:e2 industrial-output 2026-05 2000',
    ],
  ],
  [
    'months to date side by side',
    '各园区工业总产值.xlsx',
    { name: '工业总产值（万元）', rows: months },
    [
      'park:park-01 industrial-output 2026-M1-2 100',
      'park:park-01 industrial-output 2026-03 160',
      'park:park-01 industrial-output 2026-04 220',
      'park:park-02 industrial-output 2026-M1-2 200',
      'park:park-02 industrial-output 2026-03 310',
      'park:park-02 industrial-output 2026-04 not-reported',
    ],
  ],
])('%s comes through a workbook', async (_, name, sheet, expected) => {
  expect(await read(name, await xlsx(sheet))).toEqual(expected)
})

test('the same two years are read once the title names the indicator', async () => {
  const rows: Rows = [
    ['各园区发明专利数', null, null, null],
    ['园区', '2024年', '2025年', '增长率'],
    ['高新园区', 100, 110, '10%'],
    ['临港园区', 50, 45, '-10%'],
  ]
  expect(await read('对比.xlsx', await xlsx({ name: 'Sheet1', rows }))).toEqual([
    'park:park-01 patents 2025 110 / 100',
    'park:park-02 patents 2025 45 / 50',
  ])
})

test('of several units above a table the one that can be another multiple holds', async () => {
  const rows: Rows = [
    ['2026年一季度工业经济运行情况', null, null],
    ['单位：亿元、%、家', null, null],
    ['指标', '一季度', '同比'],
    ['规上工业总产值', 30, '5.2%'],
    ['规上工业企业数', 120, null],
    ['工业投资', 7.5, '-2.1%'],
  ]
  expect(await read('运行.xlsx', await xlsx({ name: 'Sheet1', rows }))).toEqual([
    'region:999901 industrial-output 2026-03 3000000',
    'region:999901 above-scale-enterprises 2026-03 120',
    'region:999901 industrial-investment 2026-03 75000',
  ])
})

test('a csv in GB18030 with heads that stand over two columns', async () => {
  const text =
    '地区,工业总产值（万元）,,利润总额（万元）,\r\n,2026年3月累计,同比增长,2026年3月累计,同比增长\r\n高新园区,"12,000.50",5.1,300,-2\r\n临港园区,9000,4,,\r\n'
  expect(await read('导出.csv', gb18030(text))).toEqual([
    'park:park-01 industrial-output 2026-03 120005',
    'park:park-01 total-profit 2026-03 3000',
    'park:park-02 industrial-output 2026-03 90000',
    'park:park-02 total-profit 2026-03 not-reported',
  ])
})

/** Text in GB18030: what a decoder reads back is looked up for each pair of bytes. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, readonly number[]>()
  for (let high = 0xa1; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      bytes.set(decoder.decode(new Uint8Array([high, low])), [high, low])
    }
  }
  return new Uint8Array(Array.from(text).flatMap((sign) => bytes.get(sign) ?? [sign.charCodeAt(0)]))
}
