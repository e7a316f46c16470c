import type { Id } from '#core/id.ts'
import type { Person } from '#contract/session.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import type { GivenGap, SourceKind, SubjectKind } from '#core/indicator/figure.ts'
import type { Dimension, MemberKind } from '#core/indicator/membership.ts'
import type { Period } from '#core/period/period.ts'

export interface IndicatorTables {
  readonly indicatorVersion: IndicatorVersionTable
  readonly figureClock: FigureClockTable
  readonly figureIndicator: FigureIndicatorTable
  readonly figureSource: FigureSourceTable
  readonly figureSeries: FigureSeriesTable
  readonly figurePeriod: FigurePeriodTable
  readonly observation: ObservationTable
  readonly keptSum: KeptSumTable
  readonly membership: MembershipTable
  readonly targetBinding: TargetBindingTable
}

interface IndicatorVersionTable {
  readonly code: string
  readonly version: number
  readonly definition: IndicatorDefinition
  readonly shipped: boolean
  readonly at: string
  readonly by: Person | null
  readonly why: string | null
  readonly id: Id<'indicator-version'>
}

interface FigureClockTable {
  readonly regionCode: string
  readonly knownFrom: string
  readonly series: number
  readonly sources: number
  /** Names all that is known of the region; another with every change. */
  readonly state: Id<'figure-state'> | null
  /** The state that last changed what every indicator follows from; see `migrations/0125-figure-indicator.sql`. */
  readonly members: Id<'figure-state'> | null
}

interface FigureIndicatorTable {
  readonly regionCode: string
  readonly indicator: string
  /** Names what is known of the indicator. */
  readonly state: Id<'figure-state'>
}

interface FigureSourceTable {
  readonly regionCode: string
  readonly id: number
  readonly kind: SourceKind
  readonly reference: string
  readonly knownFrom: string
  readonly by: Person
  readonly cause: string
  readonly why: string | null
}

interface FigureSeriesTable {
  readonly regionCode: string
  readonly id: number
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
}

interface FigurePeriodTable {
  readonly regionCode: string
  readonly period: Period
  readonly ends: number
  /** When something last became known of it; see `migrations/0116-figure-period-known.sql`. */
  readonly lastKnown: string | null
}

interface ObservationTable {
  readonly regionCode: string
  readonly period: Period
  readonly seriesId: number
  readonly knownFrom: string
  readonly ends: number
  readonly sourceId: number
  /** Exact decimals, as all numeric columns. */
  readonly value: string | null
  readonly base: string | null
  readonly gap: GivenGap | null
  readonly place: string | null
}

interface KeptSumTable {
  readonly regionCode: string
  readonly period: Period
  readonly seriesId: number
  readonly value: string
  readonly matched: string
  readonly base: string
  readonly matchedCount: number
  readonly count: number
}

interface MembershipTable {
  readonly regionCode: string
  readonly subjectKind: MemberKind
  readonly subjectCode: string
  readonly dimension: Dimension
  readonly member: string
  readonly fromPeriod: Period
  readonly knownFrom: string
  readonly knownTo: string | null
  readonly toPeriod: Period | null
  readonly firstEnd: number
  readonly lastEnd: number | null
  readonly share: string
}

interface TargetBindingTable {
  readonly regionCode: string
  readonly lineageId: string
  readonly indicator: string
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly confirmedBy: Person
  readonly confirmedAt: string
}
