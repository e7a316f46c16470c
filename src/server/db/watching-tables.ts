import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import type { Lamp, LampRule } from '#core/trajectory/lamp.ts'
import type { Grade, WarningRule } from '#core/warning/warning-rule.ts'

/** The tables of watching; see `migrations/0070-watching.sql`. */
export interface WatchingTables {
  readonly targetSaying: TargetSayingTable
  readonly judgement: JudgementTable
  readonly lampRule: LampRuleTable
  readonly warningRule: WarningRuleTable
  readonly warning: WarningTable
  readonly missedTrouble: MissedTroubleTable
}

export interface TargetSayingTable {
  readonly regionCode: string
  readonly id: Id<'target-saying'>
  readonly lineageId: string
  readonly kind: 'account' | 'verdict'
  readonly period: Period
  readonly lamp: Lamp | null
  readonly text: string
  readonly by: Person
  readonly at: string
}

export interface JudgementTable {
  readonly regionCode: string
  readonly id: Id<'judgement'>
  readonly lineageId: string
  readonly year: number
  readonly amount: string
  readonly name: string
  readonly why: string
  readonly by: Person
  readonly at: string
  readonly withdrawnBy: Person | null
  readonly withdrawnAt: string | null
}

export interface LampRuleTable {
  readonly regionCode: string
  readonly version: number
  readonly rule: LampRule
  readonly why: string
  readonly by: Person
  readonly at: string
}

export interface WarningRuleTable {
  readonly regionCode: string
  readonly code: string
  readonly version: number
  readonly rule: WarningRule
  readonly inForce: boolean
  readonly why: string
  readonly by: Person
  readonly at: string
}

export interface WarningTable {
  readonly regionCode: string
  readonly id: Id<'warning'>
  readonly ruleCode: string
  readonly subjectKind: string
  readonly subjectCode: string
  readonly since: Period
  readonly until: Period
  readonly untilEnds: number
  readonly grade: Grade
  readonly worst: Grade
  readonly because: string
  readonly figures: Readonly<Record<string, number>>
  readonly isOpen: boolean
  readonly raisedAt: string
  readonly clearedAt: string | null
  readonly isRight: boolean | null
  readonly verdict: string | null
  readonly judgedBy: Person | null
  readonly judgedAt: string | null
  readonly matterId: Id<'matter'> | null
}

/** See `migrations/0115-warning-missed.sql`. */
export interface MissedTroubleTable {
  readonly regionCode: string
  readonly id: Id<'missed-trouble'>
  readonly ruleCode: string
  readonly subjectKind: string
  readonly subjectCode: string
  readonly period: Period
  readonly text: string
  readonly by: Person
  readonly at: string
}
