import { type PivotDimension, pivotOf } from '#core/indicator/pivot.ts'
import { monthPeriod } from '#core/period/period.ts'
import { expect, test } from 'vitest'
import { headCells } from './head-cells.ts'

const members = {
  subject: [{ kind: 'region', code: 'r' }] as const,
  indicator: ['output', 'profit'],
  period: [monthPeriod(2026, 3), monthPeriod(2026, 4)],
}
const dimensions: readonly PivotDimension[] = ['indicator', 'period']

test('an outer head stands over all columns of its member, an inner one over its own', () => {
  const { columns } = pivotOf(members, { rows: ['subject'], columns: dimensions })
  const drawn = (depth: number) =>
    headCells(columns, dimensions.slice(0, depth)).map(({ line, span, at }) => [
      depth === 1 ? line.indicator : line.period,
      span,
      at,
    ])
  expect(drawn(1)).toEqual([
    ['output', 2, 0],
    ['profit', 2, 2],
  ])
  expect(drawn(2).map(([, span]) => span)).toEqual([1, 1, 1, 1])
})
