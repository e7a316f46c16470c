import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drawnTable } from '#test/drawn-table.ts'
import { drawnScore, scoreIndustries } from '#test/reading-score-items.ts'
import { fromText } from '../../document/from-text.ts'
import { normalise } from '../../document/normalise.ts'
import { readIndustries } from './read-industries.ts'

const period = { start: 2021, end: 2025 }

/** `name | role | goal | segments`. */
function drawn(text: string): string[] {
  return readIndustries(normalise(fromText(text)), period).map(({ name, role, goal, segments }) =>
    [name, role ?? '·', goal ? `${goal.value}${goal.unit}` : '·', segments.join(' ')].join(' | '),
  )
}

test('industries under headings of groups, named without what is to be done with them', () => {
  const text = `一、发展基础
（一）产业体系初步形成
1. 纺织产业。2020年产值达到80亿元。
二、构建现代产业体系
（一）做优做强主导产业
1. 打造千亿级高端装备产业集群
到2023年产值达到600亿元，到2025年突破1000亿元。
工程机械。发展挖掘机、起重机整机，提升配套能力。
农业机械。推广丘陵山区适用的小型机具，培育品牌。
2. 提质发展食品加工产业
力争2025年实现产值300亿元。
（二）前瞻布局未来产业
1. 氢能
建成加氢站，开展示范应用。
三、保障措施
（一）强化产业链供应链
1. 培育链主企业`
  expect(drawn(text)).toEqual([
    '高端装备产业 | 主导 | 1000亿元 | 工程机械 农业机械',
    '食品加工产业 | 主导 | 300亿元 | ',
    '氢能 | 未来 | · | ',
  ])
})

test('industries that open paragraphs, with bullets and colons, where there are no headings', () => {
  const text = `第三章 重点产业发展方向
围绕强链补链，做大总量。
●新能源汽车：重点发展电池、电机、电控等，到2025年产值达到200亿元。
●生物医药产业：重点发展中成药、原料药、医用敷料，打造50亿级产业集群。
●强化招商：开展以商招商，完善考核办法，形成合力。`
  expect(drawn(text)).toEqual([
    '新能源汽车 | 重点 | 200亿元 | 电池 电机 电控',
    '生物医药产业 | 重点 | 50亿元 | 中成药 原料药 医用敷料',
  ])
})

test('groups of clusters, and a group that only lists what it is made of', () => {
  const text = `第三章 发展壮大现代产业集群
第一节 做强做优战略性支柱产业集群
一、新一代电子信息产业集群
（一）发展目标。到2025年，营业收入达到1500亿元，年均增长10%。
（二）重点方向。重点发展智能终端、元器件、新型显示等。
二、绿色石化产业集群
到2025年，产业规模超2000亿元。
第二节 谋划布局未来产业
围绕量子信息、氢能储能等领域，前瞻布局未来产业。`
  expect(drawn(text)).toEqual([
    '新一代电子信息产业 | 支柱 | 1500亿元 | 智能终端 元器件 新型显示',
    '绿色石化产业 | 支柱 | 2000亿元 | ',
    '量子信息 | 未来 | · | ',
    '氢能储能 | 未来 | · | ',
  ])
})

test('what an industry sets its weight on are its segments, and a group may be of fields', () => {
  const text = `三、构建现代制造业体系
（一）做大做强两大主导产业
智能装备产业。以数控机床、工业机器人和农机装备为重点，到2025年产值达到420亿元。
新材料产业。以特种合金、先进陶瓷为重点，到2025年产值达到345亿元。
（二）培育发展三个新兴领域
前瞻布局新型储能、低空装备、生物制造三个新兴领域，开展首批次应用。`
  expect(drawn(text)).toEqual([
    '智能装备产业 | 主导 | 420亿元 | 数控机床 工业机器人 农机装备',
    '新材料产业 | 主导 | 345亿元 | 特种合金 先进陶瓷',
    '新型储能 | 新兴 | · | ',
    '低空装备 | 新兴 | · | ',
    '生物制造 | 新兴 | · | ',
  ])
})

test('groups by size and chains, with what a coming field is to win', () => {
  const text = `二、打造“2+3”产业体系
（一）打造两大千亿级产业集群
汽车及零部件：重点发展新能源乘用车、动力电池、智能底盘。2025年产值突破500亿元。
重点企业：某某汽车、某某电池科技。
（二）培育三大特色产业链
1.绿色食品产业链。重点发展粮油加工、休闲食品，到2025年产值达120亿元。
（三）前瞻布局未来产业
抢占人工智能、合成生物等新赛道。`
  expect(drawn(text)).toEqual([
    '汽车及零部件 | 重点 | 500亿元 | 新能源乘用车 动力电池 智能底盘',
    '绿色食品产业 | 特色 | 120亿元 | 粮油加工 休闲食品',
    '人工智能 | 未来 | · | ',
    '合成生物 | 未来 | · | ',
  ])
})

test('headings of work to be done name no industry', () => {
  const text = `三、培育优势产业集群
（一）壮大市场主体
（二）推进智能制造
（三）强化龙头引领
（四）打造特色名片
（五）提升产业链现代化水平
（六）加快发展现代医药产业
到2025年产值达到60亿元。`
  expect(drawn(text)).toEqual(['现代医药产业 | 优势 | 60亿元 | '])
})

test('sections by aspect belong to their industry, segments are headings below', () => {
  const text = `第四章 发展重点
第一节 新材料产业
一、发展思路
巩固基础，延伸链条。2020年产值45亿元。
二、发展目标
到2025年，新材料产业规模达到150亿元。
三、重点领域
1、先进铝材
建设再生铝项目。
2、玻璃纤维
引进织造企业，总投资30亿元。`
  expect(drawn(text)).toEqual(['新材料产业 | · | 150亿元 | 先进铝材 玻璃纤维'])
})

test('where no chapter goes through them, the sentence that counts them names the industries', () => {
  const text = `一、总体思路
着力打造智能装备、绿色食品、现代轻纺三大主导产业集群，推动转型。
二、主要任务
（一）实施技改行动。`
  expect(drawn(text)).toEqual([
    '智能装备 | 主导 | · | ',
    '绿色食品 | 主导 | · | ',
    '现代轻纺 | 主导 | · | ',
  ])
})

test('a table of chains, where no chapter goes through them', () => {
  const table = drawnTable(`
序号 | 产业链 | 链长 | 牵头单位 | 2023年产值（亿元） | 2025年产值（亿元）
1 | 新能源汽车产业链 | 张某 | 县工信局 | 200 | 300
2 | 绿色食品 | 李某 | 县农业农村局 | 60 | 95
合计 | | | | 260 | 395`)
  const industries = readIndustries(normalise([table]), period)
  expect(industries.map(({ name, goal }) => [name, goal?.value, goal?.unit])).toEqual([
    ['新能源汽车产业', 300, '亿元'],
    ['绿色食品', 95, '亿元'],
  ])
})

const shared = new URL('../../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared)).each([
  ['dianjiang-2021-2025', 'industry: recall 5/5, precision 5/5, fields 0/0'],
  ['qianjiang-2021-2025', 'industry: recall 6/6, precision 6/6, fields 9/9'],
  ['tongliang-2021-2025', 'industry: recall 6/6, precision 6/6, fields 6/6'],
  // The ninth is 数字产业, which has a section of its own.
  ['yongchuan-2021-2025-rev', 'industry: recall 8/8, precision 8/9, fields 21/21'],
])('the industries of %s', (name, expected) => {
  const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const document = normalise(fromText(readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')))
  const score = scoreIndustries(readIndustries(document, period), truth.chains)
  expect([score.misses, drawnScore(score)]).toEqual([[], expected])
})
