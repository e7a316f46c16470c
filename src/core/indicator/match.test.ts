import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { IndicatorDefinition } from './definition.ts'
import { matchesOf, matchIndex, matchInWords, type NamedTarget, sureMatch } from './match.ts'

const root = new URL('../../../data/', import.meta.url)

function filesOf(folder: string): readonly unknown[] {
  const place = new URL(folder, root)
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, place), 'utf8')) as unknown)
}

const index = matchIndex(filesOf('indicators/').flatMap((file) => file as IndicatorDefinition[]))

function words(indicator: string, unit: string, scope?: NamedTarget['scope']): string {
  return matchesOf({ indicator, unit, ...(scope && { scope }) }, index)
    .slice(0, 1)
    .map(matchInWords)
    .join('')
}

function top(target: NamedTarget): string {
  return matchesOf(target, index)[0]?.code ?? '-'
}

describe('[L6] one thing has many names', () => {
  test.each(['规模以上工业总产值', '规上工业总产值', '规模以上工业产值', '规模工业总产值'])(
    '%s is the output of industry above designated size',
    (indicator) => {
      const matches = matchesOf({ indicator, unit: '亿元' }, index)
      expect(sureMatch(matches)).toMatchObject({
        code: 'industrial-output',
        score: 1,
        scope: { population: 'above-designated-size' },
        reasons: ['same-name'],
      })
    },
  )

  test('the scope is spelled out', () => {
    expect(words('全区工业总产值', '亿元')).toBe('规模以上工业 · 工业总产值')
    expect(words('新材料产业产值', '亿元')).toBe('规模以上工业 · 新材料产业 · 工业总产值')
    expect(words('东湖产业园产值规模', '亿元')).toBe('规模以上工业 · 东湖产业园 · 工业总产值')
    expect(words('市级及以上企业技术中心', '家')).toBe('市级及以上 · 企业技术中心数')
    expect(
      words('装备制造产业的工业总产值', '亿元', { kind: 'industry', name: '装备制造产业' }),
    ).toBe('规模以上工业 · 装备制造产业 · 工业总产值')
  })

  test.each([
    ['农机装备产值', '智能装备产业', '规模以上工业 · 智能装备产业 · 农机装备 · 工业总产值'],
    ['智能装备产业链产值', '智能装备产业', '规模以上工业 · 智能装备产业 · 工业总产值'],
    ['产业集群产值', '智能装备产业', '规模以上工业 · 智能装备产业 · 工业总产值'],
    ['产值', '智能装备产业', '规模以上工业 · 智能装备产业 · 工业总产值'],
  ])('%s within %s is %s', (indicator, name, expected) => {
    expect(words(indicator, '亿元', { kind: 'industry', name })).toBe(expected)
  })

  test('of an industry within a park both are told', () => {
    const scope = { kind: 'park', name: '高新园区' }
    expect(words('汽车产业产值', '亿元', scope)).toBe(
      '规模以上工业 · 高新园区 · 汽车产业 · 工业总产值',
    )
    expect(words('高新技术产业园产值', '亿元', { kind: 'park', name: '高新技术产业园' })).toBe(
      '规模以上工业 · 高新技术产业园 · 工业总产值',
    )
  })

  test('what a plan leaves open is told with the match', () => {
    const reasons = (target: NamedTarget) => matchesOf(target, index)[0]?.reasons
    expect(reasons({ indicator: '工业总产值', unit: '亿元' })).toContain('population-assumed')
    expect(reasons({ indicator: '规上工业总产值' })).toContain('unit-absent')
    expect(reasons({ indicator: '万人发明专利拥有量', unit: '件' })).toContain('unit-shortened')
    expect(reasons({ indicator: '单位生产总值能耗', unit: '%' })).toContain('change-in-percent')
    expect(reasons({ indicator: '智能家居产业集群', unit: '亿元' })).toContain('size-as-output')
    // 工业增加值 may be that of all industry or of that above designated size: a person decides.
    const open = matchesOf({ indicator: '工业增加值', unit: '亿元' }, index)
    expect(open.slice(0, 2).map(({ code }) => code)).toEqual([
      'all-industrial-value-added',
      'industrial-value-added',
    ])
    expect(sureMatch(open)).toBeUndefined()
  })
})

describe('[L7] two things are never taken for one', () => {
  test.each([
    ['规上工业总产值增速', '%', 'industrial-output-growth'],
    ['规上工业总产值', '%', 'industrial-output-growth'],
    ['规上工业增加值增速', '%', 'industrial-value-added-growth'],
    ['规上工业增加值', '亿元', 'industrial-value-added'],
    ['规上工业增加值率', '%', 'value-added-rate'],
    ['战略性新兴产业产值', '亿元', 'strategic-emerging-output'],
    ['战略性新兴产业产值占比', '%', 'strategic-emerging-share'],
    ['规上工业单位增加值能耗', '吨标准煤/万元', 'energy-intensity'],
    ['规上工业单位增加值能耗下降率', '%', 'energy-intensity-reduction'],
    ['单位工业增加值用水量', '立方米/万元', 'water-intensity'],
    ['新增规上工业企业', '家', 'new-above-scale-enterprises'],
    ['规上工业企业', '家', 'above-scale-enterprises'],
    ['规上工业总产值', '家', '-'],
    ['规上工业总产值', '吨', '-'],
    ['全社会研发投入强度', '%', 'region-research-intensity'],
    ['规上工业研发投入强度', '%', 'research-intensity'],
    ['规上工业研发投入', '亿元', 'research-expenditure'],
  ])('%s in %s is %s', (indicator, unit, code) => {
    expect(top({ indicator, unit })).toBe(code)
  })

  const opposites = [
    ['增速', '总产值'],
    ['增加值', '总产值'],
    ['占比', '产值'],
  ] as const

  test.each(opposites)('%s and %s never meet', (left, right) => {
    const isLeft = (text: string) => text.includes(left) && !text.includes(right)
    const isRight = (text: string) => text.includes(right) && !text.includes(left)
    for (const { definition } of index.filter((each) => isLeft(each.definition.name))) {
      const codes = matchesOf({ indicator: definition.name, unit: definition.unit }, index)
      expect(codes.filter(({ name }) => isRight(name))).toEqual([])
    }
  })
})

/** What the targets of the published tables are, judged by hand; `-` has no indicator in the library. */
const byHand: Readonly<Record<string, string>> = {
  规模以上工业产值: 'industrial-output',
  规上工业总产值: 'industrial-output',
  规模以上工业总产值: 'industrial-output',
  先进制造业的工业总产值: 'industrial-output',
  装备制造产业的工业总产值: 'industrial-output',
  电子信息产业的工业总产值: 'industrial-output',
  大健康产业的工业总产值: 'industrial-output',
  智能装备产业产值: 'industrial-output',
  新材料产业产值: 'industrial-output',
  消费品工业产值: 'industrial-output',
  医药健康产业产值: 'industrial-output',
  数字产业产值: 'industrial-output',
  卷烟及配套产业产值: 'industrial-output',
  '“4+1”支柱产业产值合计': 'industrial-output',
  规上工业增加值: 'industrial-value-added',
  工业增加值: 'all-industrial-value-added',
  战略性新兴产业产值占比: 'strategic-emerging-share',
  战略性新兴产业占比: 'strategic-emerging-share',
  战略性新兴产业产值占工业总产值比重: 'strategic-emerging-share',
  高技术产业产值占比: 'high-technology-share',
  工业增加值占GDP比重: 'industrial-share-of-gdp',
  规模工业全员劳动生产率: 'labour-productivity',
  规模以上工业营业收入利润率: 'profit-margin',
  规模以上工业主营业务收入利润率: 'profit-margin',
  规模以上工业增加值率: 'value-added-rate',
  规模以上工业研发投入: 'research-expenditure',
  规模以上工业研发投入强度: 'research-intensity',
  规上工业企业研发投入强度: 'research-intensity',
  规上工业企业研发投入占销售收入比例: 'research-intensity',
  '研究与试验发展（R&D）经费支出占地区生产总值比重': 'region-research-intensity',
  // Of what a park's research is a share the plan does not say.
  高新区研发投入强度: '-',
  建有研发机构的规模以上工业企业数量占比: 'research-institution-share',
  规模以上工业企业建立研发机构比例: 'research-institution-share',
  开展研发活动的规模以上工业企业数量占比: 'research-activity-share',
  规模以上工业企业开展研发活动比例: 'research-activity-share',
  企业牵头的高端创新平台数量: 'innovation-platforms',
  专业研发机构和科技服务机构: 'research-institutions',
  新建立企业技术研发机构: 'new-research-institutions',
  拥有先进制造业高技术人才: 'high-technology-talents',
  市级及以上企业技术中心: 'enterprise-technology-centres',
  万人发明专利拥有量: 'patents-per-ten-thousand',
  规模以上工业企业数字化研发设计工具普及率: 'digital-design-rate',
  数字化研发设计工具普及率: 'digital-design-rate',
  规模以上工业企业关键工序数控化率: 'numerical-control-rate',
  关键工序数控化率: 'numerical-control-rate',
  两化融合发展水平: 'integration-level',
  两化融合集成提升与创新突破阶段的企业比例: 'integration-advanced-share',
  企业利用互联网开展电子商务的比例: 'e-commerce-share',
  城区光纤网络覆盖率: 'urban-fibre-coverage',
  农村光纤网络覆盖率: 'rural-fibre-coverage',
  '5G基站': 'base-stations-5g',
  '“5G+工业互联网”新场景示范项目': 'scenarios-5g',
  跨行业跨领域工业互联网平台: 'industrial-internet-platforms',
  '全区“上云”企业累计数量': 'cloud-enterprises',
  市级数字化车间: 'digital-workshops',
  '“十四五”新实施智能化改造项目': 'smart-upgrade-projects',
  软件信息业务收入: 'software-revenue',
  配套生产性服务业增加值: 'producer-services-value-added',
  招商引资到位资金: 'paid-in-funds',
  工业固定资产投资: 'industrial-investment',
  规模以上工业单位增加值能耗下降率: 'energy-intensity-reduction',
  万元工业增加值能耗: 'energy-intensity',
  规模以上企业单位工业增加值能耗: 'energy-intensity',
  单位生产总值能耗: 'gdp-energy-intensity-reduction',
  单位生产总值二氧化碳排放降低: 'gdp-carbon-intensity-reduction',
  规模以上工业单位增加值水耗下降率: 'water-intensity-reduction',
  主要污染物排放总量减少: 'pollutant-reduction',
  工业用水重复利用率: 'water-reuse-rate',
  工业固体废物综合利用率: 'solid-waste-use-rate',
  工业固废综合利用率: 'solid-waste-use-rate',
  大宗工业固废利用率: 'solid-waste-use-rate',
  工业园区绿地率: 'green-land-rate',
  工业园区污水处理率: 'park-sewage-rate',
  累计建成区的面积: 'built-area',
  建成标准化厂房: 'standard-workshops',
  绿色工厂: 'green-factories',
  绿色园区: 'green-parks',
  节水型企业: 'water-saving-enterprises',
  水效领跑者: 'water-efficiency-leaders',
  规上工业企业: 'above-scale-enterprises',
  龙头企业: 'leading-enterprises',
  龙头企业数量: 'leading-enterprises',
  链主企业: 'chain-leaders',
  专精特新企业: 'specialised-enterprises',
  '“专精特新”企业数量': 'specialised-enterprises',
  科技型企业: 'technology-enterprises',
  高新技术企业: 'high-technology-enterprises',
  高新技术制造业企业数量: 'high-technology-enterprises',
  市级特色产业示范基地: 'industrial-bases',
}

test('[L6] of the targets of the published tables all but a handful find their indicator first', () => {
  const targets = filesOf('published-targets/').flatMap(
    (file) => (file as { readonly targets: readonly NamedTarget[] }).targets,
  )
  const unjudged = targets.filter(({ indicator }) => byHand[indicator] === undefined)
  expect(unjudged.map(({ indicator }) => indicator)).toEqual([])
  const wrong = targets.filter((target) => top(target) !== byHand[target.indicator])
  expect(targets).toHaveLength(112)
  expect(wrong.map((target) => `${target.indicator} → ${top(target)}`)).toEqual([
    '高新区研发投入强度 → region-research-intensity',
  ])
})

/** Names as plans of other places write them, judged before they were tried. */
const elsewhere: readonly (readonly [name: string, unit: string, code: string])[] = [
  ['规模以上工业增加值年均增速', '%', 'industrial-value-added-growth'],
  ['规上工业增加值年均增长', '%', 'industrial-value-added-growth'],
  ['规上工业企业R&D经费支出占营业收入比重', '%', 'research-intensity'],
  ['规模以上制造业R&D经费内部支出占营业收入比重', '%', 'research-intensity'],
  ['全社会研发经费投入强度', '%', 'region-research-intensity'],
  ['R&D经费投入占GDP比重', '%', 'region-research-intensity'],
  ['亩均税收', '万元/亩', 'tax-per-land'],
  ['规上工业亩均增加值', '万元/亩', 'value-added-per-land'],
  ['规模以上工业亩均税收', '万元/亩', 'tax-per-land'],
  ['园区亩均产值', '万元/亩', 'output-per-land'],
  ['高技术制造业增加值占规模以上工业增加值比重', '%', 'high-technology-value-added-share'],
  ['制造业增加值占地区生产总值比重', '%', 'manufacturing-share-of-gdp'],
  ['工业技改投资占工业投资比重', '%', 'upgrade-share'],
  ['技术改造投资占工业投资的比重', '%', 'upgrade-share'],
  ['每万人口高价值发明专利拥有量', '件', 'patents-per-ten-thousand'],
  ['国家级专精特新“小巨人”企业数量', '家', 'little-giants'],
  ['省级专精特新中小企业', '家', 'specialised-enterprises'],
  ['规上工业企业关键工序数控化率', '%', 'numerical-control-rate'],
  ['工业投资年均增速', '%', 'industrial-investment-growth'],
  ['单位工业增加值能耗降低', '%', 'energy-intensity-reduction'],
  ['万元工业增加值用水量下降', '%', 'water-intensity-reduction'],
  ['单位工业增加值二氧化碳排放下降', '%', '-'],
  ['全员劳动生产率', '万元/人', 'labour-productivity'],
  ['制造业全员劳动生产率', '万元/人', 'labour-productivity'],
  ['规上工业利润总额', '亿元', 'total-profit'],
  ['规模以上工业企业营业收入', '亿元', 'operating-revenue'],
  ['工业用电量', '亿千瓦时', 'electricity-use'],
  ['百亿级企业数量', '家', 'ten-billion-enterprises'],
  ['国家高新技术企业数量', '家', 'high-technology-enterprises'],
  ['规模以上工业企业数', '户', 'above-scale-enterprises'],
  ['上市企业', '家', 'listed-enterprises'],
  ['制造业单项冠军企业（产品）', '个', 'manufacturing-champions'],
  ['R&D人员全时当量', '人年', 'research-full-time-equivalent'],
  ['技术合同成交额', '亿元', 'technology-contracts'],
  ['规上工业新产品销售收入占比', '%', 'new-product-share'],
  ['一般工业固体废物综合利用率', '%', 'solid-waste-use-rate'],
  ['规上工业用水重复利用率', '%', 'water-reuse-rate'],
  ['战略性新兴产业增加值占规上工业增加值比重', '%', '-'],
  ['装备制造业产值占规上工业总产值比重', '%', 'equipment-share'],
  ['高端装备产业产值', '亿元', 'industrial-output'],
  ['食品加工产业链产值', '亿元', 'industrial-output'],
  ['经济开发区工业总产值', '亿元', 'industrial-output'],
  ['实际利用外资', '亿美元', '-'],
  ['制造业投资', '亿元', 'manufacturing-investment'],
  ['国家级绿色工厂', '家', 'green-factories'],
  ['省级以上企业技术中心', '家', 'enterprise-technology-centres'],
  ['数字经济核心产业增加值占GDP比重', '%', '-'],
  ['森林覆盖率', '%', '-'],
  ['城镇化率', '%', '-'],
  ['工业机器人密度', '台/万人', '-'],
  ['首台套重大技术装备', '台', '-'],
  ['新增城镇就业', '万人', '-'],
  ['空气质量优良天数比率', '%', '-'],
  ['高速公路通车里程', '公里', '-'],
]

test('[L6] names of other places find theirs, and what the library lacks finds nothing', () => {
  const wrong = elsewhere.filter(([indicator, unit, code]) => top({ indicator, unit }) !== code)
  expect(
    wrong.map(([indicator, unit, code]) => `${indicator}: ${code}, ${top({ indicator, unit })}`),
  ).toEqual([])
})
