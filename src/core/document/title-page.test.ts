import { expect, test } from 'vitest'
import { drawnHeadings, drawnParagraphs } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

const letter = [
  '某某市人民政府',
  '关于印发某某市制造业高质量发展“十四五”',
  '规划的通知',
  '某府发〔2021〕51号',
  '',
  '各镇人民政府，市政府各部门：',
  '现将规划印发给你们，请认真贯彻执行。',
  '某某市人民政府',
  '2021年8月25日',
  '（此件公开发布）',
  '某某市制造业高质量发展',
  '“十四五”规划',
  '（2021—2025年）',
  '“十四五”时期是重要时期。',
  '一、发展基础',
]

test('the letter and the plan each have their title, number, issuer and date', () => {
  const document = normalise(fromText(letter.join('\n')))
  expect([drawnHeadings(document), drawnParagraphs(document)]).toEqual([
    [
      '= 关于印发某某市制造业高质量发展“十四五” 规划的通知',
      '= 某某市制造业高质量发展 “十四五”规划 （2021—2025年）',
      '# 一、 发展基础',
    ],
    [
      '[issuer] 某某市人民政府',
      '[document-number] 某府发〔2021〕51号',
      '各镇人民政府，市政府各部门：',
      '现将规划印发给你们，请认真贯彻执行。',
      '[issuer] 某某市人民政府',
      '[date] 2021年8月25日',
      '（此件公开发布）',
      '“十四五”时期是重要时期。',
    ],
  ])
})

test.each([
  '某府发〔2021〕51号',
  '某府办发[2021]5号',
  '某府发【2021】第5号',
  '某经信发（2021）12 号',
  '某府发 〔2021〕 51 号',
])('%s is a document number', (number) => {
  const document = normalise(fromText(`${number}          电子公文专用章\n一、总则`))
  expect(document.blocks[0]).toMatchObject({
    role: 'document-number',
    start: 0,
    end: number.length,
  })
})

test.each(['2021年8月25日', '2021 年 8 月', '二〇二一年八月二十五日', '二○二一年八月'])(
  '%s is a date wherever it stands',
  (day) => {
    const document = normalise(fromText(`一、总则\n推进落实。\n${day}`))
    expect(drawnParagraphs(document)).toContain(`[date] ${day}`)
  },
)

test('a letter with numbers of its own does not hide the title behind it', () => {
  const lines = [
    '某府发〔2021〕5号',
    '关于印发规划的通知',
    '各镇人民政府：',
    '一、加强领导。各镇要重视。',
    '二、抓好落实。',
    '某某市人民政府',
    '2021年8月25日',
    '某某市工业发展规划',
    '一、总则',
  ]
  expect(drawnHeadings(normalise(fromText(lines.join('\n'))))).toEqual([
    '= 关于印发规划的通知',
    '# 一、 加强领导…',
    '# 二、 抓好落实',
    '= 某某市工业发展规划',
    '# 一、 总则',
  ])
})
