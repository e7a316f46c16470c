import { expect, test } from 'vitest'
import { codes, ofText } from '#test/audited.ts'

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
  ['工业占第二产业比重逐年上升', ['error text-table-mismatch']],
  ['（二）工业占三次产业比重逐年上升', ['warning text-table-mismatch']],
  ['农业占第二产业比重逐年上升', []],
  ['力争工业占第二产业比重逐年上升', []],
  ['工业占第二产业比重总体上升', []],
  ['规上企业数逐年增加', []],
  ['规上企业数逐年减少', ['error text-table-mismatch']],
])('what is said to move year by year does: %s', (words, expected) => {
  expect(
    codes(
      ofText(`
        ${words}。
        表2 产业比重
        年份 | 其中工业占第二产业比重（%） | 规上企业数（户）
        2016 | 80.5 | 310
        2017 | 82.9 | 322
        2018 | 64.5 | 322
        2019 | 70.3 | 346`),
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
