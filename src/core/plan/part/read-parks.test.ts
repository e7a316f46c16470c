import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnTable } from '#test/drawn-table.ts'
import { drawnScore, scoreParks } from '#test/reading-score-items.ts'
import type { SourceBlock } from '../../document/document.ts'
import { fromText } from '../../document/from-text.ts'
import { normalise } from '../../document/normalise.ts'
import { readParks } from './read-parks.ts'

const period = { start: 2021, end: 2025 }

/** `name | role | goal | industries | areas`. */
function drawn(blocks: readonly SourceBlock[]): string[] {
  return readParks(normalise(blocks), period).map(({ name, role, goal, industries, area }) =>
    [
      name,
      role ?? '·',
      goal ? `${goal.value}${goal.unit}` : '·',
      industries.join(' '),
      area.map(({ text }) => text).join(' '),
    ].join(' | '),
  )
}

test('paragraphs that open with a park say what it is for', () => {
  const text = `一、发展基础
东河工业园区建成面积5平方公里，重点发展纺织产业。
四、优化空间布局
东河工业园区。作为全县工业主战场，规划面积12.5平方公里，重点发展智能装备、新材料和食品加工，到2025年产值达到260亿元。
北山组团：主要布局发展以果汁为代表的绿色食品产业。
各园区要完善配套，重点发展生产性服务业。
加快园区基础设施建设。推进道路、供水等工程，占地3平方公里。`
  expect(drawn(fromText(text))).toEqual([
    '东河工业园区 | 全县工业主战场 | 260亿元 | 智能装备 新材料 食品加工 | 规划面积12.5平方公里',
    '北山组团 | · | · | 绿色食品产业 | ',
  ])
})

test('what a heading names, the paragraph below describes', () => {
  const text = `第五章 空间布局
第一节 临港经济开发区
规划总面积30平方公里，重点发展船舶配套、现代物流。
第二节 完善配套
加快建设标准厂房。`
  expect(drawn(fromText(text))).toEqual([
    '临港经济开发区 | · | · | 船舶配套 现代物流 | 规划总面积30平方公里',
  ])
})

test('a park behind its part in the layout, and again under its short name', () => {
  const text = `第四章 优化空间布局
第一节 构建“一核两带”格局
一核：江岚高新技术产业开发区。规划面积120平方公里，打造创新策源地，重点布局电子信息、生物医药产业。
两带：沿江制造产业带、滨海石化产业带。
第二节 重点平台
（一）江岚高新区。推动扩区提质，到2025年工业总产值达到1200亿元。`
  expect(drawn(fromText(text))).toEqual([
    '江岚高新技术产业开发区 | 创新策源地 | 1200亿元 | 电子信息 生物医药产业 | 规划面积120平方公里',
  ])
})

test('several parks in one paragraph, each with what its sentences say', () => {
  const text = `四、构建“一核两园”格局
两园支撑。北港产业园重点发展新材料，规划面积8平方公里；南溪医药园重点发展生物医药，到2025年产值达到130亿元。`
  const parks = readParks(normalise(fromText(text)), period)
  expect(parks.map(({ name, industries, citation }) => [name, industries, citation.quote])).toEqual(
    [
      ['北港产业园', ['新材料'], '北港产业园重点发展新材料，规划面积8平方公里；'],
      ['南溪医药园', ['生物医药'], '南溪医药园重点发展生物医药，到2025年产值达到130亿元。'],
    ],
  )
})

test('a table whose heads carry the units gives area and the last of its goals', () => {
  const table = drawnTable(`
园区 | 主导产业 | 规划面积（平方公里） | 2020年产值（亿元） | 2025年产值（亿元）
澜江先进材料园 | 新材料 | 7.2 | 240 | 390
合计 | — | 7.2 | 240 | 390`)
  const [park] = readParks(normalise([table]), period)
  expect(park).toMatchObject({
    name: '澜江先进材料园',
    industries: ['新材料'],
    area: [{ value: 7.2, unit: '平方公里' }],
    goal: { value: 390, unit: '亿元' },
  })
})

test('a table and the text speak of the same park', () => {
  const table = drawnTable(`
园区名称 | 功能定位 | 主导产业 | 规划面积 | 产值目标
南岭高新区 | 创新高地 | 电子信息、生物医药 | 8.2平方公里 | 力争达到500亿元`)
  const text =
    '三、布局\n南岭高新产业园：重点发展软件。\n南岭高新区，建成区面积3平方公里，重点发展集成电路。'
  expect(drawn([...fromText(text), table])).toEqual([
    '南岭高新产业园 | · | · | 软件 | ',
    '南岭高新区 | 创新高地 | 500亿元 | 电子信息 生物医药 | 8.2平方公里 建成区面积3平方公里',
  ])
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared)).each([
  ['dianjiang-2021-2025', 'park: recall 4/4, precision 4/4, fields 1/1'],
  ['qianjiang-2021-2025', 'park: recall 1/1, precision 1/1, fields 1/1'],
  ['qianjiang-action-2022', 'park: recall 2/2, precision 2/2, fields 1/1'],
  ['tongliang-2021-2025', 'park: recall 0/0, precision 0/0, fields 0/0'],
  ['yongchuan-2021-2025-rev', 'park: recall 5/5, precision 5/5, fields 10/10'],
])('the parks of %s', (name, expected) => {
  const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const document = normalise(fromText(readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')))
  const score = scoreParks(readParks(document, period), truth.parks)
  expect([score.misses, score.extras, drawnScore(score)]).toEqual([[], [], expected])
})
