import type { Citation } from '../document/citation.ts'
import type { Document } from '../document/document.ts'
import type { Plan } from '../plan/plan.ts'
import type { Finding, Severity } from './finding.ts'
import type { Grid } from './grid.ts'
import type { Point } from './points.ts'
import type { Sentence } from './prose.ts'

export interface AuditInput {
  readonly plan: Plan
  readonly document: Document
  /** The file's name, carried by citations where several documents are held against each other. */
  readonly file?: string
  /** A day, `2026-03-31`; without it no deadline counts as past. */
  readonly today?: string
  readonly settings?: AuditSettings
}

export interface AuditSettings {
  /** Codes of rules not to be applied. */
  readonly without?: readonly string[]
  /** A required yearly growth counts as far outside history above this multiple of it. Default 2.5. */
  readonly growthMultiple?: number
  /** … and when it lies more than so many percentage points above it. Default 10. */
  readonly growthDistance?: number
}

/** What a rule is, for pages that list the rules. `severity` is the highest it gives. */
export interface RuleDescription {
  /** Stable; findings carry it. */
  readonly code: string
  readonly title: string
  readonly explanation: string
  readonly severity: Severity
}

/** One document, laid out once for all rules. */
export interface AuditContext extends AuditInput {
  readonly points: readonly Point[]
  readonly sentences: readonly Sentence[]
  readonly grids: readonly Grid[]
}

/** A family of rules over one document. */
export type Check = (context: AuditContext) => readonly Finding[]

/** A finding over the given places, doubled ones taken out. */
export function finding(
  rule: string,
  severity: Severity,
  message: string,
  citations: readonly Citation[],
  rest: Pick<Finding, 'expected' | 'found' | 'arithmetic'> = {},
): Finding {
  const places = citations.filter(
    (citation, i) =>
      citations.findIndex(
        (c) => c.start === citation.start && c.end === citation.end && c.file === citation.file,
      ) === i,
  )
  return { rule, severity, message, citations: places, ...rest }
}
