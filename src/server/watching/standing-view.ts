import type { Outlook as OutlookView, Standing as StandingView } from '#contract/watching.ts'
import { chanceOf, type YearOutlook } from '#core/forecast/year-outlook.ts'
import { comparePeriods, type Period, yearOf } from '#core/period/period.ts'
import { type Planned, plannedAt } from '#core/trajectory/planned.ts'
import type { Reading } from '#core/trajectory/within-year.ts'
import type { Row } from '#server/db/db.ts'
import { judgementFor, type Watched } from './standings.ts'

/** What a year will bring, for the screen: what people added is within and told apart. */
export function outlookView(
  year: YearOutlook,
  {
    trajectory,
    direction,
    remembered,
    judgement,
  }: Pick<Watched, 'trajectory' | 'direction' | 'remembered'> & { readonly judgement: number },
): OutlookView {
  const goal: Planned = plannedAt(trajectory, year.year)
  const isWay = goal.value !== undefined && direction !== 'keep'
  return {
    year: year.year,
    mean: year.mean + judgement,
    lower80: year.lower80 + judgement,
    upper80: year.upper80 + judgement,
    lower95: year.lower95 + judgement,
    upper95: year.upper95 + judgement,
    judgement,
    models: remembered?.outlook?.models ?? [],
    ...(goal.value !== undefined && { goal: goal.value }),
    ...(isWay && { probability: chanceOf(year, goal.value, direction, judgement) }),
    ...(remembered?.pastError !== undefined && { pastError: remembered.pastError }),
  }
}

/** How many values the small curve of a row has. */
const curveLength = 13

/** A standing for the screen. */
export function standingView(
  watch: Watched,
  {
    sayings,
    judgements,
    period,
  }: {
    readonly sayings: readonly Row<'targetSaying'>[]
    readonly judgements: readonly Row<'judgement'>[]
    readonly period: Period
  },
): StandingView {
  const { row, measure, standing, unit, remembered, readings } = watch
  const { because, probability: _, ...rest } = standing
  const year = remembered?.outlook?.years.find((each) => each.year === yearOf(period))
  const judgement = judgementFor(judgements, row.lineageId, yearOf(period))
  const own = sayings.filter(
    ({ lineageId, period: about }) => lineageId === row.lineageId && about === period,
  )
  const account = own.find(({ kind }) => kind === 'account')
  const verdict = own.find(({ kind }) => kind === 'verdict')
  return {
    ...rest,
    id: row.id,
    planId: row.planId,
    indicator: row.content.indicator,
    ...(row.content.category !== undefined && { category: row.content.category }),
    ...(row.content.scope && { scope: row.content.scope.name }),
    ...(row.content.attribute && { attribute: row.content.attribute }),
    unit,
    decimals: measure?.definition.decimals ?? 2,
    direction: watch.direction,
    ...(measure && {
      measure: {
        indicator: measure.definition.code,
        name: measure.definition.name,
        subject: measure.subject,
      },
    }),
    method: row.path,
    ...(watch.past?.growth !== undefined && { growth: watch.past.growth }),
    ...(year && { outlook: outlookView(year, { ...watch, judgement }) }),
    ...(because !== undefined && { because }),
    reasons: measure ? reasonsOf(watch) : ['not-bound'],
    recent: recentOf(readings ?? []),
    ...(account && { account: { text: account.text, by: account.by, at: account.at } }),
    ...(verdict?.lamp && {
      verdict: { lamp: verdict.lamp, text: verdict.text, by: verdict.by, at: verdict.at },
    }),
  }
}

function reasonsOf({ standing, readings, past, remembered }: Watched): StandingView['reasons'] {
  const differs = !readings && past && past.readings.length > 0
  const short = readings && readings.length > 0 && remembered && !remembered.outlook
  return [
    ...(differs ? (['unit-differs'] as const) : []),
    ...standing.reasons,
    ...(short ? (['too-short'] as const) : []),
  ]
}

function recentOf(readings: readonly Reading[]): readonly number[] {
  return readings
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .slice(-curveLength)
    .map(({ value }) => value)
}
