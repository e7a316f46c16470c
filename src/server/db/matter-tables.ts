import type { MatterSource } from '#contract/matter.ts'
import type { MeetingContent } from '#contract/meeting.ts'
import type { Person } from '#contract/session.ts'
import type { EvidenceId, MatterId, MeetingId, OrganisationId, PlanId, UserId } from '#core/id.ts'
import type { BoundFigure } from '#core/matter/bound-figure.ts'
import type { Mark, Signals, Standing, Step } from '#core/matter/matter.ts'
import type { Kind } from '#core/matter/kind.ts'
import type { Scheme } from '#core/matter/scheme.ts'
import type { Phase, Workflow } from '#core/matter/workflow.ts'

export interface MatterTables {
  readonly matter: MatterTable
  readonly matterUnit: MatterUnitTable
  readonly matterEntry: MatterEntryTable
  readonly matterEvidence: MatterEvidenceTable
  readonly matterComment: MatterCommentTable
  readonly matterWatch: MatterWatchTable
  readonly matterNumber: MatterNumberTable
  readonly matterDay: MatterDayTable
  readonly meeting: MeetingTable
  readonly matterScheme: MatterSchemeTable
  readonly matterDefinition: MatterDefinitionTable
  readonly calendarDay: CalendarDayTable
  readonly webhook: WebhookTable
}

export interface MatterTable {
  readonly regionCode: string
  readonly id: MatterId
  readonly number: string
  readonly kind: string
  readonly workflow: string
  readonly title: string
  readonly text: string
  readonly source: MatterSource
  readonly sourceKey: string | null
  readonly planId: PlanId | null
  readonly chapter: string | null
  readonly meetingId: MeetingId | null
  readonly parentId: MatterId | null
  readonly steps: readonly Step[]
  readonly figure: BoundFigure | null
  readonly state: string
  readonly phase: Phase
  readonly waitsFor: string | null
  readonly leadId: OrganisationId | null
  readonly due: string | null
  readonly reviewOn: string | null
  readonly dueSort: string
  readonly progress: number | null
  readonly grade: string | null
  readonly marks: readonly Mark[]
  readonly mergedInto: MatterId | null
  readonly standing: Standing
  readonly lamp: string | null
  readonly slip: string | null
  readonly signals: Signals
  readonly lists: readonly string[]
  readonly raisedOn: string
  readonly raisedBy: Person
  readonly changedAt: string
  readonly revision: number
}

export interface MatterUnitTable {
  readonly regionCode: string
  readonly matterId: MatterId
  readonly organisationId: OrganisationId
  readonly isLead: boolean
}

export interface MatterEntryTable {
  readonly regionCode: string
  readonly matterId: MatterId
  /** Counts the entries of a matter from 0. */
  readonly position: number
  readonly id: string
  readonly at: string
  readonly day: string
  readonly action: string
  readonly name: string
  readonly by: Person
  readonly organisationId: OrganisationId | null
  readonly words: string | null
  readonly evidence: readonly EvidenceId[]
  readonly standing: Standing
  readonly signals: Signals
}

export interface MatterEvidenceTable {
  readonly regionCode: string
  readonly id: EvidenceId
  readonly matterId: MatterId
  readonly kind: 'file' | 'link' | 'words'
  readonly text: string
  readonly format: string | null
  readonly size: number | null
  readonly sha256: string | null
  readonly by: Person
  readonly organisationId: OrganisationId | null
  readonly at: string
  readonly withdrawn: { readonly by: Person; readonly at: string; readonly why: string } | null
}

export interface MatterCommentTable {
  readonly regionCode: string
  readonly id: string
  readonly matterId: MatterId
  readonly at: string
  readonly by: Person
  readonly text: string
  readonly mentions: readonly Person[]
}

export interface MatterWatchTable {
  readonly regionCode: string
  readonly matterId: MatterId
  readonly userId: UserId
}

export interface MatterNumberTable {
  readonly regionCode: string
  readonly year: number
  readonly last: number
}

export interface MatterDayTable {
  readonly regionCode: string
  readonly day: string
}

export interface MeetingTable {
  readonly regionCode: string
  readonly id: MeetingId
  readonly day: string
  readonly state: 'planned' | 'closed'
  readonly content: MeetingContent
  readonly revision: number
  readonly changedBy: Person
  readonly changedAt: string
}

export interface MatterSchemeTable {
  readonly regionCode: string
  readonly code: string
  readonly version: number
  readonly content: Scheme
  readonly inForce: boolean
  readonly by: Person
  readonly at: string
  readonly why: string
}

export interface MatterDefinitionTable {
  readonly regionCode: string
  readonly part: 'kind' | 'workflow'
  readonly code: string
  readonly version: number
  readonly content: Kind | Workflow
  readonly inForce: boolean
  readonly by: Person
  readonly at: string
  readonly why: string
}

export interface CalendarDayTable {
  readonly regionCode: string
  readonly day: string
  readonly isWorking: boolean
  readonly name: string
}

export interface WebhookTable {
  readonly regionCode: string
  readonly id: string
  readonly url: string
  readonly events: readonly string[]
  readonly secret: string
  readonly isActive: boolean
  readonly createdBy: Person
  readonly createdAt: string
  readonly delivered: number
  readonly lastProblem: string | null
}
