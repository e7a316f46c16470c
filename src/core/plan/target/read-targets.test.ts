import { existsSync, readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromText } from '#core/document/from-text.ts'
import { normalise } from '#core/document/normalise.ts'
import { scoreTargets, type TruthTarget } from '#test/reading-score-targets.ts'
import type { Target } from '../plan.ts'
import { readTargets } from './read-targets.ts'

const period = { start: 2026, end: 2030 }

/** `规上工业总产值 亿元 2030>=3000 +9%`: a target in one line; `…` marks what is cumulative. */
function drawn({ indicator, unit, baseline, milestones, growth }: Target): string {
  const base = baseline ? [`${baseline.year}:${baseline.value}`] : []
  const years = milestones.map(({ year, op, value, high, stretch, kind }) => {
    const to = `${high === undefined ? '' : `..${high}`}${stretch === undefined ? '' : `^${stretch}`}`
    return `${year}${op}${value}${to}${kind === 'level' ? '' : kind === 'change' ? 'Δ' : '…'}`
  })
  const grows = growth.map(
    ({ value, unit: of, cumulative }) =>
      `${value < 0 ? '' : '+'}${value}${of}${cumulative ? '…' : ''}`,
  )
  return [indicator, ...(unit === undefined ? [] : [unit]), ...base, ...years, ...grows].join(' ')
}

/** What is read from sentences that stand under 主要目标. */
function goals(text: string): readonly string[] {
  const document = normalise(fromText(`某市制造业发展规划\n一、总体要求\n（一）主要目标\n${text}`))
  return readTargets(document, { period }).map(drawn)
}

/** What is read from sentences that stand under another heading. */
function under(heading: string, text: string): readonly string[] {
  const document = normalise(fromText(`某市制造业发展规划\n一、${heading}\n${text}`))
  return readTargets(document, { period }).map(drawn)
}

test.each<[string, readonly string[]]>([
  [
    '到2030年，规上工业总产值突破3000亿元，年均增长9%以上。',
    ['规上工业总产值 亿元 2030>=3000 +9%'],
  ],
  [
    '亩均税收由2025年的18万元提高到25万元，工业税收占比保持在40%左右。',
    ['亩均税收 万元 2025:18 2030=25', '工业税收占比 % 2030~40'],
  ],
  [
    '高新技术企业、科技型中小企业分别达到500家、1200家。',
    ['高新技术企业 家 2030=500', '科技型中小企业 家 2030=1200'],
  ],
  [
    '单位工业增加值能耗、用水量较2025年分别下降14%和16%。',
    ['单位工业增加值能耗 % 2030=-14Δ', '单位工业增加值用水量 % 2030=-16Δ'],
  ],
  ['确保规上工业企业达到900家、力争达到1000家。', ['规上工业企业 家 2030=900^1000']],
  [
    '到2028年，新材料产业产值达到400亿元，到2030年达到600亿元。',
    ['新材料产业产值 亿元 2028=400 2030=600'],
  ],
  [
    '累计新增省级以上创新平台30个，其中国家级3个，国家级制造业单项冠军3-5个。',
    [
      '累计新增省级以上创新平台 个 2030=30…',
      '国家级创新平台 个 2030=3',
      '国家级制造业单项冠军 个 2030~3..5',
    ],
  ],
  [
    '培育营收超百亿元企业5家、超50亿元企业12家。',
    ['营收超百亿元企业 家 2030=5', '超50亿元企业 家 2030=12'],
  ],
  [
    '形成2个千亿级产业集群和6个产值超百亿元的产业集群。',
    ['千亿级产业集群 个 2030=2', '产值超百亿元的产业集群 个 2030=6'],
  ],
  ['60%以上的规上工业企业建立研发机构。', ['建立研发机构的规上工业企业占比 % 2030>=60']],
  [
    '工业总产值：500亿元；两化融合发展指数达到112。',
    ['工业总产值 亿元 2030=500', '两化融合发展指数 2030=112'],
  ],
  ['展望2035年，全市制造业增加值比2030年翻一番。', ['全市制造业增加值 +100%…']],
  [
    '研发经费投入占比三分之一以上，每年引进人才不少于200人。',
    ['研发经费投入占比 % 2030>=33.33', '每年引进人才 人 2030>=200…'],
  ],
  ['产业集聚度达到国内先进水平，规上工业企业实现倍增。', []],
  [
    '规上工业总产值在2025年基础上翻一番，达到1000亿元，占全市比重达到30%。',
    ['规上工业总产值 亿元 2030=1000 +100%…', '规上工业总产值占全市比重 % 2030=30'],
  ],
  ['战略性新兴产业占比提高5个百分点，达到25%左右。', ['战略性新兴产业占比 % 2030~25 +5百分点…']],
  ['规上企业比2025年增加50家，达到200家。', ['规上企业增加 家 2030=50…', '规上企业 家 2030=200']],
  [
    '2028年、2029年、2030年分别新增规上企业20家、25家、30家。',
    ['新增规上企业 家 2028=20… 2029=25… 2030=30…'],
  ],
  [
    '创建1个国家级、3个省级绿色园区，新增省级企业技术中心10家、市级30家。',
    [
      '国家级绿色园区 个 2030=1',
      '省级绿色园区 个 2030=3',
      '新增省级企业技术中心 家 2030=10…',
      '新增市级企业技术中心 家 2030=30…',
    ],
  ],
  [
    '智能装备产业产值达到420亿元，其中机床160亿元、机器人140亿元。',
    ['智能装备产业产值 亿元 2030=420', '机床产值 亿元 2030=160', '机器人产值 亿元 2030=140'],
  ],
  [
    '绿色食品、现代医药产业规模分别达到150亿元、100亿元。',
    ['绿色食品产业规模 亿元 2030=150', '现代医药产业规模 亿元 2030=100'],
  ],
  ['研发投入强度高于全省平均水平0.5个百分点，进入全省前10名。', []],
  [
    '3.单位GDP能耗降至0.45吨标准煤/万元，容积率不低于1.5。',
    ['单位GDP能耗 吨标准煤/万元 2030=0.45', '容积率 2030>=1.5'],
  ],
])('goals: %s', (text, expected) => {
  expect(goals(text)).toEqual(expected)
})

test.each<[string, string, readonly string[]]>([
  ['发展基础', '2025年，规上工业总产值达到2000亿元，规上企业突破600家。', []],
  ['重点任务', '目前，全市已有整车企业2家，2025年产量12.3万辆。', []],
  ['重点任务', '引进10亿元以上项目，建设年产20万吨锻件项目，占地500亩。', []],
  ['重点任务', '对新认定的企业技术中心给予100万元奖励。', []],
  ['重点任务', '某项目总投资30亿元，达产后年产值80亿元。', []],
  ['重点任务', '按照《产业用地规划（2020—2035年）》，坚持一个园区、一个主业。', []],
  ['重点任务', '梯次布局500千伏输变电站，开展“百日攻坚”，建设5G+工业互联网。', []],
  ['保障措施', '组建10个工作专班，实施百人计划，千方百计服务千家万户。', []],
  ['重点任务', '支持某甲、某乙等3个城市协同发展，做好“4+1”体系。', []],
  ['重点任务', '推动1000家企业实施智改数转。', ['企业实施智改数转 家 2030=1000']],
  [
    '电子信息产业',
    '到2030年，产值突破500亿元，培育百亿级企业2家。',
    ['电子信息产业产值 亿元 2030>=500', '百亿级企业 家 2030=2'],
  ],
  ['重点产业', '（一）食品产业。打造300亿级产业集群。', ['食品产业集群 亿元 2030~300']],
  [
    '空间布局',
    '东湖产业园。规划面积45平方公里，力争产值规模达到600亿元。',
    ['东湖产业园产值规模 亿元 2030=600'],
  ],
])('under %s: %s', (heading, text, expected) => {
  expect(under(heading, text)).toEqual(expected)
})

test('a promise repeated with the same figures is one target, with others it is two', () => {
  const text =
    '规上工业总产值达到3000亿元。全市规模以上工业总产值达到3000亿元。规上工业总产值达到3200亿元。'
  expect(goals(text)).toEqual(['规上工业总产值 亿元 2030=3000', '规上工业总产值 亿元 2030=3200'])
})

test('the name of the region is no part of an indicator', () => {
  const document = normalise(fromText('一、主要目标\n东湖区装备制造产业产值达到800亿元。'))
  const [target] = readTargets(document, { period, region: '某某市东湖区' })
  expect(target).toMatchObject({
    indicator: '装备制造产业产值',
    scope: { kind: 'industry', name: '装备制造产业' },
  })
})

test('what was not printed is marked as a guess', () => {
  const document = normalise(fromText('一、重点任务\n智能装备产值突破500亿，建设绿色工厂20家。'))
  expect(readTargets(document, { period }).map(({ doubts }) => doubts)).toEqual([
    ['year-guessed', 'maybe-history', 'unit-guessed'],
    ['year-guessed'],
  ])
})

test('each citation repeats the text it points at', () => {
  const piece = fc.constantFrom(
    '到2030年，',
    '工业总产值',
    '达到',
    '400亿元',
    '、',
    '，',
    '。',
    '力争',
    '企业',
    '分别',
    '5家',
    '由',
    '10%',
    '提高到',
    '培育',
    '千亿级',
    '的',
    '3个',
    '产业集群',
    '\n（一）某产业。',
    '年均增长',
    '（8%）',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const document = normalise(fromText(`一、主要目标\n${pieces.join('')}`))
      for (const { citation } of readTargets(document, { period })) {
        expect(document.text.slice(citation.start, citation.end)).toBe(citation.quote)
        expect(citation.quote).not.toBe('')
      }
    }),
  )
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared))('the annotated plans are read nearly whole', () => {
  const names = readdirSync(new URL('truth/plans/', shared)).map((file) => file.slice(0, -5))
  const scores = names.map((name) => {
    const truth: { period: [number, number]; targets: TruthTarget[] } = JSON.parse(
      readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'),
    )
    const document = normalise(fromText(readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')))
    const [start, end] = truth.period
    return scoreTargets(readTargets(document, { period: { start, end } }), truth.targets)
  })
  const sum = (pick: (score: (typeof scores)[number]) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0)
  expect(sum((score) => score.found) / sum((score) => score.expected)).toBeGreaterThanOrEqual(0.97)
  expect(sum((score) => score.known) / sum((score) => score.read)).toBeGreaterThanOrEqual(0.97)
})

test.each<[string, string, readonly string[]]>([
  [
    '产业链',
    '做强汽车零部件产业链，到2028年产业链规模突破600亿元，2030年达到900亿元。',
    ['汽车零部件产业链规模 亿元 2028>=600 2030=900'],
  ],
  [
    '目标',
    '到2028年，营业收入年均增长9%左右、总量突破4000亿元。',
    ['营业收入 亿元 2028>=4000 +9%'],
  ],
  [
    '目标',
    '到2028年、2030年，规上工业产值分别达到800亿元、1000亿元。',
    ['规上工业产值 亿元 2028=800 2030=1000'],
  ],
  ['（一）近期目标（2028年）', '高新技术企业达到240家。', ['高新技术企业 家 2028=240']],
  [
    '能耗',
    '五年累计建成绿色工厂50家（其中国家级15家），绿色园区数量实现倍增，达到8个。',
    ['累计建成绿色工厂 家 2030=50…', '国家级绿色工厂 家 2030=15', '绿色园区数量 个 2030=8'],
  ],
  ['空间布局', '东翼片区已开发6.2平方公里。', []],
])('under %s, %s', (heading, text, expected) => {
  expect(under(heading, text)).toEqual(expected)
})
