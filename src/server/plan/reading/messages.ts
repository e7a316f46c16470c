import type { AuditInput } from '#core/audit/rule.ts'
import type { Finding } from '#core/audit/finding.ts'
import type { Document, SourceBlock } from '#core/document/document.ts'
import type { Plan } from '#core/plan/plan.ts'
import type { Division } from '#core/plan/read-region.ts'

/** What the reading thread is asked. */
export type Question =
  | {
      readonly kind: 'read'
      readonly blocks: readonly SourceBlock[]
      readonly divisions: readonly Division[]
      readonly today: string
    }
  | { readonly kind: 'audit'; readonly input: AuditInput }

export interface Reading {
  readonly document: Document
  readonly plan: Plan
  readonly findings: readonly Finding[]
}

export interface Answers {
  readonly read: Reading
  readonly audit: readonly Finding[]
}

export type Reply =
  | { readonly ok: true; readonly value: Answers[Question['kind']] }
  | { readonly ok: false; readonly message: string }
