import type { OutlookQuestion } from '#core/forecast/year-outlook.ts'
import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import { type Period, yearOf } from '#core/period/period.ts'
import { type LampJudge, lampJudge, type LampRule, usualLampRule } from '#core/trajectory/lamp.ts'
import {
  asBound,
  directionStated,
  isBindingTarget,
  trajectoryOf,
} from '#core/trajectory/of-target.ts'
import { type OwnPath, usualOwnPath, withOwnPath } from '#core/trajectory/own-path.ts'
import type { Trajectory } from '#core/trajectory/planned.ts'
import { type Accumulation, runningTotals } from '#core/trajectory/running.ts'
import { type Standing, standingOf } from '#core/trajectory/standing.ts'
import type { Direction } from '#core/trajectory/progress.ts'
import type { Reading } from '#core/trajectory/within-year.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import type { LedgerRow } from '#server/plan/ledger-store.ts'
import { inUnit, type Measure, measureKey, type Past, pastsOf } from './measured.ts'
import type { RememberedOutlook } from './remembered.ts'
import { workingDayCounts } from './working-day-counts.ts'
import { setImmediate as nextTurn } from 'node:timers/promises'

/** A target in force with what measures it. */
export interface WatchedTarget {
  readonly row: LedgerRow
  readonly measure?: Measure
  /** What a person set about the way to its milestones. */
  readonly ownPath?: OwnPath
}

export interface Watched extends WatchedTarget {
  readonly trajectory: Trajectory
  readonly direction: Direction
  /** In the unit of the target; absent where the units do not convert. */
  readonly readings?: readonly Reading[]
  readonly past?: Past
  readonly remembered?: RememberedOutlook
  readonly standing: Standing
  readonly unit: string
}

export interface StandingsQuestion {
  readonly region: string
  readonly period: Period
  readonly asOf?: string
  readonly rule?: LampRule
  readonly targets: readonly WatchedTarget[]
  readonly judgements: readonly Row<'judgement'>[]
  readonly outlookOf: (question: OutlookQuestion) => RememberedOutlook
}

const longestTurnMs = 20

/** Where every target stands in a period. */
export async function standingsOf(
  db: ReadDb,
  question: StandingsQuestion,
): Promise<readonly Watched[]> {
  const { region, period, asOf, targets } = question
  const measures = targets.flatMap(({ measure }) => (measure ? [measure] : []))
  const pasts = await pastsOf(db, measures, {
    region,
    until: period,
    ...(asOf !== undefined && { asOf }),
  })
  const workingDays = await workingDayCounts(db, region)
  const judge = judgeOf(question.rule ?? usualLampRule)
  const all: Watched[] = []
  let since = performance.now()
  for (const target of targets) {
    const past = target.measure && pasts.get(measureKey(target.measure))
    all.push(watched(target, past, { ...question, judge, workingDays }))
    // Forecasts made anew take seconds together: others are answered in between.
    if (performance.now() - since > longestTurnMs) {
      await nextTurn()
      since = performance.now()
    }
  }
  return all
}

/** A rule that is stored was checked before; one that cannot be read any more must not pass silently. */
function judgeOf(rule: LampRule): LampJudge {
  const judge = lampJudge(rule)
  if (!judge.ok) throw new Error(`lamp rule cannot be read: ${judge.error.field}`)
  return judge.value
}

interface Ready {
  readonly judge: LampJudge
  /** As far as holidays are known. */
  readonly workingDays: Readonly<Record<Period, number>>
}

function watched(
  target: WatchedTarget,
  past: Past | undefined,
  question: StandingsQuestion & Ready,
): Watched {
  const { row, measure } = target
  const { content } = row
  const unit = content.unit ?? measure?.definition.unit ?? ''
  const direction = directionStated(content) ?? measure?.definition.direction ?? 'up'
  const stated = trajectoryOf(content, { method: row.path, start: row.meta.period.start })
  const trajectory = withOwnPath(
    row.pathChosen ? stated : asBound(stated, direction),
    target.ownPath ?? usualOwnPath,
  )
  const ownUnit = past && measure && inUnit(past.readings, measure.definition.unit, unit)
  const isFlow = measure?.definition.overTime === 'cumulative'
  const by =
    measure && trajectory.method === 'cumulative' ? accumulationOf(measure.definition) : undefined
  const readings = ownUnit && by ? runningTotals(ownUnit, row.meta.period.start, by) : ownUnit
  const frequency = measure?.definition.frequency ?? 'year'
  const years = yearsAhead(trajectory, question.period)
  const isSum = trajectory.method === 'cumulative'
  const remembered =
    readings && years.length > 0 && !isSum
      ? question.outlookOf({
          readings,
          frequency,
          isFlow,
          years,
          workingDays: question.workingDays,
        })
      : undefined
  const thisYear = remembered?.outlook?.years.find(({ year }) => year === yearOf(question.period))
  const judgement = judgementFor(question.judgements, row.lineageId, yearOf(question.period))
  const standing = standingOf({
    trajectory,
    direction,
    frequency,
    judge: question.judge,
    period: question.period,
    isBinding: isBindingTarget(content),
    isFlow: isFlow && !isSum,
    readings: readings ?? [],
    ...(past?.growth !== undefined && { growth: past.growth }),
    ...(thisYear && { outlook: { year: thisYear, judgement } }),
  })
  return {
    ...target,
    trajectory,
    direction,
    standing,
    unit,
    ...(readings && { readings }),
    ...(past && { past }),
    ...(remembered && { remembered }),
  }
}

/** This year and the years of the milestones to come. */
function yearsAhead(trajectory: Trajectory, period: Period): readonly number[] {
  const year = yearOf(period)
  const goals = trajectory.milestones.map((milestone) => milestone.year)
  // Five years are as far as a simulated path says anything.
  const ahead = [year, ...goals.filter((goal) => goal > year && goal <= year + 5)]
  return [...new Set(ahead)].toSorted((a, b) => a - b)
}

/** How the years of a target that counts over its plan add up; undefined where its figures are totals already. */
function accumulationOf({ overTime, kind, name }: IndicatorDefinition): Accumulation | undefined {
  if (overTime === 'cumulative') return 'sum'
  if (kind !== 'rate') return undefined
  return /[降减]/u.test(name) ? 'fall' : 'rise'
}

/** What people added to the outlook of a target's year. */
export function judgementFor(
  judgements: readonly Row<'judgement'>[],
  lineage: string,
  year: number,
): number {
  return judgements
    .filter((judgement) => judgement.lineageId === lineage && judgement.year === year)
    .reduce((sum, { amount }) => sum + Number(amount), 0)
}
