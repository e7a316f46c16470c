import { expect, test } from 'vitest'
import { directionOf, indicatorKey, isShareOfWhole } from './indicator.ts'

test.each([
  ['规模以上工业总产值', '规上工业产值'],
  ['全区规模以上工业总产值', '规上工业总产值'],
  ['规模工业全员劳动生产率', '规上工业全员劳动生产率'],
  ['规模以上工业企业 R&D 经费支出占主营业务收入比重', '规上工业研发投入强度'],
  ['建有研发机构的规模以上工业企业数量占比', '有研发机构的规上工业企业比例'],
  ['研究与试验发展（R&D）经费支出占地区生产总值比重', '研发经费投入占GDP的比例'],
  ['大健康产业的工业总产值', '大健康产业集群'],
  ['“专精特新”企业数量', '专精特新企业'],
  ['规模以上工业企业数', '规上工业企业'],
  ['“十四五”新实施智能化改造项目', '累计实施智能化改造项目'],
  ['工业固体废物综合利用率', '工业固废综合利用率'],
])('%s and %s are one indicator', (a, b) => {
  expect(indicatorKey(a)).toBe(indicatorKey(b))
})

test.each([
  ['规模以上工业总产值', '工业总产值'],
  ['工业增加值', '工业增加值率'],
  ['高新技术企业数', '高新技术制造业企业数'],
  ['研发经费支出占地区生产总值比重', '研发经费支出占营业收入比重'],
  ['装备制造产业产值', '装备制造企业'],
])('%s and %s are two', (a, b) => {
  expect(indicatorKey(a)).not.toBe(indicatorKey(b))
})

test.each([
  ['规上工业全员劳动生产率', 'up'],
  ['单位工业增加值能耗', 'down'],
  ['主要污染物排放总量', 'down'],
  ['污水处理率', undefined],
  ['单位工业增加值能耗下降率', undefined],
  ['煤炭消费比重', undefined],
  ['传统产业占比', undefined],
])('%s should go %s', (name, direction) => {
  expect(directionOf(name)).toBe(direction)
})

test.each([
  ['战略性新兴产业产值占比', true],
  ['关键工序数控化率', true],
  ['单位能耗下降率', false],
  ['工业投资增长率', false],
  ['两化融合发展水平', false],
])('%s is a part of a whole: %s', (name, isShare) => {
  expect(isShareOfWhole(name)).toBe(isShare)
})
