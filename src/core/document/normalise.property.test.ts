import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cite } from './citation.ts'
import type { Document, SourceBlock } from './document.ts'
import { textAt } from './document.ts'
import { fromMarkdown } from './from-markdown.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

/** Bits that documents of the genre are made of, and what spoils them. */
const bit = fc.constantFrom(
  '一、总体要求',
  '（一）发展目标',
  '1.',
  '（1）',
  '①',
  '第一章',
  '专栏1 重点工程',
  '表1 主要目标',
  '附件1',
  '目录',

  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '|',
  '||',
  '  ',
  '　',
  '序号',
  '指标',
  '单位',
  '2020年',
  '2025年',
  '属性',
  '绝对值',

  '规上工业总产值',
  '亿元',
  '350',
  '≥0.6',
  '—',
  '预期性',
  '1.55个',
  '百分点',
  '坚持创新引领。',
  '推进产业升级，打造基地。',

  '.....12',
  '**',
  '注：',
  '（',
  '）',
  '2021年8月25日',
  '府发〔2021〕5号',
  '\u0000',
  '\ufeff',
  '\ud800',
  '😀',
  '---|---',
)
const draft = fc
  .array(fc.oneof({ weight: 8, arbitrary: bit }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 120,
  })
  .map((bits) => bits.join(''))

const sourceTable = fc
  .array(fc.array(draft, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((rows): SourceBlock => ({
    kind: 'table',
    rows: rows.length,
    columns: Math.max(...rows.map((row) => row.length)),
    cells: rows.flatMap((row, number) =>
      row.map((text, column) => ({ row: number, column, rowSpan: 1, columnSpan: 1, text })),
    ),
  }))
const source = fc.oneof(
  draft.map(fromText),
  draft.map(fromMarkdown),
  fc.array(
    fc.oneof(
      draft.map((text): SourceBlock => ({ kind: 'paragraph', text })),
      sourceTable,
    ),
    { maxLength: 6 },
  ),
)

/** What is wrong with the spans of a document; nothing should be. */
function faults(document: Document): readonly string[] {
  const found: string[] = []
  let last = 0
  for (const [index, block] of document.blocks.entries()) {
    if (block.start < last || block.end < block.start || block.end > document.text.length)
      found.push(`block ${index}`)
    last = block.end
    if (block.path.some((at) => at >= index || document.blocks[at]?.kind !== 'heading'))
      found.push(`path ${index}`)
    if (
      block.kind === 'heading' &&
      (block.title.start < block.start || block.title.end > block.end)
    )
      found.push(`title ${index}`)
    if (block.kind !== 'table') continue
    for (const cell of block.cells) {
      if (cell.start < block.start || cell.end > block.end || cell.end < cell.start)
        found.push(`cell ${index}`)
      if (cell.row + cell.rowSpan > block.rows || cell.column + cell.columnSpan > block.columns)
        found.push(`place ${index}`)
    }
  }
  return found
}

test('blocks follow one another, cells lie in their tables, citations reproduce their quotes', () => {
  fc.assert(
    fc.property(source, (blocks) => {
      const document = normalise(blocks)
      const citations = document.blocks.map((block) => cite(document, block, block))
      expect(faults(document)).toEqual([])
      expect(citations.map((citation) => citation.quote)).toEqual(
        document.blocks.map((block) => textAt(document, block)),
      )
    }),
    { numRuns: 400 },
  )
})

test('the text of a text file is read the same again', () => {
  fc.assert(
    fc.property(draft, (text) => {
      const document = normalise(fromText(text))
      expect(normalise(fromText(document.text))).toEqual(document)
    }),
    { numRuns: 300 },
  )
})

const size = 100_000
test.each<[string, string]>([
  ['one line', '规'.repeat(5 * size)],
  ['spaces', `${' '.repeat(5 * size)}x`],
  ['tabs', '\t'.repeat(5 * size)],
  ['lines of one tab', '\ta\n'.repeat(size / 3)],
  ['paragraphs that begin with a tab', '\t甲\n\n\t乙\n\t推进落实。\n\n'.repeat(size / 16)],
  ['rows of pipes', '|a|b|\n'.repeat(size / 6)],
  ['nested brackets', '（'.repeat(5 * size)],
  ['dots', `${'.'.repeat(5 * size)}x`],
  ['stars', '*'.repeat(5 * size)],
  ['heads of columns', '序号\n指标\n单位\n2025年\n'.repeat(size / 14)],
  [
    'sentences that break off',
    '推进产业转型升级，打造先进制造业基地和产业集群发展新高地建设\n'.repeat(size / 32),
  ],
  ['captions of boxes', '专栏1 工程\n'.repeat(size / 7)],
  ['numbers', '1.\n'.repeat(size / 3)],
])('%s without end are read before anybody gives up', (_, text) => {
  expect(normalise(fromText(text)).text.length).toBeGreaterThan(0)
})
