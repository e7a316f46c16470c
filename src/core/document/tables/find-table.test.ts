import { expect, test } from 'vitest'
import { textAt } from '../document.ts'
import { drawnTable, tablesOf } from '../drawn.ts'
import { fromText } from '../from-text.ts'
import { normalise } from '../normalise.ts'

const prose =
  '推进产业转型升级，打造先进制造业基地，完善产业链条，提高质量效益，增强区域竞争力，形成一批特色集群。'

/** The tables of a text, drawn, with its lines given one by one. */
function tables(...lines: readonly string[]): readonly (readonly string[])[] {
  return tablesOf(normalise(fromText(lines.join('\n')))).map(drawnTable)
}

const simple = [
  '类别 指标 单位 2020年 2025年',
  '总量 产值 亿元 109.43 350',
  '^ 增加值 亿元 71.89 120',
]

test.each<[string, readonly string[]]>([
  [
    'tabs',
    [
      '类别\t指标\t单位\t2020年\t2025年',
      '总量\t产值\t亿元\t109.43\t350',
      '\t增加值\t亿元\t71.89\t120',
    ],
  ],
  [
    'tabs, the category gone',
    [
      '类别\t指标\t单位\t2020年\t2025年',
      '总量\t产值\t亿元\t109.43\t350',
      '增加值\t亿元\t71.89\t120',
    ],
  ],
  [
    'pipes',
    [
      '|类别|指标|单位|2020年|2025年|',
      '|---|---|---|---|---|',
      '|总量|产值|亿元|109.43|350|',
      '||增加值|亿元|71.89|120|',
    ],
  ],
  [
    'a cell a line begun by a tab',
    [
      '\t类别',
      '\t指标',
      '\t单位',
      '\t2020年',
      '\t2025年',
      '',
      '\t总量',
      '\t产值',
      '\t亿元',
      '\t109.43',
      '\t350',
      '',
      '\t',
      '\t增加值',
      '\t亿元',
      '\t71.89',
      '\t120',
    ],
  ],
  [
    'a cell a line',
    [
      '类别',
      '指标',
      '单位',
      '2020年',
      '2025年',
      '总量',
      '产值',
      '亿元',
      '109.43',
      '350',
      '增加值',
      '亿元',
      '71.89',
      '120',
    ],
  ],
  [
    'a cell a line, blanks between',
    [
      '类别',
      '',
      '指标',
      '',
      '单位',
      '',
      '2020年',
      '',
      '2025年',
      '',
      '总量',
      '',
      '产值',
      '',
      '亿元',
      '',
      '109.43',
      '',
      '350',
      '',
      '增加值',
      '',
      '亿元',
      '',
      '71.89',
      '',
      '120',
    ],
  ],
  [
    'a cell a line, words broken',
    [
      '类别',
      '指标',
      '单位',
      '2020',
      '年',
      '2025',
      '年',
      '总量',
      '产值',
      '亿元',
      '109.43',
      '350',
      '增加',
      '值',
      '亿元',
      '71.89',
      '120',
    ],
  ],
  [
    'spaces',
    ['类别 指标 单位 2020年 2025年', '总量 产值 亿元 109.43 350', '增加值 亿元 71.89 120'],
  ],
])('a table written with %s has its grid again', (_, lines) => {
  expect(tables('一、目标', ...lines, '', '', '', '二、任务', '推进落实。')).toEqual([simple])
})

const twoHeads = [
  '类别 指标 属性 2020年 2025年目标 <',
  '^ ^ ^ ^ 绝对值 年均增速',
  '总量 产值（亿元） 预期性 109.43 350 17.6%',
  '^ 占比（%） 预期性 5.6 10 1.55个百分点',
]

test.each<[string, readonly string[]]>([
  [
    'tabs',
    [
      '类别\t指标\t属性\t2020年\t2025年目标\t',
      '\t\t\t\t绝对值\t年均增速',
      '总量\t产值（亿元）\t预期性\t109.43\t350\t17.6%',
      '\t占比（%）\t预期性\t5.6\t10\t1.55个',
      '百分点',
    ],
  ],
  [
    'tabs, nothing under merged heads',
    [
      '类别\t指标\t属性\t2020年\t2025年目标',
      '绝对值\t年均增速',
      '总量\t产值（亿元）\t预期性\t109.43\t350\t17.6%',
      '占比（%）\t预期性\t5.6\t10\t1.55个百分点',
    ],
  ],
  [
    'a cell a line',
    [
      '类别',
      '指标',
      '属性',
      '2020年',
      '2025年目标',
      '绝对值',
      '年均增速',
      '总量',
      '产值（亿元）',
      '预期性',
      '109.43',
      '350',
      '17.6%',
      '占比（%）',
      '预期性',
      '5.6',
      '10',
      '1.55个',
      '百分点',
    ],
  ],
  [
    'spaces',
    [
      '类别 指标 属性 2020年 2025年目标',
      '绝对值 年均增速',
      '总量 产值（亿元） 预期性 109.43 350 17.6%',
      '占比（%） 预期性 5.6 10 1.55个百分点',
    ],
  ],
])('two head rows written with %s are told apart', (_, lines) => {
  expect(tables('一、目标', ...lines, '', '二、任务', '推进落实。')).toEqual([twoHeads])
})

test('a broken cell spans from its first to its last character', () => {
  const document = normalise(fromText('\t指标\n\t增速\n\n\t产值\n\t1.55个\n百分点\n'))
  const cell = tablesOf(document)[0]?.cells.at(-1)
  expect(cell && [cell.text, textAt(document, cell)]).toEqual(['1.55个百分点', '1.55个\n百分点'])
})

test('a head that is printed again on the next page, and the number of the page, are no rows', () => {
  const head = '序号\t项目名称\t建设性质\t投资（亿元）'
  const rows = [1, 2, 3, 4].map((number) => `${number}\t项目${number}\t新建\t20`)
  const lines = [head, ...rows.slice(0, 2), '', '- 12 -', '', head, ...rows.slice(2)]
  expect(tables(...lines)).toEqual([
    [
      '序号 项目名称 建设性质 投资（亿元）',
      '1 项目1 新建 20',
      '2 项目2 新建 20',
      '3 项目3 新建 20',
      '4 项目4 新建 20',
    ],
  ])
})

test('tasks with a line across the table are rows by their numbers', () => {
  const lines = [
    '序号',
    '主要任务',
    '牵头单位',
    '责任单位',
    '完成时限',
    '一、创新行动',
    '1',
    '建立研发机构。',
    '科技局',
    '财政局、',
    '经信局',
    '2022年',
    '2',
    '培育高新企业。',
    '科技局',
    '各园区',
    '长期',
  ]
  expect(tables('附件2', '重点任务', ...lines)).toEqual([
    [
      '序号 主要任务 牵头单位 责任单位 完成时限',
      '一、创新行动 < < < <',
      '1 建立研发机构。 科技局 财政局、经信局 2022年',
      '2 培育高新企业。 科技局 各园区 长期',
    ],
  ])
})

test('figures of a row that lacks some are left out: none may say which year they are of', () => {
  const lines = [
    '指标',
    '单位',
    '2020年',
    '2022年',
    '2025年',
    '产值',
    '亿元',
    '100',
    '200',
    '350',
    '研发机构',
    '家',
    '46',
    '100',
    '专利',
    '件',
    '2',
    '3',
    '5',
  ]
  expect(tables('一、目标', ...lines)).toEqual([
    [
      '指标 单位 2020年 2022年 2025年',
      '产值 亿元 100 200 350',
      '研发机构 家 ? ? ?',
      '专利 件 2 3 5',
    ],
  ])
})

test.each<[string, readonly string[]]>([
  ['prose with tabs', ['推进落实。\t强化保障。']],
  ['text of a picture', ['TR || JRR . RBH', 'R || cR [ AH']],
  ['one cell', ['\t培育工程：引进企业。', '集聚工程：建设基地。']],
  [
    'text indented by tabs',
    [
      '\t（一）装备',
      `\t${prose}`,
      '',
      '\t（二）材料',
      `\t${prose}`,
      `\t${prose}`,
      '',
      '\t（三）医药',
      `\t${prose}`,
    ],
  ],
  ['short titles', ['发展目标', '主要任务', '重点项目', '推进产业转型升级，打造先进制造业基地。']],
])('%s is no table', (_, lines) => {
  expect(tables(...lines)).toEqual([])
})

test('caption, unit and note belong to a table, whichever side they stand on', () => {
  const text =
    '附表1 主要目标\n（单位：亿元）\n指标\t2020年\t2025年\n产值\t100\t350\n税收\t10\t35\n注：以年报为准。\n'
  const document = normalise(fromText(text))
  const [table] = tablesOf(document)
  expect(table?.caption && [textAt(document, table.caption), table.unit]).toEqual([
    '附表1 主要目标',
    '亿元',
  ])
  expect(document.blocks.at(-1)).toMatchObject({ kind: 'paragraph', role: 'note' })
  const several = normalise(
    fromText('表1 项目\n单位：万元、亩\n序号\t名称\t投资\t用地\n1\t基地\t20\t30\n'),
  )
  expect(tablesOf(several)[0]?.unit).toBe('万元、亩')
  const below = normalise(
    fromText('指标\t2020年\t2025年\n产值\t100\t350\n表1 主要目标（单位：万元）\n推进落实。'),
  )
  const [other] = tablesOf(below)
  expect(other?.caption && [textAt(below, other.caption), other.unit]).toEqual([
    '表1 主要目标（单位：万元）',
    '万元',
  ])
})

test('a unit declared right under a table is its unit', () => {
  const lines = ['产业\t2025年\t2030年', '石化\t180\t520', '不锈钢\t420\t700', '单位：亿元']
  const units = (...more: readonly string[]) =>
    tablesOf(normalise(fromText([...lines, ...more].join('\n')))).map(({ unit }) => unit)
  const other = ['表2 税收', '指标\t2025年\t2030年', '税收\t18\t20']
  expect([units('推进落实。'), units(...other)]).toEqual([['亿元'], [undefined, undefined]])
})

test('a row that was broken within a cell is one row', () => {
  const lines = [
    '序号\t重点任务\t牵头单位\t配合单位\t时限',
    '1\t培育龙头企业，',
    '引进项目，',
    '建设园区\t工信局\t发改委\t2025年',
    '2\t建设平台\t科技局\t财政局\t长期',
  ]
  expect(tables(...lines)).toEqual([
    [
      '序号 重点任务 牵头单位 配合单位 时限',
      '1 培育龙头企业，引进项目，建设园区 工信局 发改委 2025年',
      '2 建设平台 科技局 财政局 长期',
    ],
  ])
})

test('a table drawn with lines is read like one of pipes', () => {
  const lines = ['┌──┬──┬──┐', '│指标│2020年│2025年│', '├──┼──┼──┤', '│产值│100│200│', '└──┴──┴──┘']
  expect(tables(...lines)).toEqual([['指标 2020年 2025年', '产值 100 200']])
})

test('the total under numbered rows belongs to none of them', () => {
  const lines = [
    '序号\t项目名称\t建设单位\t总投资\t建设期限',
    '1\t液压件项目\t甲公司\t5.2\t2024',
    '合计\t\t\t5.2',
  ]
  expect(tables(...lines)[0]?.slice(1)).toEqual(['1 液压件项目 甲公司 5.2 2024', '? 合计 _ _ 5.2'])
})

test('heads, categories and names that wrap in narrow columns are put together again', () => {
  const lines =
    '类别 指标 单位 2020年 实际值 2025年 目标值 指标 属性 规模 实力 产值 亿元 1865 2600 预期性 增加值增速 % 6.2 7 预期性 ' +
    '质量 效益 规上工业企业 利润率 % 6.4 7.5左右 预期性 亩均税收 万元 14 18 预期性 创新 能力 研发投入强度 % 1.6 ≥2.2 预期性'
  expect(tables('专栏1', '主要指标', '', ...lines.split(' '))).toEqual([
    [
      '类别 指标 单位 2020年实际值 2025年目标值 指标属性',
      '规模实力 产值 亿元 1865 2600 预期性',
      '^ 增加值增速 % 6.2 7 预期性',
      '质量效益 规上工业企业利润率 % 6.4 7.5左右 预期性',
      '^ 亩均税收 万元 14 18 预期性',
      '创新能力 研发投入强度 % 1.6 ≥2.2 预期性',
    ],
  ])
})
