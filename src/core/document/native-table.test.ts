import { expect, test } from 'vitest'
import type { SourceCell, SourceTable } from './document.ts'
import { textAt } from './document.ts'
import { drawnTable, tablesOf } from './drawn.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

/** A table drawn as rows: `<` and `^` continue the cell to the left and above. */
function source(...rows: readonly string[]): SourceTable {
  const grid = rows.map((row) => row.split(' '))
  const runFrom = (
    row: number,
    column: number,
    sign: string,
    step: readonly [number, number],
  ): number => {
    let length = 1
    while (grid[row + length * step[0]]?.[column + length * step[1]] === sign) length += 1
    return length
  }
  const cells = grid.flatMap((row, number) =>
    row.flatMap((text, column): SourceCell[] => {
      if (text === '<' || text === '^') return []
      const rowSpan = runFrom(number, column, '^', [1, 0])
      const columnSpan = runFrom(number, column, '<', [0, 1])
      return [{ row: number, column, rowSpan, columnSpan, text: text.replace('/', '\n') }]
    }),
  )
  return { kind: 'table', rows: grid.length, columns: grid[0]?.length ?? 0, cells }
}

const table = source(
  '类别 指标 2020年 2025年目标 <',
  '^ ^ ^ 绝对值 年均增速',
  '总量 产值 109.43 350 1.55个/百分点',
  '^ 税收 10 35 —',
)

test('merged cells keep their spans, and the text shows rows on lines and cells parted by tabs', () => {
  const document = normalise([{ kind: 'paragraph', text: '表1 主要目标（单位：亿元）' }, table])
  const [read] = tablesOf(document)
  expect(
    read && [
      drawnTable(read),
      read.headRows,
      read.unit,
      read.caption && textAt(document, read.caption),
      textAt(document, read),
    ],
  ).toEqual([
    [
      '类别 指标 2020年 2025年目标 <',
      '^ ^ ^ 绝对值 年均增速',
      '总量 产值 109.43 350 1.55个百分点',
      '^ 税收 10 35 —',
    ],
    2,
    '亿元',
    '表1 主要目标（单位：亿元）',
    '类别\t指标\t2020年\t2025年目标\n\t\t\t绝对值\t年均增速\n总量\t产值\t109.43\t350\t1.55个百分点\n\t税收\t10\t35\t—',
  ])
})

test('a table that went through text is the same table', () => {
  const document = normalise([table])
  expect(tablesOf(normalise(fromText(document.text))).map(drawnTable)).toEqual(
    tablesOf(document).map(drawnTable),
  )
})

test('caption and unit in the first rows of the grid are found there', () => {
  const document = normalise([
    source('表1主要目标 < <', '单位：万元 < <', '指标 2020年 2025年', '产值 100 350'),
  ])
  const [read] = tablesOf(document)
  expect(
    read && [read.headRows, read.unit, read.caption && textAt(document, read.caption)],
  ).toEqual([3, '万元', '表1主要目标'])
})
