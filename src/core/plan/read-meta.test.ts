import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fromText } from '../document/from-text.ts'
import { normalise } from '../document/normalise.ts'
import { readMeta } from './read-meta.ts'

const divisions = [
  { code: '330212', name: '鄞州区', city: '宁波市', province: '浙江省' },
  { code: '500231', name: '垫江县', city: '县', province: '重庆市' },
  { code: '420581', name: '宜都市', city: '宜昌市', province: '湖北省' },
]

function metaOf(text: string) {
  return readMeta(normalise(fromText(text)), divisions)
}

test('a cover letter gives number, issuer, day and what it repeals, and names the plan it sends', () => {
  const text = `宜都市人民政府文件
都政发〔2022〕14 号

宜都市人民政府关于印发
《宜都市先进制造业发展“十四五”规划》的通知

各乡镇人民政府，市直各部门：
现将《宜都市先进制造业发展“十四五”规划》印发给你们，请遵照执行。《宜都市工业发展规划》（都政发〔2021〕3号）同时废止。

宜都市人民政府
二〇二二年十月十五日

宜都市先进制造业发展“十四五”规划

为加快发展，特制定本规划，规划期为2021—2025年，展望到2035年。
一、发展基础
依据《国家规划》（国发〔2021〕1号）编制。`
  expect(metaOf(text)).toEqual({
    title: '宜都市先进制造业发展“十四五”规划',
    documentNumber: '都政发〔2022〕14号',
    issuer: '宜都市人民政府',
    issuedOn: '2022-10-15',
    supersedes: ['都政发〔2021〕3号'],
    region: { name: '湖北省宜昌市宜都市', code: '420581' },
    period: { start: 2021, end: 2025, outlook: [2035] },
  })
})

test('a cover without a letter gives the title over its lines, years included', () => {
  const text = `附件
鄞州区推进制造业高质量发展
三年行动计划
（2023—2025年）

鄞州区经济和信息化局
2023年3月

一、总体要求
到2025年建成强区。`
  expect(metaOf(text)).toEqual({
    title: '鄞州区推进制造业高质量发展三年行动计划（2023—2025年）',
    issuer: '鄞州区经济和信息化局',
    supersedes: [],
    region: { name: '浙江省宁波市鄞州区', code: '330212' },
    period: { start: 2023, end: 2025 },
  })
})

test('opinions that an organ issues in its own name, signed at the end', () => {
  const text = `宜都市人民政府关于加快推进新型工业化的实施意见

都政〔2023〕15号

各镇人民政府：
提出如下意见。
一、总体要求
到2025年，规模以上工业增加值翻一番。
二、附则
《宜都市工业强市意见》（都政〔2020〕8号）停止执行。
宜都市人民政府
2023年6月8日`
  expect(metaOf(text)).toEqual({
    title: '宜都市人民政府关于加快推进新型工业化的实施意见',
    documentNumber: '都政〔2023〕15号',
    issuer: '宜都市人民政府',
    issuedOn: '2023-06-08',
    supersedes: ['都政〔2020〕8号'],
    region: { name: '湖北省宜昌市宜都市', code: '420581' },
    period: { start: 2023, end: 2025 },
    doubts: ['period-guessed'],
  })
})

test.each([
  ['垫江县新型工业化“十五五”规划', 2026, 2030, undefined],
  ['垫江县工业发展第十四个五年规划', 2021, 2025, undefined],
  ['垫江县2024年工业稳增长工作方案', 2024, 2024, undefined],
  ['垫江县制造强县建设方案', 2022, 2027, ['period-guessed']],
])('the period of %s is %i to %i', (title, start, end, doubts) => {
  const meta = metaOf(`${title}\n\n一、目标\n到2022年，打好基础。\n到2027年，全面建成。`)
  expect({ period: meta.period, doubts: meta.doubts }).toEqual({ period: { start, end }, doubts })
})

test('a revision replaces the plan it names as the original', () => {
  const text = `垫江县制造业发展规划（修订）

根据形势变化，对原《垫江县制造业发展规划》（垫江府发〔2021〕34号）进行修订。
一、总体要求
按《某办法》（渝府发〔2020〕5号）执行。`
  expect(metaOf(text).supersedes).toEqual(['垫江府发〔2021〕34号'])
})

test.each([
  ['关于加快推进枫林区制造业数字化转型的实施意见', '枫林区'],
  ['宁川市制造强市建设“十五五”规划', '宁川市'],
  ['宁川市怀化县工业强县行动计划', '宁川市怀化县'],
  ['关于推进新型工业化城市建设的意见', ''],
])('the region of %s is %s', (title, name) => {
  expect(metaOf(`${title}\n\n一、目标\n到2030年，全面建成。`).region).toEqual({ name })
})

const shared = new URL('../../../../shared/', import.meta.url)

test.skipIf(!existsSync(shared)).each([
  ['dianjiang-2021-2025', '垫江府发〔2022〕7号', '2022-04-25', [], undefined],
  ['qianjiang-2021-2025', '黔江府发〔2021〕51号', '2021-08-25', [], undefined],
  ['qianjiang-action-2022', undefined, '2022-01-11', [], undefined],
  ['tongliang-2021-2025', undefined, undefined, [], undefined],
  [
    'yongchuan-2021-2025-rev',
    '永川府发〔2022〕7号',
    '2022-04-05',
    ['永川府发〔2021〕14号'],
    [2035],
  ],
])('%s says what it is', (name, documentNumber, issuedOn, supersedes, outlook) => {
  const truth = JSON.parse(readFileSync(new URL(`truth/plans/${name}.json`, shared), 'utf8'))
  const text = readFileSync(new URL(`plans/${name}.txt`, shared), 'utf8')
  const meta = metaOf(text)
  const plain = (title: string) => title.replace(/^重庆市/, '').replace(/[()（）]/g, '')
  expect({ ...meta, title: plain(meta.title), region: undefined, issuer: undefined }).toMatchObject(
    {
      title: plain(truth.title),
      supersedes,
      period: { start: 2021, end: 2025 },
    },
  )
  expect([meta.documentNumber, meta.issuedOn, meta.period.outlook]).toEqual([
    documentNumber,
    issuedOn,
    outlook,
  ])
})
