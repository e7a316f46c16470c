import { expect, test } from 'vitest'
import { sectionOf } from './document.ts'
import { drawnHeadings, drawnParagraphs } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

const prose =
  '推进产业转型升级，打造先进制造业基地，完善产业链条，提高质量效益，增强区域竞争力，形成一批特色集群。'

function headings(...lines: readonly string[]): readonly string[] {
  return drawnHeadings(normalise(fromText(lines.join('\n'))))
}

test('levels follow the numbers a document uses', () => {
  expect(
    headings('一、总体要求', '（一）指导思想', prose, '1. 基本原则', '（1）产业', '①装备', prose),
  ).toEqual([
    '# 一、 总体要求',
    '## （一） 指导思想',
    '### 1. 基本原则',
    '#### （1） 产业',
    '##### ① 装备',
  ])
  expect(
    headings(
      '第一章 发展基础',
      '第一节 成效',
      '一、规模',
      prose,
      '第 2 章 总体要求',
      '（一）思路',
      prose,
    ),
  ).toEqual([
    '# 第一章 发展基础',
    '## 第一节 成效',
    '### 一、 规模',
    '# 第 2 章 总体要求',
    '#### （一） 思路',
  ])
  expect(headings('第1章 形势', '（一）国外', prose, '1、环境', '（2）现状', prose)).toEqual([
    '# 第1章 形势',
    '## （一） 国外',
    '### 1、 环境',
    '#### （2） 现状',
  ])
  expect(headings('第一章 形势', '1.1 国外趋势', prose, '1.1.1 技术', prose)).toEqual([
    '# 第一章 形势',
    '## 1.1 国外趋势',
    '### 1.1.1 技术',
  ])
})

test('outlines of decimal numbers begin with a single one, with or without a dot', () => {
  expect(headings('1．基础', '1．1 成效', prose, '2．目标', '2．1 近期', prose)).toEqual([
    '# 1． 基础',
    '## 1．1 成效',
    '# 2． 目标',
    '## 2．1 近期',
  ])
  expect(headings('1 发展现状', '1.1 规模', prose, '2 保障措施', prose, '3 家企业')).toEqual([
    '# 1 发展现状',
    '## 1.1 规模',
    '# 2 保障措施',
  ])
})

test.each<[string, readonly string[]]>([
  ['1．机遇和优势', ['### 1． 机遇和优势']],
  ['（一）园区提质行动。', ['## （一） 园区提质行动']],
  ['（一）产值达到350亿元。', []],
  ['１２家企业', []],
  ['12.5亿元', []],
  ['1.5个百分点', []],
  ['二〇二五年实现目标。', []],
  ['一是推动存量企业提质增效。二是培育增量。', []],
  ['1.规上工业总产值达到350亿元；', []],
  ['1.到2025年产值达到350亿元。其中装备产业100亿元。', []],
  [
    '（1）在新技术革命推动下，世界制造业逐步形成国际化产业分工体系，并呈现产业集聚及加速融合的态势。（2）全球。',
    [],
  ],
])('%s is a heading or not', (line, expected) => {
  expect(headings(line, prose)).toEqual(expected)
})

test('a numbered lead-in is a heading, its text a paragraph of its own', () => {
  const document = normalise(fromText(`一、总体要求\n1. 坚持创新引领。${prose}`))
  expect([drawnHeadings(document), drawnParagraphs(document)]).toEqual([
    ['# 一、 总体要求', '### 1. 坚持创新引领…'],
    [prose],
  ])
  const [last] = document.blocks.slice(-1)
  expect(last && sectionOf(document, last)).toBe('一、总体要求 > 1. 坚持创新引领。')
})

test('lead-ins without a number are headings beside others of their kind', () => {
  expect(
    headings(
      '（一）产业',
      `铝合金。${prose}`,
      `复合材料。${prose}`,
      '（二）布局',
      `加快发展。${prose}`,
    ),
  ).toEqual(['## （一） 产业', '### 铝合金…', '### 复合材料…', '## （二） 布局'])
})

test('a short title without a number is a heading beside the one before it', () => {
  expect(headings('（三）面临形势', '1. 机遇', prose, '', '挑战和劣势分析', '', prose)).toEqual([
    '## （三） 面临形势',
    '### 1. 机遇',
    '### 挑战和劣势分析',
  ])
})

test.each([
  [
    'the end of a broken sentence',
    ['推进产业转型升级，打造先进制造业基地，完善', '', '产业链条和集群', '', prose],
  ],
  ['the name of a picture', [prose, '', '产业空间布局图', '', prose]],
  [
    'what comes before short lines',
    [prose, '新能源汽车整车', '新能源汽车零部件', '新能源汽车服务'],
  ],
])('%s is no heading', (_, lines) => {
  expect(headings(...lines)).toEqual([])
})

test('a number on a line of its own takes its title from the next', () => {
  expect(headings('第一章', '发展基础', prose, '附件1', '主要目标表', prose)).toEqual([
    '# 第一章 发展基础',
    '# 附件1 主要目标表',
  ])
})

test('a heading style of the file counts where there is no number', () => {
  const document = normalise([
    { kind: 'paragraph', text: '发展基础', number: '一、', outline: 0 },
    { kind: 'paragraph', text: prose },
    { kind: 'paragraph', text: '保障', outline: 0 },
    { kind: 'paragraph', text: prose },
  ])
  expect(drawnHeadings(document)).toEqual(['# 一、 发展基础', '# 保障'])
})

test('marks of emphasis do not hide a lead-in', () => {
  expect(headings('一、任务', `（1）**推进技术改造。**${prose}`)).toEqual([
    '# 一、 任务',
    '#### （1） 推进技术改造…',
  ])
})

test('list marks and numbers of items are kept', () => {
  const document = normalise(
    fromText(`一、目标\n——规模提升。${prose}\n●装备：${prose}\n2.产值达到350亿元；`),
  )
  expect(drawnParagraphs(document)).toEqual([
    `<——> ——规模提升。${prose}`,
    `<●> ●装备：${prose}`,
    '<2.> 2.产值达到350亿元；',
  ])
})

test('a paragraph that a page end cut in two is one paragraph', () => {
  const document = normalise(
    fromText(
      '一、任务\n推进产业转型升级，打造先进制造业基地，完善现代产\n\n\n业链条，提高质量效益。\n强化保障。',
    ),
  )
  expect(drawnParagraphs(document)).toEqual([
    '推进产业转型升级，打造先进制造业基地，完善现代产/业链条，提高质量效益。',
    '强化保障。',
  ])
})

test('numbers right beside one another are a list, not headings', () => {
  const document = normalise(
    fromText(`一、项目\n1.装备基地\n2.材料基地\n3.医药基地\n${prose}\n（一）要求：\n${prose}`),
  )
  expect([drawnHeadings(document), drawnParagraphs(document)]).toEqual([
    ['# 一、 项目', '## （一） 要求'],
    ['<1.> 1.装备基地', '<2.> 2.材料基地', '<3.> 3.医药基地', prose, prose],
  ])
})

test('the number of a page is no part of the text', () => {
  const document = normalise(fromText(`一、任务\n${prose}\n- 12 -\n（一）装备\n${prose}`))
  expect(drawnParagraphs(document)).toEqual([prose, prose])
})
