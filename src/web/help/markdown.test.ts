import { inlineOf, markdownBlocks } from './markdown.ts'
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

test('headings, paragraphs, lists, tables, code and pictures', () => {
  const source = `# 校核

![校核页：左边原文](../img/review.png)

左边是原文，
右边是条目。

- **采纳**：无误。
- **更正**：打开表单
  改正。

1. 导入
2. 校核

| 键    | 作用     |
| ----- | -------- |
| J / K | 下一项 \\| 上一项 |

\`\`\`sh
npm start
\`\`\`
`
  expect(markdownBlocks(source)).toEqual([
    { kind: 'heading', level: 1, text: '校核' },
    { kind: 'image', alt: '校核页：左边原文', file: '../img/review.png' },
    { kind: 'paragraph', text: '左边是原文，右边是条目。' },
    { kind: 'list', isOrdered: false, items: ['**采纳**：无误。', '**更正**：打开表单改正。'] },
    { kind: 'list', isOrdered: true, items: ['导入', '校核'] },
    { kind: 'table', head: ['键', '作用'], rows: [['J / K', '下一项 | 上一项']] },
    { kind: 'code', text: 'npm start' },
  ])
})

test('the pieces of a line', () => {
  expect(
    inlineOf('用 `npm start`，见[导入](import.md)和 <http://localhost:8300>，**不会丢失**。'),
  ).toEqual([
    { kind: 'text', text: '用 ' },
    { kind: 'code', text: 'npm start' },
    { kind: 'text', text: '，见' },
    { kind: 'link', text: '导入', to: 'import.md' },
    { kind: 'text', text: '和 ' },
    { kind: 'link', text: 'http://localhost:8300', to: 'http://localhost:8300' },
    { kind: 'text', text: '，' },
    { kind: 'strong', text: '不会丢失' },
    { kind: 'text', text: '。' },
  ])
})

const guide = path.join(import.meta.dirname, '../../../docs/guide')

test.each(fs.readdirSync(guide).filter((name) => name.endsWith('.md')))(
  'nothing of %s is shown as signs of Markdown, and its pictures and pages are there',
  (name) => {
    const blocks = markdownBlocks(fs.readFileSync(path.join(guide, name), 'utf8'))
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
    const lines = blocks.flatMap((block) => {
      if (block.kind === 'list') return block.items
      if (block.kind === 'table') return [...block.head, ...block.rows.flat()]
      return block.kind === 'code' || block.kind === 'image' ? [] : [block.text]
    })
    const pieces = lines.flatMap(inlineOf)
    const plain = pieces.filter(({ kind }) => kind === 'text' || kind === 'strong')
    expect(plain.filter(({ text }) => /\*\*|\]\(|^#|!\[|```/.test(text))).toEqual([])
    const files = [
      ...blocks.flatMap((block) => (block.kind === 'image' ? [block.file] : [])),
      ...pieces.flatMap((piece) => (piece.kind === 'link' ? [piece.to.replace(/#.*/, '')] : [])),
    ]
    const missing = files.filter(
      (file) => file !== '' && !/^https?:/.test(file) && !fs.existsSync(path.join(guide, file)),
    )
    expect(missing).toEqual([])
  },
)
