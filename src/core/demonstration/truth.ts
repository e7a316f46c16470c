import type { Period } from '../period/period.ts'
import { columns } from './columns.ts'
import type { Demonstration } from './demonstration.ts'
import { type DemandTurn, demandTurns, type Shock, shocks } from './rhythm.ts'
import { slipColumns, type SlipFate, slipKey, type SlipKind } from './slips.ts'
import { isReported } from './standing.ts'
import type { TurnKind } from './turns.ts'

interface Culprit {
  readonly uscc: string
  readonly name: string
}

/** What was planted and where, so that what finds it can be measured. */
export interface PlantedTruth {
  readonly note: string
  readonly options: Demonstration['options']
  /** What every enterprise felt. */
  readonly shocks: readonly Pick<Shock, 'name' | 'from' | 'to'>[]
  /** Industries that shrink or recover as a whole. */
  readonly demand: readonly DemandTurn[]
  /** Enterprises in trouble; their figures are right. */
  readonly troubles: readonly ({ readonly kind: TurnKind; from: Period; to?: Period } & Culprit)[]
  /** Reports that are wrong; the enterprises are sound. */
  readonly mistakes: readonly ({
    readonly kind: SlipKind
    readonly period: Period
    readonly fate: SlipFate
    /** The indicators that are wrong. */
    readonly indicators: readonly string[]
  } & Culprit)[]
  /** Reports of sound enterprises that were a little wrong at first and corrected with the next round. */
  readonly revisions: readonly ({ readonly period: Period } & Culprit)[]
  /** Reports that came after the round, or have not come yet. */
  readonly late: readonly ({ readonly period: Period; readonly isMissing: boolean } & Culprit)[]
  readonly entries: readonly ({ readonly period: Period } & Culprit)[]
  /** The last period before each exit. */
  readonly exits: readonly ({ readonly period: Period } & Culprit)[]
  /** Projects that stand still. */
  readonly stalled: readonly { readonly name: string; readonly since: Period }[]
}

export function truthOf(demonstration: Demonstration): PlantedTruth {
  const { options, enterprises, turns, slips, projects, periods } = demonstration
  const culprit = (index: number): Culprit => {
    const { uscc, name } = enterprises[index] ?? { uscc: '', name: '' }
    return { uscc, name }
  }
  const moves = (of: 'from' | 'to'): ({ readonly period: Period } & Culprit)[] =>
    enterprises.flatMap(({ standing }, index) => {
      const period = standing[of]
      const isTold = period !== undefined && periods.includes(period)
      return isTold ? [{ period, ...culprit(index) }] : []
    })
  return {
    note: '模拟数据：企业、数据和其中的异常均为虚构，异常是有意写入的，供核对审核规则和预警规则',
    options,
    shocks: Object.values(shocks).map(({ name, from, to }) => ({ name, from, to })),
    demand: demandTurns,
    troubles: turns.map(({ kind, enterprise, from, to }) => ({
      kind,
      from,
      ...(to && { to }),
      ...culprit(enterprise),
    })),
    mistakes: slips.map(({ kind, enterprise, period, fate }) => ({
      kind,
      period,
      fate,
      indicators: slipColumns[kind].map((name) => columns[name].code),
      ...culprit(enterprise),
    })),
    ...irregular(demonstration, culprit),
    entries: moves('from'),
    exits: moves('to'),
    stalled: projects.flatMap(({ name, stalledSince }) =>
      stalledSince ? [{ name, since: stalledSince }] : [],
    ),
  }
}

/** Late, missing and revised reports, by period. */
function irregular(
  { enterprises, periods, reportsOf, slips }: Demonstration,
  culprit: (index: number) => Culprit,
): Pick<PlantedTruth, 'revisions' | 'late'> {
  const planted = new Set(slips.map(({ enterprise, period }) => slipKey(enterprise, period)))
  const told = periods.map((period) => ({ period, reports: reportsOf(period) }))
  return {
    revisions: told.flatMap(({ period, reports }) =>
      reports.flatMap(({ enterprise, version }) =>
        version === 2 && !planted.has(slipKey(enterprise, period))
          ? [{ period, ...culprit(enterprise) }]
          : [],
      ),
    ),
    late: told.flatMap(({ period, reports }) => {
      const came = new Map(reports.map((report) => [report.enterprise, report]))
      return enterprises.flatMap(({ standing }, index) => {
        if (!isReported(standing, period)) return []
        const isMissing = !came.has(index)
        const isLate = isMissing || came.get(index)?.isLate === true
        return isLate ? [{ period, isMissing, ...culprit(index) }] : []
      })
    }),
  }
}
