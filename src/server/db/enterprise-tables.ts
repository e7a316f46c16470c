import type { Person } from '#contract/session.ts'
import type {
  Contact,
  EnterpriseState,
  FormerName,
  ProductShare,
} from '#core/enterprise/enterprise.ts'
import type { ImportedRow } from '#core/enterprise/imported-row.ts'
import type { EnterpriseSize } from '#core/enterprise/size.ts'
import type { Uscc } from '#core/enterprise/uscc.ts'
import type { EnterpriseId, EnterpriseImportId, OrganisationId } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'

export interface EnterpriseTables {
  readonly enterprise: EnterpriseTable
  readonly enterpriseListing: EnterpriseListingTable
  readonly enterpriseNode: EnterpriseNodeTable
  readonly enterpriseTag: EnterpriseTagTable
  readonly enterpriseImport: EnterpriseImportTable
  readonly enterpriseDescent: EnterpriseDescentTable
  readonly chain: ChainTable
  readonly chainNode: ChainNodeTable
}

interface EnterpriseTable {
  readonly regionCode: string
  readonly id: EnterpriseId
  readonly uscc: Uscc | null
  readonly name: string
  readonly formerNames: readonly FormerName[]
  readonly industry: string | null
  readonly size: EnterpriseSize | null
  readonly parkId: OrganisationId | null
  readonly townId: OrganisationId | null
  readonly organisationId: OrganisationId | null
  readonly established: string | null
  readonly address: string
  readonly products: string
  readonly contacts: readonly Contact[]
  readonly state: EnterpriseState
  readonly endedOn: string | null
  readonly mergedInto: EnterpriseId | null
  readonly productShares: readonly ProductShare[]
  readonly revision: number
}

interface EnterpriseListingTable {
  readonly regionCode: string
  readonly enterpriseId: EnterpriseId
  readonly fromPeriod: Period
  readonly toPeriod: Period | null
  readonly reason: string
}

interface EnterpriseNodeTable {
  readonly regionCode: string
  readonly enterpriseId: EnterpriseId
  readonly chainCode: string
  readonly nodeCode: string
}

interface EnterpriseTagTable {
  readonly regionCode: string
  readonly enterpriseId: EnterpriseId
  readonly tag: string
  readonly fromPeriod: Period
  readonly toPeriod: Period | null
  readonly share: string
  readonly evidence: string
}

interface EnterpriseImportTable {
  readonly regionCode: string
  readonly id: EnterpriseImportId
  readonly fileName: string
  readonly rows: readonly ImportedRow[]
  readonly by: Person
  readonly at: string
  readonly doneAt: string | null
}

interface EnterpriseDescentTable {
  readonly regionCode: string
  readonly originId: EnterpriseId
  readonly successorId: EnterpriseId
  readonly kind: 'merged' | 'split'
  readonly day: string
}

interface ChainTable {
  readonly regionCode: string
  readonly code: string
  readonly name: string
  readonly position: number
}

interface ChainNodeTable {
  readonly regionCode: string
  readonly chainCode: string
  readonly code: string
  readonly name: string
  readonly stage: 'upstream' | 'midstream' | 'downstream'
  readonly position: number
}
