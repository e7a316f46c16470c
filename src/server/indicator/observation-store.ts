import type { GivenFigure, GivenGap, Subject, SubjectKind } from '#core/indicator/figure.ts'
import { endMonth } from '#core/indicator/membership.ts'
import type { Known } from '#core/indicator/sum.ts'
import type { Period } from '#core/period/period.ts'
import type { Db } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import type { Acceptance } from './acceptance.ts'
import type { Clock } from './clock.ts'
import { summedCodes } from './library/library-store.ts'
import { sql } from 'kysely'

/** What is known of a series and a period. */
export interface Observed extends Known {
  readonly seriesId: number
  readonly period: Period
  readonly gap: GivenGap | null
}

/** What is known now of the series in the periods, as far as it is known at all, and of some more. */
export async function presentObservations(
  db: Db,
  region: string,
  wanted: readonly { readonly seriesId: number; readonly period: Period }[],
): Promise<readonly Observed[]> {
  // Whole months arrive of which nothing is known yet: then there is nothing to look through.
  const periods = await knownPeriods(
    db,
    region,
    wanted.map(({ period }) => period),
  )
  if (periods.length === 0) return []
  const { rows } = await sql<Observed>`
    select distinct on (o.period, o.series_id) o.period, o.series_id, o.value, o.base, o.gap
    from observation o
    where o.region_code = ${region} and o.period = any(${periods}::text[])
      and o.series_id = any(${[...new Set(wanted.map(({ seriesId }) => seriesId))]}::integer[])
    order by o.period, o.series_id, o.known_from desc
  `.execute(db)
  return rows
}

async function knownPeriods(
  db: Db,
  region: string,
  periods: readonly Period[],
): Promise<readonly Period[]> {
  if (periods.length === 0) return []
  const rows = await db
    .selectFrom('figurePeriod')
    .select('period')
    .where('regionCode', '=', region)
    .where('period', 'in', [...new Set(periods)])
    .execute()
  return rows.map(({ period }) => period)
}

const sourceColumns: ColumnTypes<'figureSource'> = {
  regionCode: 'text',
  id: 'integer',
  kind: 'text',
  reference: 'text',
  knownFrom: 'timestamptz',
  by: 'jsonb',
  cause: 'text',
  why: 'text',
}

const observationColumns: ColumnTypes<'observation'> = {
  regionCode: 'text',
  period: 'text',
  seriesId: 'integer',
  knownFrom: 'timestamptz',
  ends: 'integer',
  sourceId: 'integer',
  value: 'numeric',
  base: 'numeric',
  gap: 'text',
  place: 'text',
}

/** Adds figures with the numbers of their series to what is known; gives the clock with the sources counted. */
export async function addObservations(
  db: Db,
  { region, by, cause, why }: Acceptance,
  clock: Clock,
  figures: readonly (readonly [figure: GivenFigure, seriesId: number])[],
): Promise<Clock> {
  const { knownFrom } = clock
  const sources = new Map<string, number>()
  const sourceOf = ({ source }: GivenFigure): number => {
    const key = `${source.kind} ${source.reference}`
    const id = sources.get(key) ?? clock.sources + sources.size + 1
    sources.set(key, id)
    return id
  }
  const observations = figures.map(([figure, seriesId]) => ({
    regionCode: region,
    period: figure.period,
    seriesId,
    knownFrom,
    ends: endMonth(figure.period),
    sourceId: sourceOf(figure),
    value: figure.value,
    base: figure.base ?? null,
    gap: gapOf(figure),
    place: figure.source.place ?? null,
  }))
  const sourceRows = [...new Map(figures.map(([figure]) => [sourceOf(figure), figure.source]))].map(
    ([id, { kind, reference }]) => ({
      regionCode: region,
      id,
      kind,
      reference,
      knownFrom,
      by,
      cause,
      why: why ?? null,
    }),
  )
  await insertMany(db, 'figureSource', sourceColumns, sourceRows)
  await insertMany(db, 'observation', observationColumns, observations)
  await addPeriods(
    db,
    region,
    figures.map(([{ period }]) => period),
    knownFrom,
  )
  return { ...clock, sources: clock.sources + sources.size }
}

/** Notes of which periods there are figures, and since when nothing more became known of them. */
async function addPeriods(
  db: Db,
  region: string,
  periods: readonly Period[],
  lastKnown: string,
): Promise<void> {
  const told = [...new Set(periods)]
  if (told.length === 0) return
  await db
    .insertInto('figurePeriod')
    .values(
      told.map((period) => ({ regionCode: region, period, ends: endMonth(period), lastKnown })),
    )
    .onConflict((conflict) => conflict.columns(['regionCode', 'period']).doUpdateSet({ lastKnown }))
    .execute()
}

/** Why a figure has no value; what is given without a value and without a reason was not reported. */
export function gapOf({ value, gap }: GivenFigure): GivenGap | null {
  return value === null ? (gap ?? 'not-reported') : null
}

/** A present figure that sums are made of. */
export interface SummableFigure extends Known {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly ends: number
}

/** All that is known now of subjects and counts in sums: indicators whose latest version is summed. */
export async function summableFigures(
  db: Db,
  region: string,
  subjects: readonly Subject[],
): Promise<readonly SummableFigure[]> {
  const { rows } = await sql<SummableFigure>`
    select distinct on (o.period, o.series_id)
      s.subject_kind, s.subject_code, s.indicator, o.period, o.ends, o.value, o.base
    from figure_series s
    join figure_period p on p.region_code = s.region_code
    join observation o
      on o.region_code = p.region_code and o.period = p.period and o.series_id = s.id
    where s.region_code = ${region}
      and s.subject_kind = any(${subjects.map(({ kind }) => kind)}::text[])
      and s.subject_code = any(${subjects.map(({ code }) => code)}::text[])
      and s.indicator in (${summedCodes})
    order by o.period, o.series_id, o.known_from desc
  `.execute(db)
  return rows
}
