import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { Period } from '#core/period/period.ts'
import type { OwnPoint, Spread } from '#core/trajectory/planned.ts'

/** What people set and say about targets; see `migrations/0111-own-path.sql`. */
export interface TargetTables {
  readonly ownPath: OwnPathTable
  readonly saidForecast: SaidForecastTable
}

export interface OwnPathTable {
  readonly regionCode: string
  readonly lineageId: string
  readonly version: number
  readonly spread: Spread
  readonly points: readonly OwnPoint[]
  readonly why: string
  readonly by: Person
  readonly at: string
}

export interface SaidForecastTable {
  readonly regionCode: string
  readonly id: Id<'said-forecast'>
  readonly lineageId: string
  readonly period: Period
  readonly value: string
  readonly computed: {
    readonly mean: number
    readonly lower80: number
    readonly upper80: number
  } | null
  readonly why: string
  readonly by: Person
  readonly at: string
  readonly withdrawnBy: Person | null
  readonly withdrawnAt: string | null
}
