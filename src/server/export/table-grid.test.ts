import type { Cell, Table } from '#core/document/document.ts'
import { expect, test } from 'vitest'
import { placedRows } from './table-grid.ts'

/** A cell is drawn as `row,column` and, where it spans, `×rows,columns`. */
function cell(picture: string): Cell {
  const [at = '', over = '1,1'] = picture.split('×')
  const [row = 0, column = 0] = at.split(',').map(Number)
  const [rowSpan = 1, columnSpan = 1] = over.split(',').map(Number)
  return { row, column, rowSpan, columnSpan, start: 0, end: 0, text: picture }
}

function placed(rows: number, columns: number, ...cells: readonly string[]): string[] {
  const table: Table = {
    kind: 'table',
    path: [],
    start: 0,
    end: 0,
    rows,
    columns,
    headRows: 1,
    cells: cells.map(cell),
  }
  return placedRows(table).map((row) =>
    row
      .map(({ column, rowSpan, columnSpan, cell: at }) => {
        const over = rowSpan > 1 || columnSpan > 1 ? `×${rowSpan},${columnSpan}` : ''
        return `${at ? '' : 'hole '}${column}${over}`
      })
      .join(' | '),
  )
}

test('a merged cell stands once and its neighbours beside it', () => {
  expect(placed(2, 3, '0,0×2,1', '0,1×1,2', '1,1', '1,2')).toEqual(['0×2,1 | 1×1,2', '1 | 2'])
})

test('holes are filled, so that every row is as wide as the table', () => {
  expect(placed(2, 2, '0,0', '1,1')).toEqual(['0 | hole 1', 'hole 0 | 1'])
})

test('a span that reaches out of the table is cut', () => {
  expect(placed(2, 2, '0,0×9,1', '0,1×1,9', '1,1')).toEqual(['0×2,1 | 1', '1'])
})

test('where spans overlap the earlier cell keeps the place', () => {
  expect(placed(2, 2, '0,0×2,2', '1,1')).toEqual(['0×2,2', ''])
})
