import type { Form } from '#contract/form-fields.ts'
import type { Person } from '#contract/session.ts'
import type { EnterpriseId, Id, OrganisationId, ReportId } from '#core/id.ts'
import type { SubjectKind } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReviewStep } from '#core/report/form.ts'
import type { ReportState } from '#core/report/life.ts'
import type { ListedRow } from '#core/report/listed-rows.ts'

export interface ReportTables {
  readonly formVersion: FormVersionTable
  readonly reportRound: ReportRoundTable
  readonly report: ReportTable
  readonly reportRemark: ReportRemarkTable
  readonly reportAct: ReportActTable
  readonly burdenCap: BurdenCapTable
  readonly reminderRule: ReminderRuleTable
  readonly reminder: ReminderTable
  readonly checkHit: CheckHitTable
}

interface FormVersionTable {
  readonly regionCode: string
  readonly code: string
  readonly version: number
  readonly form: Form
  readonly shipped: boolean
  readonly fromPeriod: Period | null
  readonly fromEnd: number
  readonly isActive: boolean
  readonly at: string
  readonly by: Person | null
  readonly why: string | null
}

interface ReportRoundTable {
  readonly regionCode: string
  readonly form: string
  readonly period: Period
  readonly periodEnd: number
  readonly version: number
  readonly due: string
  readonly openedBy: Person
  readonly openedAt: string
  readonly overCapWhy: string | null
}

interface ReportTable {
  readonly regionCode: string
  readonly id: ReportId
  readonly form: string
  readonly version: number
  readonly period: Period
  readonly periodEnd: number
  readonly due: string
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly enterpriseId: EnterpriseId | null
  readonly organisationId: OrganisationId | null
  readonly title: string
  readonly state: ReportState
  readonly waitsFor: ReviewStep | null
  readonly listed: readonly ListedRow[]
  readonly cells: Readonly<Record<string, string>>
  readonly cellRevisions: Readonly<Record<string, number>>
  readonly explanations: Readonly<Record<string, string>>
  readonly knownCells: Readonly<Record<string, string>> | null
  readonly isEstimated: boolean
  readonly hardHits: number
  readonly softHits: number
  readonly submittedOn: string | null
  readonly submittedAt: string | null
  readonly reviewedAt: string | null
  readonly acceptedAt: string | null
  readonly changedAt: string | null
  readonly revision: number
  readonly fillingSeconds: number
}

interface ReportRemarkTable {
  readonly regionCode: string
  readonly reportId: ReportId
  readonly position: number
  readonly cell: string | null
  readonly text: string
  readonly by: Person
  readonly at: string
}

export const reportActs = [
  'opened',
  'saved',
  'submitted',
  'passed',
  'returned',
  'accepted',
  'reopened',
  'imported',
  'estimated',
] as const
export type ReportActKind = (typeof reportActs)[number]

interface ReportActTable {
  readonly regionCode: string
  readonly reportId: ReportId
  readonly position: number
  readonly act: ReportActKind
  readonly by: Person
  readonly at: string
  readonly text: string | null
}

interface BurdenCapTable {
  readonly regionCode: string
  readonly cells: number
  readonly by: Person
  readonly at: string
  readonly why: string
}

interface ReminderRuleTable {
  readonly regionCode: string
  readonly form: string
  readonly days: readonly number[]
  readonly escalatesFrom: number | null
  readonly isActive: boolean
  readonly by: Person
  readonly at: string
  readonly why: string
}

interface ReminderTable {
  readonly regionCode: string
  readonly id: Id<'reminder'>
  readonly form: string
  readonly period: Period
  readonly day: string
  readonly daysAfter: number | null
  readonly organisationId: OrganisationId
  readonly reports: number
  readonly by: Person
  readonly at: string
}

interface CheckHitTable {
  readonly regionCode: string
  readonly reportId: ReportId
  readonly checkCode: string
  readonly form: string
  readonly periodEnd: number
  readonly stands: boolean
  readonly outcome: 'corrected' | 'explained' | null
}
