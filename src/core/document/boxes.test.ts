import { expect, test } from 'vitest'
import { sectionOf } from './document.ts'
import { drawnParagraphs } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

test.each([
  [
    'the next heading',
    '（一）装备\n专栏1 重点工程\n\n培育工程：引进企业。\n\n集聚工程：建设基地。\n（二）材料\n发展合金。',
  ],
  [
    'two blank lines, where it was a cell',
    '（一）装备\n\t专栏1：重点工程\n\n培育工程：引进企业。\n\n集聚工程：建设基地。\n\n\n发展合金。',
  ],
  [
    'the number of the next heading, its own items counted',
    '1.汽车\n专栏1 重点工程\n1.培育工程：引进企业。\n2.集聚工程：建设基地。\n2.材料\n发展合金。',
  ],
])('a box ends with %s', (_, text) => {
  const document = normalise(fromText(text))
  const paragraphs = drawnParagraphs(document).map((line) => line.replace(/<.*> /, ''))
  expect(paragraphs.map((line) => line.replace(/\d\./, ''))).toEqual([
    '[box] 培育工程：引进企业。',
    '[box] 集聚工程：建设基地。',
    '发展合金。',
  ])
})

test('what stands in a box has its caption in its section, what follows has not', () => {
  const document = normalise([
    { kind: 'paragraph', text: '（一）装备' },
    { kind: 'paragraph', text: '专栏1 重点工程' },
    {
      kind: 'table',
      rows: 1,
      columns: 1,
      cells: [
        {
          row: 0,
          column: 0,
          rowSpan: 1,
          columnSpan: 1,
          text: '培育工程：引进企业。\n集聚工程：建设基地。',
        },
      ],
    },
    { kind: 'paragraph', text: '发展合金。' },
  ])
  expect(document.blocks.map((block) => [Boolean(block.box), sectionOf(document, block)])).toEqual([
    [false, ''],
    [true, '（一）装备'],
    [true, '（一）装备 > 专栏1 重点工程'],
    [true, '（一）装备 > 专栏1 重点工程'],
    [false, '（一）装备'],
  ])
})
