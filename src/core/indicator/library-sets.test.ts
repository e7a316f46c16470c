import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { IndicatorDefinition } from './definition.ts'

const folder = new URL('../../../data/indicators/', import.meta.url)
const library = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as IndicatorDefinition[],
  )
const known = new Map(
  library.flatMap(({ code, name, aliases }) => [name, ...aliases].map((each) => [each, code])),
)

/** The sets of the field by the names they go by. */
const sets: Readonly<Record<string, string>> = {
  '产销总值（B204-1）': '工业总产值 工业销售产值 出口交货值 工业用电量',
  '财务状况（B203-1）': `年初存货 流动资产合计 应收账款 存货 产成品 固定资产原价 累计折旧 本年折旧 资产总计 负债合计
    所有者权益合计 实收资本 营业收入 主营业务收入 营业成本 主营业务成本 税金及附加 销售费用 管理费用 研发费用 财务费用
    利息收入 利息费用 资产减值损失 公允价值变动收益 投资收益 其他收益 资产处置收益 营业利润 营业外收入 营业外支出 利润总额
    所得税费用 应付职工薪酬 应交增值税 平均用工人数`,
  核心指标: `产品销售率 产销率 工业增加值 工业增加值率 全员劳动生产率 R&D经费投入强度 规上工业研发投入强度 营业收入利润率
    每百元营业收入中的成本 每百元营业收入中的费用 每百元资产实现的营业收入 人均营业收入 资产负债率 产成品存货周转天数
    应收账款平均回收期`,
  工业经济效益综合指数: `总资产贡献率 资本保值增值率 资产负债率 流动资产周转率 成本费用利润率 全员劳动生产率 产品销售率
    工业经济效益综合指数`,
  '能源（205-1）': `煤炭消费量 天然气消费量 汽油消费量 柴油消费量 热力消费量 工业用电量 余热余压利用量 可再生能源利用量
    能源加工转换产出量 能源回收利用量 综合能源消费量 综合能源消费量等价值`,
  强度: `单位工业增加值能耗 单位工业增加值能耗下降率 单位产值能耗 单位产值电耗 节能量 一般工业固体废物综合利用率
    工业用水重复利用率 单位用地产出 单位工业增加值水耗 单位工业增加值水耗下降率 单位工业增加值二氧化碳排放`,
  绿色工厂: `单位产值综合能耗 单位产值碳排放量 可再生能源利用率 单位产值取水量 工业用水重复利用率
    一般工业固体废物综合利用率 单位用地面积产值 建筑系数 容积率`,
  亩均效益:
    '亩均税收 亩均增加值 单位能耗增加值 单位排放增加值 规上工业研发投入强度 全员劳动生产率 单位电耗税收',
  用地控制: `固定资产投资强度 容积率 建筑系数 行政办公及生活服务设施用地比重 绿地率 土地产出率 土地税收产出率`,
  废水废气固废: `工业废水排放量 化学需氧量排放量 氨氮排放量 二氧化硫排放量 氮氧化物排放量 颗粒物排放量
    挥发性有机物排放量 一般工业固体废物产生量 一般工业固体废物综合利用量 危险废物产生量`,
}

test('[L8] the library has every indicator of the sets of the field', () => {
  const names = Object.values(sets).flatMap((set) => set.split(/\s+/u).filter(Boolean))
  expect(names.filter((name) => !known.has(name))).toEqual([])
  expect([names.length, new Set(names.map((name) => known.get(name))).size]).toEqual([119, 104])
})
