import { cite } from '../../document/citation.ts'
import type { Cell, Document, Table } from '../../document/document.ts'
import type { Target } from '../plan.ts'
import { baselineOf, milestoneOf } from './target-cells.ts'
import { unitInBrackets } from './target-columns.ts'
import { type CellLookup, tight } from './target-grid.ts'
import { withoutMarks } from './target-row.ts'
import type { PlanPeriod } from './target-time.ts'

/**
 * Targets of a table whose rows are years and whose columns are indicators; none where it is no such
 * table, or where no year lies in the plan.
 */
export function readTargetsByYear(
  document: Document,
  table: Table,
  at: CellLookup,
  period: PlanPeriod,
): readonly Target[] {
  const years = yearsOfRows(table, at)
  const ahead = years.filter(({ year }) => year >= period.start)
  const before = years.filter(({ year }) => year < period.start).at(-1)
  if (years.length < 2 || ahead.length === 0) return []
  return Array.from({ length: table.columns - 1 }, (_, index) => index + 1).flatMap((column) => {
    const head = withoutMarks(tight(at(0, column)))
    const named = unitInBrackets(head)
    const { rest: name = head, unit = table.unit } = named ?? {}
    const milestones = ahead.flatMap(({ row, year }) =>
      milestoneOf(at(row, column), { column, year }, unit, name),
    )
    const cells = ahead.flatMap(({ row }) => at(row, column) ?? [])
    if (milestones.every(({ value }) => value === undefined)) return []
    const base = before && { column, year: before.year }
    const baseline = base && baselineOf(at(before.row, column), base, unit)
    return [
      {
        indicator: name,
        ...(unit !== undefined && { unit }),
        ...(baseline && { baseline }),
        milestones,
        growth: [],
        citation: cite(document, table, spanOf(cells)),
      },
    ]
  })
}

interface YearRow {
  readonly row: number
  readonly year: number
}

function yearsOfRows(table: Table, at: CellLookup): readonly YearRow[] {
  const first = table.headRows || 1
  if (!/^(?:年度|年份|时间|时期|年)?$/.test(tight(at(0, 0)))) return []
  const rows = Array.from({ length: Math.max(0, table.rows - first) }, (_, index) => first + index)
  const years = rows.flatMap((row) => {
    const year = /^(20\d\d)年?(?:目标|预期|实际|底|末)?$/.exec(tight(at(row, 0)))?.[1]
    return year ? [{ row, year: Number(year) }] : []
  })
  return years.toSorted((a, b) => a.year - b.year)
}

function spanOf(cells: readonly Cell[]): { readonly start: number; readonly end: number } {
  return {
    start: Math.min(...cells.map(({ start }) => start)),
    end: Math.max(...cells.map(({ end }) => end)),
  }
}
