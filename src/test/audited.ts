import { auditPlan } from '#core/audit/audit.ts'
import type { Finding } from '#core/audit/finding.ts'
import { drawnDocument, drawnPlan, drawnTargets } from './drawn-plan.ts'

/** A document without a word, for plans that are drawn item by item. */
export const nothing = drawnDocument('')

/** `error growth-mismatch`, in the order of the findings; questions only where asked for. */
export function codes(findings: readonly Finding[], questions = false): string[] {
  return findings
    .filter((finding) => questions || finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}`)
}

/** What is found in a plan of these targets, see `drawnTargets`. */
export function ofTargets(drawing: string): readonly Finding[] {
  return auditPlan({ plan: drawnPlan({ targets: drawnTargets(drawing) }), document: nothing })
}

/** What is found in a text without a plan read from it, see `drawnDocument`. */
export function ofText(drawing: string): readonly Finding[] {
  return auditPlan({ plan: drawnPlan(), document: drawnDocument(drawing) })
}
