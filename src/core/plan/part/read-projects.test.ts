import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnTable } from '#test/drawn-table.ts'
import { drawnScore, scoreProjects } from '#test/reading-score-items.ts'
import type { SourceBlock } from '../../document/document.ts'
import { fromText } from '../../document/from-text.ts'
import { normalise } from '../../document/normalise.ts'
import type { Quantity } from '../../quantity/quantity.ts'
import { readProjects } from './read-projects.ts'

/** `no | name | sector | investment | land | output | years`, `·` where there is none. */
function drawn(...blocks: SourceBlock[]): string[] {
  return readProjects(normalise(blocks)).map((project) =>
    [
      project.no ?? '·',
      project.name,
      project.sector ?? '·',
      figure(project.investment),
      figure(project.land),
      figure(project.annualOutput),
      `${project.startYear ?? '·'}-${project.endYear ?? '·'}`,
    ].join(' | '),
  )
}

function figure(quantity: Quantity | undefined): string {
  return quantity?.value === undefined ? '·' : `${quantity.value}${quantity.unit ?? ''}`
}

test('headings inside a table give the sector, rows of sums are no projects', () => {
  const table = drawnTable(`
序号 | 项目名称 | 建设内容及规模 | 总投资（亿元） | 用地（亩） | 建设年限
合计 | | | 23.5 | 260 |
一 | 装备制造产业（2个） | | 20.5 | 200 |
1 | 某减速器项目 | 建设2条线，达产后年产值约6.5亿元。 | 12.5 | 120 | 2021-2023年
2 | 某铸件扩能 | 年产铸件3万吨 | 8 | 80 | 2022年
二、新材料 | < | < | < | < | <
3 | 某薄膜项目 | 新增年产值3000万元 | 3 | 60 | “十四五”
小计 | | | 3 | 60 |`)
  expect(drawn(table)).toEqual([
    '1 | 某减速器项目 | 装备制造产业 | 12.5亿元 | 120亩 | 6.5亿元 | 2021-2023',
    '2 | 某铸件扩能 | 装备制造产业 | 8亿元 | 80亩 | · | 2022-2022',
    '3 | 某薄膜项目 | 新材料 | 3亿元 | 60亩 | 3000万元 | 2021-2025',
  ])
})

test('a table without numbers, with its sector in a merged column and money in 万元', () => {
  const table = drawnTable(`
所属产业 | 重点项目 | 建设地点 | 投资额/万元 | 开工时间 | 竣工时间 | 责任单位
食品 | 某果汁加工 | 东镇 | 5,200 | 2022年3月 | 2023年12月 | 商务局
^ | 某冷链基地 | 西镇 | — | 2023 | 2025 | 商务局
总计 | | | 5,200 | | |`)
  expect(drawn(table)).toEqual([
    '· | 某果汁加工 | 食品 | 5200万元 | · | · | 2022-2023',
    '· | 某冷链基地 | 食品 | · | · | · | 2023-2025',
  ])
})

test('units stated once above the table, and a project without an end', () => {
  const lines = fromText('附表\n某县工业重点项目表\n单位：万元、亩')
  const table = drawnTable(`
序号 | 项目名称 | 建设内容 | 总投资 | 用地面积 | 建设年限
（一） | 食品加工（1个） | | 90000 | 380 |
1 | 某冷链园 | 建设冷库10万立方米 | 90000 | 380 | 2023-`)
  expect(drawn(...lines, table)).toEqual([
    '1 | 某冷链园 | 食品加工 | 90000万元 | 380亩 | · | 2023-·',
  ])
})

test('the investment is the whole, not the share of a year', () => {
  const table = drawnTable(`
序号 | 项目 | 主要内容 | 2023年计划投资（万元） | 投资（万元） | 建设起止年限
1 | 某钛材项目 | 年产钛棒3000吨 | 10000 | 25000 | 2022—2024
合计 | | | 10000 | 25000 |`)
  expect(drawn(table)).toEqual(['1 | 某钛材项目 | · | 25000万元 | · | · | 2022-2024'])
})

test('the section goes on over a table broken by a page', () => {
  const head = '序号 | 项目名称 | 建设性质 | 总投资（亿元） | 起止年限'
  const first = drawnTable(`
${head}
★ | 生物医药 | | |
1 | 某疫苗项目 | 新建 | 4 | 2021~2024`)
  const second = drawnTable(`
${head}
2 | 某耗材项目 | 扩建 | 1.2 | 2023~2025`)
  expect(drawn(first, { kind: 'paragraph', text: '' }, second)).toEqual([
    '1 | 某疫苗项目 | 生物医药 | 4亿元 | · | · | 2021-2024',
    '2 | 某耗材项目 | 生物医药 | 1.2亿元 | · | · | 2023-2025',
  ])
})

test('tables of targets, tasks and parks give no projects', () => {
  const tables = [
    drawnTable('指标名称 | 单位 | 2025年\n工业投资 | 亿元 | 120'),
    drawnTable('序号 | 任务 | 责任单位\n1 | 谋划项目 | 发改局'),
    drawnTable('园区名称 | 主导产业 | 规划面积\n东园区 | 食品 | 3平方公里'),
  ]
  expect(drawn(...tables)).toEqual([])
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared))('all projects of a long table with its head on every page', () => {
  const name = 'tongliang-2021-2025'
  const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const text = readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')
  const projects = readProjects(normalise(fromText(text)))
  const score = scoreProjects(projects, truth.projects)
  expect([score.misses, score.extras, drawnScore(score)]).toEqual([
    [],
    [],
    'project: recall 73/73, precision 73/73, fields 429/429',
  ])
  expect({
    count: projects.reduce((sum, { count = 0 }) => sum + count, 0),
    investment: projects.reduce((sum, { investment }) => sum + (investment?.value ?? 0), 0),
    land: projects.reduce((sum, { land }) => sum + (land?.value ?? 0), 0),
  }).toMatchObject({ count: 73, investment: 352, land: 5620 })
})
