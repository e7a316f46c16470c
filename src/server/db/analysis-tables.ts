import type { Person } from '#contract/session.ts'
import type { AnalysisTemplate, TemplateCode } from '#core/analysis/template.ts'

export interface AnalysisTables {
  readonly analysisTemplate: AnalysisTemplateTable
}

/** See `migrations/0110-analysis-template.sql`. */
export interface AnalysisTemplateTable {
  readonly regionCode: string
  readonly code: TemplateCode
  readonly version: number
  readonly template: AnalysisTemplate
  readonly why: string
  readonly by: Person
  readonly at: string
}
