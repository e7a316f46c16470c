import type { DraftFinding } from '#contract/draft.ts'
import { severities, type Severity } from './severity.ts'

export interface FindingFilter {
  readonly severity?: Severity | undefined
  readonly rule?: string | undefined
  readonly status?: DraftFinding['status'] | 'all' | undefined
}

/** What the filter lets through; without a status the open ones. */
export function filteredFindings(
  findings: readonly DraftFinding[],
  { severity, rule, status = 'open' }: FindingFilter,
): readonly DraftFinding[] {
  return findings.filter(
    (finding) =>
      (severity === undefined || finding.severity === severity) &&
      (rule === undefined || finding.rule === rule) &&
      (status === 'all' || finding.status === status),
  )
}

export interface FindingGroup {
  readonly severity: Severity
  readonly findings: readonly DraftFinding[]
}

/** Gravest first, each group in order of the document. */
export function findingsBySeverity(findings: readonly DraftFinding[]): readonly FindingGroup[] {
  return severities
    .map((severity) => ({
      severity,
      findings: findings
        .filter((finding) => finding.severity === severity)
        .sort((a, b) => (a.citations[0]?.start ?? 0) - (b.citations[0]?.start ?? 0)),
    }))
    .filter(({ findings }) => findings.length > 0)
}

export interface RuleCount {
  readonly rule: string
  readonly count: number
}

/** How often each rule found something, most often first. */
export function countsByRule(findings: readonly DraftFinding[]): readonly RuleCount[] {
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  return [...counts]
    .map(([rule, count]) => ({ rule, count }))
    .sort((a, b) => b.count - a.count || a.rule.localeCompare(b.rule))
}
