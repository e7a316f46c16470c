import type { EnterpriseId, OrganisationId, ProjectId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import type { ProjectLink, ProjectStage, YearPlan } from '#core/project/project.ts'

export interface ProjectTables {
  readonly project: ProjectTable
}

interface ProjectTable {
  readonly regionCode: string
  readonly id: ProjectId
  readonly code: string | null
  readonly name: string
  readonly stage: ProjectStage
  readonly unitId: OrganisationId | null
  readonly placeId: OrganisationId | null
  readonly enterpriseId: EnterpriseId | null
  readonly content: string
  /** Exact decimals. */
  readonly total: string
  readonly land: string | null
  readonly fromPeriod: Period | null
  readonly toPeriod: Period | null
  readonly yearPlans: readonly YearPlan[]
  readonly links: readonly ProjectLink[]
  readonly revision: number
}
