import { expect, test } from 'vitest'
import { drawnHeadings, drawnParagraphs } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

const body = [
  '前 言',
  '推进产业转型升级，打造先进制造业基地，完善产业链条，提高质量效益，增强区域的竞争力，形成集群。',
  '第一章 发展基础',
  '（一）成效',
  '规模稳步增长。',
]

test.each([
  ['dotted leaders', ['前 言.....1', '第一章 发展基础……2', '（一）成效 ...... 3']],
  ['tabs', ['前 言\t1', '第一章 发展基础\t2', '（一）成效\t3']],
  ['nothing at all', ['前 言', '第一章 发展基础', '（一）成效']],
])('entries of a table of contents with %s are not headings', (_, entries) => {
  const document = normalise(fromText(['目 录', ...entries, ...body].join('\n')))
  expect([
    drawnParagraphs(document).filter((line) => line.startsWith('[contents]')).length,
    drawnHeadings(document),
  ]).toEqual([4, ['# 前 言', '# 第一章 发展基础', '## （一） 成效']])
})

test('the list of what is attached is no heading either', () => {
  const document = normalise(
    fromText('一、总则\n推进落实。\n附件：1.主要目标\n2.重点任务\n\n附件1\n主要目标'),
  )
  expect(drawnHeadings(document)).toEqual(['# 一、 总则', '# 附件1 主要目标'])
})
