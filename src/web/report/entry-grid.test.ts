import type { ColumnKind, FormRow } from '#core/report/form.ts'
import { cellKey } from '#core/report/form.ts'
import type { Period } from '#core/period/period.ts'
import { expect, test } from 'vitest'
import { cellBeyond, entryGrid, typedCells } from './entry-grid.ts'
import { landing, pastedCells } from './pasted.ts'

function row(code: string, more: Partial<FormRow> = {}): FormRow {
  const columns: readonly ColumnKind[] = ['month', 'to-date', 'to-date-last-year']
  return {
    code,
    name: code,
    indent: 0,
    unit: '千元',
    decimals: 0,
    columns,
    isRequired: true,
    ...more,
  }
}

const form = {
  sections: [
    { title: '收入', rows: [row('01'), row('02', { formula: '01 * 2' })] },
    { title: '成本', rows: [row('03', { columns: ['to-date'] }), row('04')] },
  ],
}
const grid = entryGrid(form, '2026-03' as Period)
const typed = typedCells(grid, { '04.to-date-last-year': 'last-year' })

test('January and February together have no column for the month alone', () => {
  expect(entryGrid(form, '2026-M1-2' as Period).columns).toEqual(['to-date', 'to-date-last-year'])
})

test('the keys pass over computed, locked and absent cells', () => {
  expect(cellBeyond(grid, typed, cellKey('01', 'to-date'), 'down')).toBe('03.to-date')
  expect(cellBeyond(grid, typed, cellKey('01', 'month'), 'down')).toBe('04.month')
  expect(cellBeyond(grid, typed, cellKey('04', 'to-date'), 'right')).toBeUndefined()
  expect(cellBeyond(grid, typed, cellKey('04', 'to-date'), 'left')).toBe('04.month')
  expect(cellBeyond(grid, typed, cellKey('01', 'month'), 'up')).toBeUndefined()
})

test('what a spreadsheet copies comes apart into cells', () => {
  expect(pastedCells('1\t2\r\n3\t\r\n')).toEqual([
    ['1', '2'],
    ['3', ''],
  ])
  expect(pastedCells('"a\nb"\t"say ""x"""')).toEqual([['a\nb', 'say "x"']])
  expect(pastedCells('12')).toEqual([['12']])
})

test('an empty line falls on the title of a section, a full one steps over it', () => {
  const start = cellKey('02', 'to-date')
  const expected = [
    { cell: '02.to-date', text: '1' },
    { cell: '03.to-date', text: '2' },
  ]
  expect(landing(grid, start, [['1'], [''], ['2']])).toEqual(expected)
  expect(landing(grid, start, [['1'], ['2']])).toEqual(expected)
})

test('cells beyond the edge are left out', () => {
  expect(landing(grid, cellKey('04', 'to-date-last-year'), [['1', '2'], ['3']])).toEqual([
    { cell: '04.to-date-last-year', text: '1' },
  ])
})
