import { expect, test } from 'vitest'
import { drawnDocument, drawnPlan, drawnTargets, drawnTasks } from '#test/drawn-plan.ts'
import type { Project } from '../plan/plan.ts'
import { auditPlan, auditPlans } from './audit.ts'
import type { Finding } from './finding.ts'
import type { AuditInput } from './rule.ts'
import { auditRules } from './rules.ts'

const nothing = drawnDocument('')

/** `error growth-mismatch`, in the order of the findings; questions only where asked for. */
function codes(findings: readonly Finding[], questions = false): string[] {
  return findings
    .filter((finding) => questions || finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}`)
}

function ofTargets(drawing: string): readonly Finding[] {
  return auditPlan({ plan: drawnPlan({ targets: drawnTargets(drawing) }), document: nothing })
}

function ofText(drawing: string): readonly Finding[] {
  return auditPlan({ plan: drawnPlan(), document: drawnDocument(drawing) })
}

test.each([
  ['a rate', '规上工业产值 亿元 | 2020 155.9 | 2023 275 +20.8% | 2025 400 +20.7%'],
  [
    'a rate from the base in every column',
    '规上工业产值 亿元 | 2020 1300.6 | 2022 1800 +17.6% | 2025 3000 +18.2%',
  ],
  ['percentage points', '战新产业产值占比 % | 2020 35.9 | 2022 39 +1.55pp | 2025 45 +1.82pp'],
  ['a fall', '单位工业增加值能耗 吨标准煤/万元 | 2020 0.32 | 2022 0.30 -3.2% | 2025 0.27 -3.3%'],
  ['an absolute rise', '规上工业全员劳动生产率 万元/人 | 2020 36.5 | 2023 38.3 +0.6abs'],
  [
    'growth of the whole stretch, said to be so',
    '关键工序数控化率 % | 2020 58.5 | 2023 72.0 +13.5ppall',
  ],
  ['a count worked out with a rate', '绿色工厂数量 个 | 2020 7 | 2025 11 +10%'],
  ['about a rate', '规上工业增加值 亿元 | 2020 100 | 2025 150 ~8%'],
])('growth that fits is left alone: %s', (_, drawing) => {
  expect(codes(ofTargets(drawing))).toEqual([])
})

test.each([
  [
    'a rate',
    '规上工业研发投入 亿元 | 2020 21.7 | 2022 32.4 +19.9%',
    'error growth-mismatch',
    22.19,
  ],
  [
    'a rate of counts',
    '高端创新平台数量 个 | 2020 4 | 2023 8 +50%',
    'error growth-mismatch',
    25.99,
  ],
  [
    'a factor for a rate',
    '研发机构数量 个 | 2020 40 | 2023 135 +150%',
    'error growth-mismatch',
    50,
  ],
  [
    'a period for a year',
    '工具普及率 % | 2020 26.19 | 2023 34.05 +30%',
    'error growth-period-as-yearly',
    9.14,
  ],
  [
    'points as percent',
    '工业增加值占GDP比重 % | 2020 41.4 | 2025 46 +0.92%',
    'error growth-unit',
    2.13,
  ],
])('growth that does not fit is named: %s', (_, drawing, code, rate) => {
  const [first] = ofTargets(drawing)
  expect([first && `${first.severity} ${first.rule}`, first?.expected]).toEqual([
    code,
    expect.closeTo(rate, 1),
  ])
})

test('the arithmetic of a growth can be redone by hand', () => {
  const [first] = ofTargets('规上工业研发投入 亿元 | 2020 21.7 | 2022 32.4 +19.9%')
  expect(first).toMatchObject({
    arithmetic: '(32.4 ÷ 21.7)^(1/2) − 1 = 22.19%',
    expected: 22.19,
    found: 19.9,
  })
})

test('a rate in the text takes its base from the table', () => {
  expect(
    codes(
      ofTargets(`
        规上工业增加值 亿元 | 2020 71.89 | 2025 120
        prose: 规模以上工业增加值 亿元 | - | 2025 120 ~8%`),
    ),
  ).toContain('warning growth-mismatch')
})

test.each([
  ['规上工业全员劳动生产率 万元/人 | 2020 43 | 2025 40', ['error direction-reversed']],
  ['营业收入利润率 % | 2020 8.2 | 2025 >6', ['warning direction-reversed']],
  ['规上工业投资 亿元 | 2020 90 | 2025 >=80', ['warning direction-reversed']],
  ['单位工业增加值能耗 吨标准煤/万元 | 2020 0.50 | 2025 0.60', ['error direction-reversed']],
  ['单位工业增加值能耗 吨标准煤/万元 | 2020 0.50 | 2025 <=0.43', []],
  ['工业用地面积 平方公里 | 2020 60 | 2025 50', []],
])('a target on the wrong side of its base: %s', (drawing, expected) => {
  expect(codes(ofTargets(drawing))).toEqual(expected)
})

test.each([
  ['数字化改造覆盖率 % | 2020 52 | 2025 102', ['error share-out-of-range']],
  ['数字化改造覆盖率 % | 2020 52 | 2025 100', []],
  ['两化融合发展水平 % | 2020 86 | 2025 110', ['info share-out-of-range']],
  ['工业投资增长率 % | 2020 86 | 2025 110', []],
])('a share outside 0–100: %s', (drawing, expected) => {
  expect(codes(ofTargets(drawing), true)).toEqual(expected)
})

test.each([
  ['单位生产总值能耗 % | 2020 3 | 2025 2', ['warning unit-mismatch']],
  ['单位生产总值能耗下降率 % | 2020 3 | 2025 5', []],
  [
    '建有研发机构的企业占比 % | 2020 40 | 2025 303',
    ['error share-out-of-range', 'warning unit-mismatch'],
  ],
  ['规上工业产值 家 | 2020 40 | 2025 50', ['warning unit-mismatch']],
])('a unit against its indicator: %s', (drawing, expected) => {
  expect(codes(ofTargets(drawing))).toEqual(expected)
})

test.each([
  [
    'table and text differ',
    `万人发明专利拥有量 件 | 2020 2.12 | 2025 2.5
     prose: 万人发明专利拥有量 件 | - | 2025 5`,
    ['error conflicting-targets'],
  ],
  [
    'spelling and unit differ, the figure does not',
    `规上工业总产值 亿元 | 2020 109.43 | 2025 350
     prose: 规模以上工业总产值 万元 | - | 2025 3500000`,
    [],
  ],
  [
    'a bound holds the figure',
    `规上工业企业 家 | 2020 44 | 2025 104
     prose: 规上工业企业 家 | - | 2025 >=100`,
    ['info conflicting-targets'],
  ],
  [
    'two floors',
    `prose: LNG公交占比 % | - | 2025 >=80
     prose: LNG公交占比 % | - | 2025 >=90`,
    ['warning conflicting-targets'],
  ],
  [
    'rounding explains it',
    `固废利用率 % | 2020 90 | 2025 95
     prose: 固废利用率 % | - | 2025 95.4`,
    [],
  ],
  [
    'another park, another figure',
    `工业产值@园区甲 亿元 | - | 2025 600
     工业产值@园区乙 亿元 | - | 2025 300`,
    [],
  ],
  [
    'another base means another scope: it asks',
    `高新技术企业 家 | 2020 37 | 2025 80
     高新技术企业 家 | 2020 22 | 2025 50`,
    ['info conflicting-targets', 'error conflicting-bases'],
  ],
])('one indicator with two values: %s', (_, drawing, expected) => {
  const found = codes(ofTargets(drawing), true).filter((code) => code.includes('conflicting'))
  expect(found.toSorted()).toEqual(expected.toSorted())
})

function namedInput(file: string, drawing: string, region = '某区'): AuditInput {
  return {
    file,
    plan: drawnPlan({ region: { name: region }, targets: drawnTargets(drawing) }),
    document: nothing,
  }
}

test('documents of one region are held against each other, with their files', () => {
  const plan = namedInput('规划.docx', '专利拥有量 件 | 2020 2.12 | 2025 2.5', '某市某区')
  const action = namedInput('方案.docx', '专利拥有量 件 | 2020 2.12 | 2025 5')
  const elsewhere = namedInput('他区.docx', '专利拥有量 件 | 2020 2.12 | 2025 9', '另区')
  const [conflict, ...others] = auditPlans([plan, action, elsewhere])
  expect(others).toEqual([])
  expect(conflict?.rule).toBe('conflicting-targets')
  expect(conflict?.citations.map((citation) => citation.file)).toEqual(['规划.docx', '方案.docx'])
})

test('a revision is not held against what it repeals', () => {
  const old = namedInput('原规划.docx', '专利拥有量 件 | 2020 2.12 | 2025 2.5')
  const revised = namedInput('修订.docx', '专利拥有量 件 | 2020 2.12 | 2025 5')
  const number = '某府发〔2021〕1号'
  const found = auditPlans([
    { ...old, plan: { ...old.plan, documentNumber: number } },
    { ...revised, plan: { ...revised.plan, supersedes: [number] } },
  ])
  expect(found).toEqual([])
})

test.each([
  ['规上工业研发投入强度 % | 2020 1.7 | 2025 2.2', []],
  ['规上工业研发投入强度 % | 2020 0.7 | 2025 2.2', ['warning ratio-mismatch']],
])('a ratio against its rows: %s', (ratio, expected) => {
  const rows = `
    规上工业产值 亿元 | 2020 1300.6 | 2025 3000
    规上工业研发投入 亿元 | 2020 21.7 | 2025 66`
  expect(codes(ofTargets(`${rows}\n${ratio}`))).toEqual(expected)
})

test('a share that names its parts is held against them', () => {
  const rows = `
    规上工业产值 亿元 | 2025 820 | 2030 1320
    战略性新兴产业产值 亿元 | 2025 233.7 | 2030 508`
  const plan = (share: string): string[] =>
    codes(
      auditPlan({
        plan: drawnPlan({
          period: { start: 2026, end: 2030 },
          targets: drawnTargets(
            `${rows}\n战略性新兴产业产值占规模以上工业总产值比重 % | 2025 28.5 | 2030 ${share}`,
          ),
        }),
        document: nothing,
      }),
    )
  expect([plan('38.5'), plan('40')]).toEqual([[], ['warning ratio-mismatch']])
})

test('a part cannot exceed its whole', () => {
  const rows = `
    规上工业产值 亿元 | 2020 1300.6 | 2022 1800
    规上工业增加值率 % | 2020 28 | 2022 28.6`
  expect(codes(ofTargets(`${rows}\n工业增加值 亿元 | 2020 419.2 | 2022 490`))).toEqual([
    'error part-exceeds-whole',
  ])
  expect(codes(ofTargets(`${rows}\n工业增加值 亿元 | 2020 419.2 | 2022 560`))).toEqual([])
})

test('added value that no longer goes with output', () => {
  expect(
    codes(
      ofTargets(`
        规上工业产值 亿元 | 2020 109.43 | 2025 350
        规上工业增加值 亿元 | 2020 71.89 | 2025 120`),
    ),
  ).toEqual(['warning implied-ratio-shift'])
})

test.each([
  ['parks above the region', '600 300 200', ['warning segments-mismatch']],
  ['parks within the region', '600 300 50', []],
])('%s', (_, goals, expected) => {
  const parks = goals.split(' ').map((goal, i) => ({
    name: `园区${i}`,
    industries: [],
    area: [],
    goal: { value: Number(goal), unit: '亿元', op: '=' as const, text: goal },
    citation: { start: 9000 + i, end: 9001 + i, quote: '园', where: 'prose' as const },
  }))
  const targets = drawnTargets('规上工业总产值 亿元 | 2020 600 | 2025 1000')
  expect(codes(auditPlan({ plan: drawnPlan({ targets, parks }), document: nothing }))).toEqual(
    expected,
  )
})

test.each([
  ['60 | 30 | 10', []],
  ['60 | 30 | 6', ['info segments-mismatch']],
  ['60 | 30 | 25', ['warning segments-mismatch']],
])('branches against their industry: %s', (goals, expected) => {
  const [first = '', second = '', third = ''] = goals.split(' | ')
  const targets = drawnTargets(`
    prose: 新材料产业产值@@新材料产业 亿元 | - | 2025 100
    prose: 复合材料产值@@新材料产业 亿元 | - | 2025 ${first}
    prose: 铝合金产值@@新材料产业 亿元 | - | 2025 ${second}
    prose: 硬质合金产值@@新材料产业 亿元 | - | 2025 ${third}`)
  const industries = [
    {
      name: '新材料产业',
      segments: ['复合材料', '铝合金', '硬质合金'],
      citation: { start: 9000, end: 9001, quote: '新', where: 'prose' as const },
    },
  ]
  expect(
    codes(auditPlan({ plan: drawnPlan({ targets, industries }), document: nothing }), true),
  ).toEqual(expected)
})

test.each([
  ['28', ['info growth-mismatch']],
  ['28.0', ['error growth-mismatch']],
  ['26.6', ['error growth-mismatch', 'error growth-mismatch']],
])('a base of %s beside 28.6 and 29.8: fewer digits are asked about', (base, expected) => {
  const row = `规上工业增加值率 % | 2020 ${base} | 2022 28.6 +0.3pp | 2025 29.8 +0.32pp`
  expect(codes(ofTargets(row), true)).toEqual(expected)
})

test('a target in words cannot be judged, one without a base is asked for it', () => {
  const words = drawnTargets('产业链韧性 % | - | 2025 显著增强')
  const table = drawnTargets(`
    规上工业产值 亿元 | 2020 100 | 2025 150
    规上工业利润 亿元 | 2020 10 | 2025 15
    工业投资 亿元 | 2020 20 | 2025 30
    龙头企业 家 | 2020 1 | 2025 3
    工业机器人密度 台/万人 | - | 2025 350`)
  expect(codes(auditPlan({ plan: drawnPlan({ targets: words }), document: nothing }))).toEqual([
    'warning unmeasurable',
  ])
  const [asked] = auditPlan({ plan: drawnPlan({ targets: table }), document: nothing })
  expect([asked?.rule, asked?.message.includes('工业机器人密度')]).toEqual(['base-missing', true])
})

test('duties', () => {
  const tasks = drawnTasks(`
    建成平台 | 甲局 | 乙局 | 2024年
    打造基地 | 甲局 | 甲局、乙局 | 2025年
    开展招商 | 甲局、乙局 | 丙局 | 2025年
    对接产销 | 甲局 | 乙局 | 长期
    培育平台 | | 乙局 | 2025年
    编制清单 | 甲局 | 乙局 | 2028年
    节能诊断 | 甲局 | 乙局 |`)
  const found = auditPlan({ plan: drawnPlan({ tasks }), document: nothing, today: '2025-03-31' })
  expect(codes(found, true).toSorted()).toEqual([
    'warning task-deadline-missing',
    'warning task-deadline-open',
    'warning task-deadline-past',
    'warning task-lead-missing',
    'warning task-lead-multiple',
    'warning task-lead-responsible',
    'warning year-outside-period',
  ])
})

test('without a today no deadline inside the period is past', () => {
  const tasks = drawnTasks('建成平台 | 甲局 | 乙局 | 2021年')
  expect(auditPlan({ plan: drawnPlan({ tasks }), document: nothing })).toEqual([])
})

function project(
  name: string,
  investment: number | undefined,
  startYear: number,
  endYear: number,
  i: number,
): Project {
  return {
    name,
    ...(investment !== undefined && {
      investment: { value: investment, unit: '亿元', op: '=', text: `${investment}亿元` },
    }),
    startYear,
    endYear,
    citation: { start: i, end: i + 1, quote: '项', where: 'table' },
  }
}

test('projects', () => {
  const projects = [
    project('甲', 3, 2021, 2024, 1),
    project('乙', 2, 2023, 2022, 2),
    project('丙', undefined, 2021, 2025, 3),
    project('甲', 3, 2021, 2024, 4),
    project('丁', 1, 2027, 2029, 5),
  ]
  expect(codes(auditPlan({ plan: drawnPlan({ projects }), document: nothing }))).toEqual([
    'error project-years-reversed',
    'warning project-investment-missing',
    'warning project-duplicate',
    'warning year-outside-period',
  ])
})

test.each([
  ['园区规划面积38平方公里，截至2020年底建成面积达25平方公里。', []],
  ['园区规划批准面积5.8平方公里，截至2020年底建成6.3平方公里。', ['warning part-exceeds-whole']],
  ['园区规划批准面积5.81平方公里，截至2020年底建成6平方公里。', ['info part-exceeds-whole']],
  ['三大产业规上企业共计240家。其中171家为装备企业、38家为电子企业、31家为健康企业。', []],
  [
    '三大产业规上企业共计250家。其中171家为装备企业、38家为电子企业、31家为健康企业。',
    ['error sum-mismatch'],
  ],
  ['全区有研发平台74个，其中市级以上44个，科技型企业433家，高新技术企业94家。', []],
  ['规上企业100家，其中高新技术企业60家、专精特新企业50家。', []],
  [
    '产业产值达到420亿元，其中机床160亿元、机器人140亿元、农机150亿元。',
    ['warning part-exceeds-whole'],
  ],
  ['镇街规模以上企业92家，汽摩零部件类有20家，占规模以上企业的21.74%。', []],
  ['镇街规模以上企业92家，汽摩零部件类有20家，占规模以上企业的31.74%。', ['error ratio-mismatch']],
  ['装备、材料和其他产业占工业产值的比重分别为52%、26%和22%。', []],
  ['装备、材料和其他产业占工业产值的比重分别为54%、26%和22%。', ['error shares-not-100']],
  ['装备和材料两个产业占工业产值的比重分别为32%、26%和20%。', []],
  ['地区生产总值从2015年的308.20亿元增加到2020年的661.02亿元，年均增速16.49%。', []],
  [
    '地区生产总值从2015年的308.20亿元增加到2020年的661.02亿元，年均增速17.17%。',
    ['error growth-mismatch'],
  ],
  ['收入分别从2015年的285元和134元增加到2020年的424元和211元，年均增速分别为8.3%和9.5%。', []],
  [
    '收入分别从2015年的285元和134元增加到2020年的424元和211元，年均增速分别为8.3%和7.1%。',
    ['error growth-mismatch'],
  ],
  ['进出口总额从2015年的0.72亿元增加到2020年的17.14亿元，增加了23倍左右。', []],
  [
    '进出口总额从2015年的0.72亿元增加到2020年的17.14亿元，增加了33倍。',
    ['warning growth-mismatch'],
  ],
])('sentences: %s', (text, expected) => {
  expect(codes(ofText(text), true)).toEqual(expected)
})

test.each([
  ['合计 | 21.3 | 670 | 1130', []],
  ['合计 | 21.3 | 670 | 1150', ['error sum-mismatch']],
])('a row of totals: %s', (row, expected) => {
  expect(
    codes(
      ofText(`
        表3 产业园区发展目标
        园区 | 规划面积 | 2025年产值 | 2030年产值
        园区甲 | 9.6 | 350 | 600
        园区乙 | 7.2 | 240 | 390
        园区丙 | 4.5 | 80 | 140
        ${row}`),
    ),
  ).toEqual(expected)
})

const sectors = (shares: string, sums = '341.57 | 661.02', second = '201.26'): string => `
  表1 经济状况
  年份 | 2016 | 2020
  地区生产总值（亿元） | ${sums}
  第一产业 | 41.42 | 58.32
  第二产业 | ${second} | 366.46
  第三产业 | 98.89 | 236.25
  上述数据来自统计部门。
  表2 三次产业比重
  年份 | 第一产业 | 第二产业 | 第三产业
  2016 | 12.2 | 58.9 | 28.9
  2020 | ${shares}`

test.each([
  ['sound', sectors('8.8 | 55.4 | 35.8'), []],
  [
    'shares above 100',
    sectors('8.8 | 57.4 | 35.8'),
    ['error shares-not-100', 'error ratio-mismatch'],
  ],
  ['shares of other values', sectors('9.8 | 54.4 | 35.8'), ['error ratio-mismatch']],
  ['a sum that is not', sectors('8.8 | 55.4 | 35.8', '361.57 | 661.02'), ['error sum-mismatch']],
])('the three sectors: %s', (_, drawing, expected) => {
  expect(codes(ofText(drawing)).toSorted()).toEqual(expected.toSorted())
})

test.each([
  ['12.07', []],
  ['18.07', ['error growth-mismatch']],
])('yearly growth in a table of years: %s', (rate, expected) => {
  expect(
    codes(
      ofText(`
        表2 投资情况
        年份 | 工业固定资产投资（亿元） | 增长速度（%）
        2015年 | 175.00 | —
        2016年 | 207.00 | 18.29
        2017年 | 232.00 | ${rate}`),
    ),
  ).toEqual(expected)
})

test('growth of added value at constant prices is asked about, not accused', () => {
  expect(
    codes(
      ofText(`
        表2 增加值情况
        年份 | 规上工业增加值（亿元） | 增长速度（%）
        2015年 | 151.78 | —
        2016年 | 161.96 | 10.8
        2017年 | 180.33 | 10.6`),
      true,
    ),
  ).toEqual(['info growth-price-basis'])
})

test.each([
  ['60', []],
  ['70', ['error text-table-mismatch']],
])('what the text says of a table: never below %s', (floor, expected) => {
  expect(
    codes(
      ofText(`
        “十三五”期，工业比重均保持在${floor}%以上，最高达到82%。
        表2 产业比重
        年份 | 其中工业占二产业比重（%） | 备注
        2016 | 80.5 | 无
        2017 | 82.9 | 无
        2018 | 64.5 | 无`),
    ),
  ).toEqual(expected)
})

test.each([
  ['三', ['warning count-mismatch']],
  ['四', []],
])('announced are %s points, four follow', (count, expected) => {
  expect(
    codes(
      ofText(`
        主要应从以下${count}个方面着手：
        一是深入挖掘特色产品，加强推广。
        二是加强标准建设，推动对接。
        三是落实专项行动，提高供给。
        四是推动宣传，树立形象。`),
    ),
  ).toEqual(expected)
})

test.each([
  ['两', ['warning count-mismatch']],
  ['三', []],
])('a heading that announces %s tasks has three sections', (count, expected) => {
  expect(
    codes(
      ofText(`
        一、发展基础
        全区工业平稳发展。
        二、推进${count}大重点任务
        （一）创新
        提升创新能力。
        （二）转型
        推进数字转型。
        （三）绿色
        促进绿色发展。
        三、保障措施
        加强领导。`),
    ),
  ).toEqual(expected)
})

test('growth far outside history is a warning, and its limits can be set', () => {
  const input: AuditInput = {
    plan: drawnPlan({ targets: drawnTargets('规上工业总产值 亿元 | 2020 109.43 | 2025 350') }),
    document: drawnDocument(`
      一、发展基础
      “十三五”期间，规上工业增加值292.9亿元，年均增长5.4%。`),
  }
  expect(codes(auditPlan(input))).toEqual(['warning required-growth'])
  expect(codes(auditPlan({ ...input, settings: { growthMultiple: 6 } }))).toEqual([])
  expect(codes(auditPlan({ ...input, settings: { without: ['required-growth'] } }))).toEqual([])
})

test('every finding belongs to a described rule, and no rule is described twice', () => {
  const known = auditRules.map((rule) => rule.code)
  expect(new Set(known).size).toBe(known.length)
  expect(known).toContain('growth-mismatch')
})
