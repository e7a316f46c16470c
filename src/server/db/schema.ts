import type { DocumentWarning, ImportState } from '#contract/document.ts'
import type { DraftStatus, FindingStatus, ItemStatus, PlanMeta } from '#contract/draft.ts'
import type { ItemContent, ItemKind, TargetContent } from '#contract/plan-items.ts'
import type { Problem } from '#contract/problem.ts'
import type { Person } from '#contract/session.ts'
import type { Action } from '#core/access/action.ts'
import type { RoleKind, RoleReach } from '#core/access/role.ts'
import type { Finding } from '#core/audit/finding.ts'
import type { Citation } from '#core/document/citation.ts'
import type { Block } from '#core/document/document.ts'
import type {
  DocumentId,
  DraftId,
  EventId,
  FindingId,
  GrantId,
  ItemId,
  OrganisationId,
  PlanId,
  SessionId,
  TargetId,
  UserId,
  VersionId,
} from '#core/id.ts'
import type { Attribute, Doubt, Scope } from '#core/plan/plan.ts'
import type { EnterpriseTables } from './enterprise-tables.ts'
import type { IndicatorTables } from './indicator-tables.ts'
import type { IdentityTables } from './identity-tables.ts'
import type { OrganisationTables } from './organisation-tables.ts'
import type { PathMethod } from '#core/trajectory/path-method.ts'
import type { MatterTables } from './matter-tables.ts'
import type { SearchTables } from './search-tables.ts'
import type { NotificationTables } from './notification-tables.ts'
import type { JobTables } from './job-tables.ts'
import type { AnalysisTables } from './analysis-tables.ts'
import type { TargetTables } from './target-tables.ts'
import type { WatchingTables } from './watching-tables.ts'
import type { ProjectTables } from './project-tables.ts'
import type { ReportTables } from './report-tables.ts'
import type { FigureImportTables } from './figure-import-tables.ts'
import type { ExchangeTables } from './exchange-tables.ts'

/** The tables as the migrations make them; columns in `camelCase`. Moments are ISO strings. */
export interface Schema
  extends
    JobTables,
    IdentityTables,
    OrganisationTables,
    EnterpriseTables,
    NotificationTables,
    IndicatorTables,
    FigureImportTables,
    ExchangeTables,
    SearchTables,
    MatterTables,
    ReportTables,
    ProjectTables,
    WatchingTables,
    AnalysisTables,
    TargetTables {
  readonly region: RegionTable
  readonly event: EventTable
  readonly eventHead: EventHeadTable
  readonly eventCheckpoint: EventCheckpointTable
  readonly document: DocumentTable
  readonly draft: DraftTable
  readonly draftItem: DraftItemTable
  readonly draftFinding: DraftFindingTable
  readonly plan: PlanTable
  readonly planVersion: PlanVersionTable
  readonly planTarget: PlanTargetTable
  readonly planTask: PlanTaskTable
  readonly planProject: PlanProjectTable
  readonly planIndustry: PlanIndustryTable
  readonly planPark: PlanParkTable
  readonly appUser: AppUserTable
  readonly passwordHistory: PasswordHistoryTable
  readonly session: SessionTable
  readonly signInAttempt: SignInAttemptTable
  readonly role: RoleTable
  readonly roleAction: RoleActionTable
  readonly roleGrant: RoleGrantTable
}

interface RegionTable {
  readonly code: string
  readonly name: string
  readonly simulated: boolean
}

interface EventTable {
  readonly regionCode: string
  readonly id: EventId
  readonly at: string
  readonly by: Person
  readonly action: string
  readonly subjectId: string
  readonly entityKind: string
  readonly entityId: string
  readonly before: unknown
  readonly after: unknown
  readonly why: string | null
  /** From where it was asked for; null for the program itself. */
  readonly address: string | null
  readonly position: number
  readonly previous: string
  readonly hash: string
}

interface EventHeadTable {
  readonly id: number
  readonly position: number
  readonly hash: string
}

interface EventCheckpointTable {
  readonly position: number
  readonly hash: string
  /** Ed25519, base64. */
  readonly signature: string
  readonly at: string
}

interface DocumentTable {
  readonly regionCode: string
  readonly id: DocumentId
  readonly fileName: string
  readonly size: number
  readonly sha256: string
  readonly mediaType: string
  readonly format: string | null
  readonly state: ImportState
  readonly problem: Problem | null
  readonly warnings: readonly DocumentWarning[]
  readonly text: string | null
  readonly blocks: readonly Block[] | null
  readonly attempts: number
  readonly uploadedBy: Person
  readonly uploadedAt: string
}

interface DraftTable {
  readonly regionCode: string
  readonly id: DraftId
  readonly documentId: DocumentId
  readonly status: DraftStatus
  readonly meta: PlanMeta
  readonly revision: number
  readonly createdAt: string
  readonly changedAt: string
  readonly publishedRegionCode: string | null
  readonly publishedPlanId: PlanId | null
  readonly publishedNumber: number | null
}

interface DraftItemTable {
  readonly regionCode: string
  readonly id: ItemId
  readonly draftId: DraftId
  readonly kind: ItemKind
  readonly position: number
  readonly read: ItemContent['content'] | null
  readonly content: ItemContent['content']
  readonly citation: Citation
  readonly doubts: readonly Doubt[]
  readonly status: ItemStatus
  readonly revision: number
  readonly changedBy: Person | null
  readonly changedAt: string | null
}

interface DraftFindingTable {
  readonly regionCode: string
  readonly id: FindingId
  readonly draftId: DraftId
  readonly position: number
  readonly rule: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly arithmetic: string | null
  readonly expected: number | null
  readonly found: number | null
  readonly citations: readonly Citation[]
  readonly status: FindingStatus
  readonly reason: string | null
  readonly revision: number
  readonly changedBy: Person | null
  readonly changedAt: string | null
}

interface PlanTable {
  readonly regionCode: string
  readonly id: PlanId
  readonly title: string
  readonly latestVersionId: VersionId
}

interface PlanVersionTable {
  readonly regionCode: string
  readonly id: VersionId
  readonly planId: PlanId
  readonly number: number
  readonly meta: PlanMeta
  readonly documentRegionCode: string | null
  readonly documentId: DocumentId | null
  readonly draftId: DraftId | null
  readonly publishedBy: Person
  readonly publishedAt: string
}

/** What the published items of every kind have in common. */
interface PublishedTable {
  readonly regionCode: string
  readonly id: string
  readonly versionId: VersionId
  readonly position: number
  readonly content: ItemContent['content']
  readonly citation: Citation | null
  readonly sourceTable: string | null
}

interface PlanTargetTable extends PublishedTable {
  readonly id: TargetId
  readonly lineageId: string
  readonly indicator: string
  readonly category: string | null
  readonly scopeKind: Scope['kind'] | 'region'
  readonly scopeName: string | null
  readonly attribute: Attribute | null
  readonly content: TargetContent
  readonly path: PathMethod
  readonly pathChosen: boolean
  readonly revision: number
}

interface PlanTaskTable extends PublishedTable {
  readonly text: string
  readonly deadlineYear: number | null
}

interface PlanProjectTable extends PublishedTable {
  readonly name: string
  readonly sector: string | null
  readonly startYear: number | null
  readonly endYear: number | null
}

interface PlanIndustryTable extends PublishedTable {
  readonly name: string
  readonly parent: string | null
}

interface PlanParkTable extends PublishedTable {
  readonly name: string
}

interface AppUserTable {
  readonly id: UserId
  readonly login: string
  readonly name: string
  readonly state: 'invited' | 'active' | 'disabled'
  readonly passwordHash: string | null
  readonly mustChangePassword: boolean
  readonly codeHash: string | null
  readonly codeExpiresAt: string | null
  readonly totpSecret: string | null
  readonly totpConfirmed: boolean
  readonly totpStep: number
  readonly recoveryCodes: readonly string[]
  readonly recoveredBy: UserId | null
  readonly regionCode: string
  readonly createdAt: string
}

interface PasswordHistoryTable {
  readonly userId: UserId
  readonly setAt: string
  readonly passwordHash: string
}

interface SessionTable {
  readonly id: SessionId
  readonly tokenHash: string
  readonly userId: UserId
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly address: string
  readonly agent: string
}

interface SignInAttemptTable {
  readonly loginHash: string
  readonly failures: number
  readonly lastAt: string
  readonly lockedUntil: string | null
}

interface RoleTable {
  readonly code: string
  readonly name: string
  readonly kind: RoleKind
  readonly reach: RoleReach
}

interface RoleActionTable {
  readonly roleCode: string
  readonly action: Action
}

interface RoleGrantTable {
  readonly id: GrantId
  readonly userId: UserId
  readonly roleCode: string
  readonly regionCode: string
  /** The unit it is limited to, with those below it. */
  readonly organisationId: OrganisationId | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly grantedBy: Person
  readonly grantedAt: string
}
