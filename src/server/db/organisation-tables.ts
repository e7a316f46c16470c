import type { OrganisationId } from '#core/id.ts'
import type { OrganisationKind } from '#core/organisation/organisation.ts'

export interface OrganisationTables {
  readonly organisation: OrganisationTable
  readonly organisationStage: OrganisationStageTable
}

interface OrganisationTable {
  readonly regionCode: string
  readonly id: OrganisationId
  readonly code: string
  readonly kind: OrganisationKind
  readonly aliases: readonly string[]
  readonly validTo: string | null
  readonly mergedInto: OrganisationId | null
  readonly revision: number
}

interface OrganisationStageTable {
  readonly regionCode: string
  readonly organisationId: OrganisationId
  readonly validFrom: string
  readonly name: string
  readonly parentId: OrganisationId | null
}
