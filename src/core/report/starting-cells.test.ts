import type { Cells } from './cells.ts'
import { expect, test } from 'vitest'
import type { ColumnKind, FormRow } from './form.ts'
import { startingCells } from './starting-cells.ts'

function row(code: string, columns: readonly ColumnKind[], more: Partial<FormRow> = {}): FormRow {
  return { code, name: code, indent: 0, unit: '', decimals: 0, columns, isRequired: true, ...more }
}

const form = {
  sections: [
    {
      title: '',
      rows: [
        row('01', ['level', 'level-last-year'], { startsFromLast: true }),
        row('02', ['level']),
        row('03', ['month', 'to-date'], { startsFromLast: true }),
      ],
    },
  ],
}

test('[K6] a level that seldom changes begins with what was told last; a flow begins anew', () => {
  const last: Cells = new Map(
    ['01.level', '02.level', '03.to-date'].map((key) => [key as never, '7']),
  )
  expect([...startingCells(form, last)]).toEqual([['01.level', '7']])
  expect(startingCells(form, undefined).size).toBe(0)
})
