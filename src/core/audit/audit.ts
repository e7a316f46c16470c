import type { Finding, Severity } from './finding.ts'
import { gridsOf } from './grid.ts'
import { pointsOf } from './points.ts'
import { sentencesOf } from './prose.ts'
import type { AuditContext, AuditInput, Check } from './rule.ts'
import { conflictFindings, conflictsBetween } from './rules/conflicts.ts'
import { directionFindings } from './rules/direction.ts'
import { growthFindings } from './rules/growth.ts'
import { headlineFindings } from './rules/headline.ts'
import { listFindings } from './rules/lists.ts'
import { measurableFindings } from './rules/measurable.ts'
import { periodFindings } from './rules/period.ts'
import { projectFindings } from './rules/projects.ts'
import { promiseFindings } from './rules/promises.ts'
import { proseGrowthFindings } from './rules/prose-growth.ts'
import { proseSeriesFindings } from './rules/prose-series.ts'
import { proseShareFindings } from './rules/prose-shares.ts'
import { proseSumFindings } from './rules/prose-sums.ts'
import { proseTrendFindings } from './rules/prose-trend.ts'
import { ratioFindings } from './rules/ratios.ts'
import { requiredGrowthFindings } from './rules/required-growth.ts'
import { tableGrowthFindings } from './rules/table-growth.ts'
import { tableSumFindings } from './rules/table-sums.ts'
import { taskFindings } from './rules/tasks.ts'
import { unitAndRangeFindings } from './rules/unit-and-range.ts'

const checks: readonly Check[] = [
  growthFindings,
  tableGrowthFindings,
  proseGrowthFindings,
  tableSumFindings,
  proseSeriesFindings,
  proseTrendFindings,
  proseShareFindings,
  proseSumFindings,
  ratioFindings,
  conflictFindings,
  directionFindings,
  unitAndRangeFindings,
  headlineFindings,
  requiredGrowthFindings,
  measurableFindings,
  promiseFindings,
  listFindings,
  periodFindings,
  projectFindings,
  taskFindings,
]

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Everything in one plan that a planner should look at, gravest first, then in order of the text. */
export function auditPlan(input: AuditInput): readonly Finding[] {
  return arranged(findingsOf(contextOf(input)), input)
}

/**
 * Several documents, each by itself and held against the others of its region. Citations carry `file`
 * where the input names one.
 */
export function auditPlans(inputs: readonly AuditInput[]): readonly Finding[] {
  const contexts = inputs.map(contextOf)
  const alone = contexts.flatMap((context) => arranged(findingsOf(context), context))
  const together = regionsOf(contexts).flatMap((group) =>
    conflictsBetween(group.map(pointsWithFile)),
  )
  const settings = inputs.find((input) => input.settings)?.settings
  return [...arranged(together, { ...(settings && { settings }) }), ...alone]
}

function contextOf(input: AuditInput): AuditContext {
  return {
    ...input,
    points: pointsOf(input.plan),
    sentences: sentencesOf(input.document),
    grids: gridsOf(input.document),
  }
}

function findingsOf(context: AuditContext): readonly Finding[] {
  return checks.flatMap((check) => check(context))
}

function arranged(
  findings: readonly Finding[],
  { file, settings }: Pick<AuditInput, 'file' | 'settings'>,
): readonly Finding[] {
  const without = new Set(settings?.without)
  return findings
    .filter((finding) => !without.has(finding.rule))
    .map((finding) => (file === undefined ? finding : withFile(finding, file)))
    .toSorted((a, b) => order[a.severity] - order[b.severity] || startOf(a) - startOf(b))
}

function withFile(finding: Finding, file: string): Finding {
  return {
    ...finding,
    citations: finding.citations.map((citation) => ({ ...citation, file: citation.file ?? file })),
  }
}

function startOf(finding: Finding): number {
  return finding.citations[0]?.start ?? 0
}

/** Documents of one region: 江北区 and 某市江北区 are one, a region without a name goes with any. */
function regionsOf(contexts: readonly AuditContext[]): readonly (readonly AuditContext[])[] {
  const groups: AuditContext[][] = []
  for (const context of contexts) {
    const group = groups.find(
      ([first]) => first && isSameRegion(first.plan.region.name, context.plan.region.name),
    )
    if (group) group.push(context)
    else groups.push([context])
  }
  return groups.map(inForce).filter((group) => group.length > 1)
}

/** A revision differs from what it repeals on purpose. */
function inForce(group: readonly AuditContext[]): readonly AuditContext[] {
  const repealed = new Set(group.flatMap(({ plan }) => plan.supersedes))
  return group.filter(({ plan }) => !repealed.has(plan.documentNumber ?? ''))
}

function isSameRegion(a: string, b: string): boolean {
  return a.endsWith(b) || b.endsWith(a)
}

function pointsWithFile({ points, file }: AuditContext): AuditContext['points'] {
  if (file === undefined) return points
  return points.map((point) => ({ ...point, citation: { ...point.citation, file } }))
}
