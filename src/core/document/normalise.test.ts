import { expect, test } from 'vitest'
import type { Document, Table } from './document.ts'
import { textAt } from './document.ts'
import { fromText } from './from-text.ts'
import { normalise } from './normalise.ts'

function tableOf(document: Document): Table {
  const table = document.blocks.find((block) => block.kind === 'table')
  if (!table) throw new Error('no table')
  return table
}

test('a table written a cell a line gets its rows back, broken cells joined', () => {
  const document = normalise(
    fromText(
      '表1 目标\n\t类别\n\t指标\n\t2025年\n\n\t总量\n\n速度\n\t产值\n\t0.8个\n百分点\n\n\t\n\t税收\n\t—\n\n后文。',
    ),
  )
  const table = tableOf(document)
  expect([table.rows, table.columns, table.caption && textAt(document, table.caption)]).toEqual([
    3,
    3,
    '表1 目标',
  ])
  expect(table.cells.map((cell) => cell.text)).toEqual([
    '类别',
    '指标',
    '2025年',
    '总量速度',
    '产值',
    '0.8个百分点',
    '税收',
    '—',
  ])
})
