import { expect, test } from 'vitest'
import { codes, nothing, ofTargets } from '#test/audited.ts'
import { drawnPlan, drawnTargets } from '#test/drawn-plan.ts'
import { auditPlan } from '../audit.ts'

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

test('industries that make up all industry, not 规上 alone, raise a question of scope', () => {
  const targets = drawnTargets(`
    规上工业总产值 亿元 | 2020 155.9 | 2025 400
    prose: 工业产值 亿元 | - | 2025 450
    智能装备产业产值@@智能装备产业 亿元 | - | 2025 250
    新材料产业产值@@新材料产业 亿元 | - | 2025 200`)
  const industries = ['智能装备产业', '新材料产业'].map((name, i) => ({
    name,
    segments: [],
    citation: { start: 9000 + i, end: 9001 + i, quote: '产', where: 'prose' as const },
  }))
  const found = auditPlan({ plan: drawnPlan({ targets, industries }), document: nothing })
  expect(codes(found, true).filter((code) => code.includes('segments'))).toEqual([
    'info segments-mismatch',
  ])
})
