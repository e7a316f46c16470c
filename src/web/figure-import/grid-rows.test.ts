import type { MappedTable } from '#contract/sheet-mapping.ts'
import { expect, test } from 'vitest'
import { gridRows } from './grid-rows.ts'

function line(index: number, use: 'figures' | 'total' | 'ignored', measure?: 'growth') {
  const facets = measure ? { measure } : {}
  return { index, label: '', key: String(index), use, facets, confidence: 1, reasons: [], level: 0 }
}

const table: MappedTable = {
  id: '0-0',
  sheet: 0,
  bounds: { top: 1, left: 0, bottom: 3, right: 2 },
  headRows: [1],
  titles: [{ row: 0, column: 0, text: '标题' }],
  notes: [],
  labels: [],
  rows: [line(2, 'figures'), line(3, 'total')],
  columns: [line(1, 'figures'), line(2, 'figures', 'growth')],
  defaults: { subject: { kind: 'region', code: '999901' } },
  isSkipped: false,
  decisions: {},
  needsLook: false,
  isConfirmed: false,
}

/** The cells of each row with their spans and roles: `标题 1x3`, `5 value`. */
function drawn(rows: ReturnType<typeof gridRows>): readonly string[] {
  return rows.map(({ kind, cells }) =>
    [
      kind,
      ...cells.map(({ text, rowSpan, columnSpan, role }) =>
        [text || '·', rowSpan * columnSpan > 1 ? `${rowSpan}x${columnSpan}` : '', role ?? '']
          .filter((part) => part !== '')
          .join(' '),
      ),
    ].join(' | '),
  )
}

test('merged cells are there once, and each figure is what its row and column make of it', () => {
  const sheet = {
    name: '表',
    total: 4,
    from: 0,
    rows: [['标题'], ['园区', '产值', '增速'], ['甲', '5', '2'], ['合计', '5', '2']],
    merges: [{ row: 0, column: 0, lastRow: 0, lastColumn: 2 }],
  }
  expect(drawn(gridRows(sheet, table))).toEqual([
    'title | 标题 1x3',
    'head | 园区 | 产值 | 增速',
    'body | 甲 | 5 value | 2 check',
    'body | 合计 | 5 total | 2 total',
  ])
})
