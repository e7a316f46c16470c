import { expect, test } from 'vitest'
import { drawnHeadings, drawnParagraphs, drawnTable, tablesOf } from './drawn.ts'
import { fromMarkdown } from './from-markdown.ts'
import { normalise } from './normalise.ts'

const page = `# 某某区制造业“十四五”规划

## 一、发展目标

到**2025年**，*产值*达到[350亿元](https://example.org)，打造先进制造业基地，完善产业链条，增强区域竞争力。

- 培育企业10家；
- 建设园区2个。

## 保障措施

| 指标 | 单位 | 2025年 |
| --- | :---: | ---: |
| 产值 | 亿元 | **350** |
| 企业<br>数量 | 家 | 10 |

强化责任落实。`

test('Markdown gives headings by their signs, lists by their marks, tables by their pipes', () => {
  const document = normalise(fromMarkdown(page))
  expect([
    drawnHeadings(document),
    drawnParagraphs(document),
    tablesOf(document).map(drawnTable),
  ]).toEqual([
    ['= 某某区制造业“十四五”规划', '# 一、 发展目标', '# 保障措施'],
    [
      '到2025年，产值达到350亿元，打造先进制造业基地，完善产业链条，增强区域竞争力。',
      '<-> - 培育企业10家；',
      '<-> - 建设园区2个。',
      '强化责任落实。',
    ],
    [['指标 单位 2025年', '产值 亿元 350', '企业数量 家 10']],
  ])
})
