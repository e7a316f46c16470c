import type { Finding } from '../finding.ts'
import type { Point } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { comparable } from '../unit.ts'
import { listed, unitText } from '../wording.ts'

// A table of fewer rows is a detail, not the plan's list of targets.
const fullTable = 5

/** Figures promised in the text that no table of targets carries, so that nobody will follow them: one finding. */
export function promiseFindings({ plan, points }: AuditContext): readonly Finding[] {
  const inTables = points.filter((point) => point.target.citation.where === 'table')
  if (new Set(inTables.map((point) => point.target)).size < fullTable) return []
  const told = points.filter(
    (point) =>
      point.target.citation.where !== 'table' &&
      point.role === 'level' &&
      point.year === plan.period.end &&
      point.target.scope === undefined,
  )
  const missing = told.filter((point) => !inTables.some((other) => carries(other, point)))
  const firsts = missing.filter(
    (point, i) => missing.findIndex((other) => other.key === point.key) === i,
  )
  if (firsts.length === 0) return []
  const names = firsts.map(
    (point) => `${point.target.indicator}${point.value}${unitText(point.unit)}`,
  )
  return [
    finding(
      'promise-without-table',
      'info',
      `正文提出的${firsts.length}项目标没有列入目标表（${listed(names, 8)}），请确认是否纳入目标表跟踪。`,
      firsts.map((point) => point.citation),
    ),
  ]
}

function carries(row: Point, promise: Point): boolean {
  const sameName =
    row.key === promise.key || row.key.includes(promise.key) || promise.key.includes(row.key)
  return sameName && comparable(row.unit, promise.unit)
}
