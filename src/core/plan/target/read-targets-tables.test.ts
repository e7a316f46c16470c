import { expect, test } from 'vitest'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import { drawnTable } from '#test/drawn-table.ts'
import type { Target } from '../plan.ts'
import { readTargets } from './read-targets.ts'

const period = { start: 2026, end: 2030 }

/** `工业增加值 亿元 2025:512.6 2030=790 +9%`. */
function drawn({ indicator, unit, baseline, milestones, growth }: Target): string {
  const base = baseline ? [`${baseline.year}:${baseline.value ?? baseline.text}`] : []
  const years = milestones.map(
    ({ year, op, value, high, text, kind }) =>
      `${year}${op}${value ?? text}${high === undefined ? '' : `..${high}`}${kind === 'cumulative' ? '…' : ''}`,
  )
  const grows = growth.map(
    ({ to, value, unit: of, cumulative }) => `${to}+${value}${of}${cumulative ? '…' : ''}`,
  )
  return [indicator, ...(unit === undefined ? [] : [unit]), ...base, ...years, ...grows].join(' ')
}

function read(table: string, headRows = 1, caption = ''): readonly Target[] {
  const blocks = [...fromText(`一、主要目标\n${caption}`), drawnTable(table, headRows)]
  return readTargets(normalise(blocks), { period })
}

test('units stand in a column, bases and milestones in any order of years', () => {
  const targets = read(`
类别 | 指标名称 | 单位 | 2030年目标 | 2025年（预计） | “十五五”年均增长（%） | 属性
规模 | 规上工业增加值 | 亿元 | 790 | 512.6 | 9 | 预期性
^ | R&D经费投入强度 | % | 3.2 | 2.4 | [0.8] | 预期性
绿色 | 单位工业增加值能耗降低 | % | [13.5] | — | — | 约束性
^ | 主要污染物减排 | % | 完成省下达任务 | / | / | 约束性`)
  expect(targets.map(drawn)).toEqual([
    '规上工业增加值 亿元 2025:512.6 2030=790 2030+9%',
    'R&D经费投入强度 % 2025:2.4 2030=3.2 2030+0.8百分点…',
    '单位工业增加值能耗降低 % 2030=13.5…',
    '主要污染物减排 % 2030=完成省下达任务',
  ])
  expect(targets.map(({ category, attribute }) => `${category} ${attribute}`)).toEqual([
    '规模 预期性',
    '规模 预期性',
    '绿色 约束性',
    '绿色 约束性',
  ])
})

test('a head of two levels pairs each year with its growth', () => {
  expect(
    read(
      `
指标名称 | 2025年 | 2028年目标 | < | 2030年目标 | <
^ | ^ | 绝对值 | 年均增速 | 绝对值 | 年均增速
工业总产值（亿元） | 100 | 133.1 | 10% | 161 | 10%
其中：高技术占比（%） | 20 | ≥23 | 1个百分点 | 25左右 | 1个⏎百分点
利润率（%） | 8 | >6 | - | >6 | -`,
      2,
    ).map(drawn),
  ).toEqual([
    '工业总产值 亿元 2025:100 2028=133.1 2030=161 2028+10% 2030+10%',
    '高技术占比 % 2025:20 2028>=23 2030~25 2028+1百分点 2030+1百分点',
    '利润率 % 2025:8 2028>=6 2030>=6',
  ])
})

test('rows named by an industry take the measure from the caption, the head or the cell', () => {
  expect(
    read(
      `
产业名称 | 定位 | 2025年 | 2030年
新材料产业 | 全省基地 | 66.2 | 130
合计 | - | 190 | 450`,
      1,
      '表2 支柱产业产值目标（单位：亿元）',
    ).map(drawn),
  ).toEqual([
    '新材料产业产值 亿元 2025:66.2 2030=130',
    '合计（支柱产业产值） 亿元 2025:190 2030=450',
  ])
  const parks = read(`
园区名称 | 规划面积（平方公里） | 2030年工业总产值（亿元） | 2030年税收（亿元）
东部产业园 | 12.5 | 300 | 9`)
  expect(parks.map(drawn)).toEqual([
    '东部产业园工业总产值 亿元 2030=300',
    '东部产业园税收 亿元 2030=9',
  ])
  expect(parks[0]?.scope).toEqual({ kind: 'park', name: '东部产业园' })
})

test.each<[string, string, readonly string[]]>([
  [
    'units in the name, attributes in a column of notes',
    `
序号 | 指标（单位） | 2025 | 2028 | 2030 | 备注
1 | 工业增加值（亿元） | 100 | 120 | 160 | 预期性`,
    ['工业增加值 亿元 2025:100 2028=120 2030=160'],
  ],
  [
    'groups in rows of their own',
    `
指标 | 单位 | “十四五”末 | “十五五”目标 | 年均增速（%）
一、综合实力 | < | < | < | <
工业增加值 | 亿元 | 100 | 160 | 9.9
其中：#高技术产值 | 亿元 | 30 | 60 | 15`,
    ['工业增加值 亿元 2025:100 2030=160 2030+9.9%', '高技术产值 亿元 2025:30 2030=60 2030+15%'],
  ],
  [
    'two halves side by side',
    `
指标 | 2025年 | 2030年 | 指标 | 2025年 | 2030年
工业总产值（亿元） | 300 | 500 | 规上企业（家） | 50 | 80`,
    ['工业总产值 亿元 2025:300 2030=500', '规上企业 家 2025:50 2030=80'],
  ],
  [
    'a row a year',
    `
年度 | 工业总产值（亿元） | 规上企业（家）
2025年 | 300 | 60
2028年 | 400 | 70
2030年 | 500 | ≥80`,
    ['工业总产值 亿元 2025:300 2028=400 2030=500', '规上企业 家 2025:60 2028=70 2030>=80'],
  ],
  [
    'several promises in one cell',
    `
产业链 | 链主企业 | 2030年目标
新能源汽车 | 某公司 | 产值突破500亿元
生物医药 | 某公司 | 产值达到100亿元，新增企业10家`,
    ['新能源汽车产值 亿元 2030>=500', '生物医药产值 亿元 2030=100', '新增企业 家 2030=10…'],
  ],
])('tables with %s', (_, table, expected) => {
  expect(read(table).map(drawn)).toEqual(expected)
})

test.each([
  [
    'history',
    `
指标 | 单位 | 2020年 | 2025年目标 | 2025年完成
工业增加值 | 亿元 | 80 | 120 | 118`,
  ],
  [
    'projects',
    `
项目名称 | 建设内容 | 总投资（亿元） | 2030年投资
某厂扩建 | 厂房10万平方米 | 5 | 3`,
  ],
  [
    'directions',
    `
园区名称 | 主导产业 | 规划面积
东部产业园 | 装备制造 | 总规划面积12.5平方公里`,
  ],
])('a table of %s holds no targets', (_, table) => {
  expect(read(table).map(drawn)).toEqual([])
})

test('a row is cited with its name and its figures', () => {
  const [target] = read(`
指标 | 2025年 | 2030年
工业总产值（亿元） | 100 | 161`)
  expect(target?.citation).toMatchObject({ where: 'table', section: '一、主要目标' })
  expect(target?.citation.quote.replace(/\s+/g, ' ')).toBe('工业总产值（亿元） 100 161')
})
