import { expect, test } from 'vitest'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import { readTargets } from '../target/read-targets.ts'

const period = { start: 2026, end: 2030 }

type Rows = readonly (readonly string[])[]

// A cell left empty is covered by the one above it.
const tables = {
  'categories and numbers': `
    类别 序号 指标名称 单位 2025年 2027年 2030年 年均增速（%） 属性
    规模效益 1 规模以上工业总产值 亿元 612.4 760 1000 10.3 预期性
    _ 2 规模以上工业增加值 亿元 148.5 — 225 8.7 预期性
    创新驱动 3 高新技术企业数 家 126 160 220 — 预期性
    _ 4 高技术制造业增加值占规模以上工业增加值比重 % 16.8 18.5 22 〔5.2〕 预期性
    绿色低碳 5 规模以上工业单位增加值能耗降低 % — 〔5.5〕 〔14〕 — 约束性
    _ 6 一般工业固体废物综合利用率 % 93.2 ≥94 ≥95 — 预期性`,
  'a column a year': `
    指标 单位 2025年实绩 2026年 2027年 2028年 2029年 2030年 属性 责任部门
    规上工业产值 亿元 500 550 605 665 730 800 预期性 区工信局
    工业投资增速 % 9.6 10 10 10 10 10左右 预期性 区发改委
    技改投资占工业投资比重 % 35.2 36 37 38 39 ≥40 预期性 区工信局
    单位工业增加值能耗下降率 % - 2.8 2.8 2.8 2.8 2.8 约束性 区发改委`,
  'industries by number': `
    序号 产业链名称 2025年产值（亿元） 2028年产值（亿元） 2030年产值（亿元） 链长单位
    1 新型显示 120 200 280 市工信局
    2 生物医药 85 130 180 市卫健委
    3 智能网联汽车 210 330 450 市发改委`,
  'categories, no attribute': `
    领域 主要指标 计量单位 2025年完成 2028年目标 2030年目标
    质量效益 制造业增加值占GDP比重 % 28.4 29.5 30.5
    _ 全员劳动生产率 万元/人 31.2 36 40
    创新发展 发明专利拥有量 件 1260 1800 2400
    _ 省级以上研发平台 个 88 120 150
    数字转型 上云企业 万家 0.6 0.9 1.2
    _ 关键工序数控化率 % 55.1 62 68`,
}

const forms: Readonly<Record<string, (rows: Rows) => string>> = {
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  'tabs, merged cells gone': (rows) => rows.map((row) => filled(row).join('\t')).join('\n'),
  spaces: (rows) => rows.map((row) => filled(row).join(' ')).join('\n'),
  'a cell a line': (rows) => rows.flatMap(filled).join('\n'),
  'a cell a line between blank lines': (rows) => rows.flatMap(filled).join('\n\n'),
  'a row between blank lines': (rows) => rows.map((row) => filled(row).join('\n')).join('\n\n'),
  'a cell a line begun by a tab': (rows) =>
    rows.map((row) => row.map((cell) => `\t${cell}`).join('\n')).join('\n\n'),
  'lines wrapped in heads and names': (rows) =>
    rows.flatMap((row, index) => filled(row).flatMap(wrappedAt(index === 0 ? 5 : 12))).join('\n'),
  'wrapped categories': ([head = [], ...rows]) =>
    [
      ...head,
      ...rows.flatMap(([category = '', ...cells]) => [
        ...(/^\d*$/.test(category) || head[0] === '指标' ? [category] : wrappedAt(2)(category)),
        ...cells,
      ]),
    ]
      .filter(Boolean)
      .join('\n'),
}

function filled(row: readonly string[]): readonly string[] {
  return row.filter((cell) => cell !== '')
}

/** A cell printed in a column of so many characters; those that hardly exceed it stay whole. */
function wrappedAt(width: number): (cell: string) => readonly string[] {
  return (cell) =>
    cell.length <= width + 1 ? [cell] : (cell.match(new RegExp(`.{1,${width}}`, 'g')) ?? [])
}

function rowsOf(drawing: string): Rows {
  return drawing
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(' ')
        .map((cell) => (cell === '_' ? '' : cell)),
    )
}

/** What is read from a table in a plan, without where it stands. */
function read(table: string): readonly unknown[] {
  const text = `某市制造业规划\n二、发展目标\n表1 主要指标\n${table}\n注：按现价计算。\n三、重点任务\n推进产业转型升级。\n`
  return readTargets(normalise(fromText(text)), { period }).map((target) => ({
    ...target,
    citation: undefined,
    doubts: undefined,
  }))
}

const cases = Object.entries(tables).flatMap(([name, drawing]) =>
  Object.keys(forms).map((form) => [name, form, drawing] as const),
)

test.each(cases)('a table of %s, written with %s, reads as one of pipes', (_, form, drawing) => {
  const rows = rowsOf(drawing)
  const expected = read(rows.map((row) => `|${row.join('|')}|`).join('\n'))
  expect(expected.length).toBe(rows.length - 1)
  expect(read(forms[form]?.(rows) ?? '')).toEqual(expected)
})
