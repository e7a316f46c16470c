import type { IndicatorDefinition } from '#core/indicator/definition.ts'
import type { Figure, Subject } from '#core/indicator/figure.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import {
  comparePeriods,
  type Period,
  periodsBetween,
  periodsOfYear,
  yearOf,
} from '#core/period/period.ts'
import { convert } from '#core/quantity/unit.ts'
import type { Reading } from '#core/trajectory/within-year.ts'
import type { ReadDb } from '#server/db/db.ts'
import { growthOf } from '#server/indicator/figure-view.ts'
import { figuresIn } from '#server/indicator/figures.ts'
import { figureState } from '#server/indicator/kept-answers.ts'

/** What measures a target. */
export interface Measure {
  readonly definition: IndicatorDefinition
  readonly subject: Subject
}

/** The past of a measure, in the unit of its indicator. */
export interface Past {
  readonly readings: readonly Reading[]
  /** The figure of the latest period there is up to the one asked for. */
  readonly latest?: Figure
  /** 同比 of `latest` on the same sample, a ratio. */
  readonly growth?: number
}

/** How many years before the one looked at are read: forecasts and seasons live on them. */
const yearsBack = 6

/** The periods there are figures for, latest first. */
export async function periodsThere(db: ReadDb, region: string): Promise<Period[]> {
  const rows = await db
    .selectFrom('figurePeriod')
    .select('period')
    .where('regionCode', '=', region)
    .execute()
  return rows.map(({ period }) => period).toSorted((a, b) => comparePeriods(b, a))
}

/** Months of industrial reports, latest first. */
export function monthlyOnly(periods: readonly Period[]): readonly Period[] {
  return periods.filter((period) => /-(?:0[3-9]|1[0-2]|M1-2)$/.test(period))
}

/**
 * The month a page opens with: the latest of which something was known at the moment, at present where none is
 * named; where there are no months, whatever there is.
 */
export async function openingPeriod(
  db: ReadDb,
  region: string,
  periods: readonly Period[],
  asOf?: string,
): Promise<Period | undefined> {
  const months = monthlyOnly(periods)
  const there = months.length > 0 ? months : periods
  if (asOf === undefined) return there[0]
  const rows = await db
    .selectFrom('figurePeriod as told')
    .select('told.period')
    .where('told.regionCode', '=', region)
    .where((told) =>
      told.exists(
        told
          .selectFrom('observation')
          .select('observation.period')
          .where('observation.regionCode', '=', region)
          .whereRef('observation.period', '=', 'told.period')
          .where('observation.knownFrom', '<=', asOf),
      ),
    )
    .execute()
  const known = new Set(rows.map(({ period }) => period))
  return there.find((period) => known.has(period)) ?? there[0]
}

/**
 * The past of every measure up to a period, by `measureKey`. Measures of one subject and frequency
 * are read at once: an overview asks the database a handful of questions, not one a target.
 */
export async function pastsOf(
  db: ReadDb,
  measures: readonly Measure[],
  {
    region,
    until,
    asOf,
  }: { readonly region: string; readonly until: Period; readonly asOf?: string },
): Promise<ReadonlyMap<string, Past>> {
  const groups = Map.groupBy(
    measures,
    ({ subject, definition }) => `${subjectKey(subject)} ${definition.frequency}`,
  )
  const pasts = new Map<string, Past>()
  const state = await figureState(db, region, asOf)
  for (const group of groups.values()) {
    const [first] = group
    if (!first) continue
    const figures = await figuresIn(db, state, {
      region,
      subjects: [first.subject],
      indicators: [...new Set(group.map(({ definition }) => definition.code))],
      periods: periodsUpTo(until, first.definition),
      ...(asOf !== undefined && { asOf }),
    })
    const byIndicator = Map.groupBy(figures, ({ indicator }) => indicator)
    for (const measure of group) {
      const own = byIndicator.get(measure.definition.code) ?? []
      pasts.set(measureKey(measure), pastIn(own, measure.definition))
    }
  }
  return pasts
}

export function measureKey({ definition, subject }: Measure): string {
  return `${subjectKey(subject)} ${definition.code}`
}

function periodsUpTo(until: Period, { frequency }: IndicatorDefinition): readonly Period[] {
  const [first] = periodsOfYear(yearOf(until) - yearsBack, frequency)
  const [last] = periodsOfYear(yearOf(until), frequency)
    .filter((period) => comparePeriods(period, until) <= 0)
    .toReversed()
  if (!first) return []
  return last
    ? periodsBetween(first, last, frequency)
    : periodsBetween(first, periodsOfYear(yearOf(until) - 1, frequency).at(-1) ?? first, frequency)
}

function pastIn(figures: readonly Figure[], { kind }: IndicatorDefinition): Past {
  const known = figures.filter(({ value }) => value !== null)
  const latest = known.toSorted((a, b) => comparePeriods(b.period, a.period))[0]
  // A rate moves by 百分点; growth of a rate would be read as something else.
  const isRate = kind === 'rate' || kind === 'index'
  const growth = latest && !isRate ? growthOf(latest) : undefined
  return {
    readings: known.map(({ period, value }) => ({ period, value: Number(value) })),
    ...(latest && { latest }),
    ...(growth !== undefined && { growth }),
  }
}

/** Readings in another unit; undefined where the units measure different things. */
export function inUnit(
  readings: readonly Reading[],
  from: string,
  to: string,
): readonly Reading[] | undefined {
  const converted = readings.flatMap(({ period, value }) => {
    const amount = convert(value, from, to)
    return amount === undefined ? [] : [{ period, value: amount }]
  })
  return converted.length === readings.length ? converted : undefined
}
