import { expect, test } from 'vitest'
import { figureKey, type Subject } from './figure.ts'
import { cellKey, type PivotDimension, pivotLayout, type PivotLine, pivotOf } from './pivot.ts'
import { monthPeriod } from '../period/period.ts'

const members = {
  subject: [
    { kind: 'region', code: 'r' },
    { kind: 'park', code: 'p' },
  ] satisfies Subject[],
  indicator: ['output', 'profit'],
  period: [monthPeriod(2026, 3), monthPeriod(2026, 4)],
}

function drawn(lines: readonly PivotLine[]): string {
  return lines
    .map(({ subject, indicator, period }) => [subject?.code, indicator, period].filter(Boolean))
    .map((parts) => parts.join(' '))
    .join(' | ')
}

test.each<[PivotDimension[], PivotDimension[], string, string]>([
  [
    ['subject', 'indicator'],
    ['period'],
    'r output | r profit | p output | p profit',
    '2026-03 | 2026-04',
  ],
  [
    ['period'],
    ['indicator', 'subject'],
    '2026-03 | 2026-04',
    'r output | p output | r profit | p profit',
  ],
  [[], ['subject'], 'output | profit', 'r 2026-03 | r 2026-04 | p 2026-03 | p 2026-04'],
])('rows %j and columns %j', (rows, columns, expectedRows, expectedColumns) => {
  const pivot = pivotOf(members, pivotLayout(rows, columns))
  expect([drawn(pivot.rows), drawn(pivot.columns)]).toEqual([expectedRows, expectedColumns])
})

test('every figure stands in exactly one cell, whatever the layout', () => {
  const all = members.subject.flatMap((subject) =>
    members.indicator.flatMap((indicator) =>
      members.period.map((period) => figureKey({ subject, indicator, period })),
    ),
  )
  const layouts: readonly (readonly PivotDimension[])[] = [
    [],
    ['period'],
    ['indicator', 'period'],
    ['subject', 'period', 'indicator'],
  ]
  for (const layout of layouts) {
    const { rows: down, columns } = pivotOf(members, pivotLayout(layout, []))
    const cells = down.flatMap((row) => columns.map((column) => cellKey(row, column)))
    expect(cells.toSorted()).toEqual(all.toSorted())
  }
})

test('a dimension that is named twice or not at all has one place', () => {
  expect(pivotLayout(['period', 'period'], ['period', 'subject'])).toEqual({
    rows: ['period', 'indicator'],
    columns: ['subject'],
  })
  expect(pivotLayout([], [])).toEqual({ rows: ['subject', 'indicator'], columns: ['period'] })
  expect(pivotLayout(['subject', 'indicator', 'period'], [])).toMatchObject({ columns: [] })
})
