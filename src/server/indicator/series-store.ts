import type { Subject } from '#core/indicator/figure.ts'
import { subjectKey } from '#core/indicator/figure.ts'
import type { Db } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import type { Clock } from './clock.ts'
import { sql } from 'kysely'

/** An indicator of a subject: what a series is. */
export interface SeriesKey {
  readonly subject: Subject
  readonly indicator: string
}

export function seriesKey({ subject, indicator }: SeriesKey): string {
  return `${subjectKey(subject)} ${indicator}`
}

const columns: ColumnTypes<'figureSeries'> = {
  regionCode: 'text',
  id: 'integer',
  subjectKind: 'text',
  subjectCode: 'text',
  indicator: 'text',
}

export interface NumberedSeries {
  /** By `seriesKey`. */
  readonly ids: ReadonlyMap<string, number>
  /** With the numbers that were taken. */
  readonly clock: Clock
}

/** The numbers of series; those that are new get one. */
export async function numberSeries(
  db: Db,
  region: string,
  clock: Clock,
  wanted: Iterable<SeriesKey>,
): Promise<NumberedSeries> {
  const keys = new Map([...wanted].map((key) => [seriesKey(key), key]))
  const ids = await knownSeries(db, region, [...keys.values()])
  const fresh = [...keys].filter(([text]) => !ids.has(text))
  let last = clock.series
  const rows = fresh.map(([text, { subject, indicator }]) => {
    last += 1
    ids.set(text, last)
    return {
      regionCode: region,
      id: last,
      indicator,
      subjectKind: subject.kind,
      subjectCode: subject.code,
    }
  })
  await insertMany(db, 'figureSeries', columns, rows)
  return { ids, clock: { ...clock, series: last } }
}

/** The numbers of those of the series that are known, by `seriesKey`, and of some more. */
export async function knownSeries(
  db: Db,
  region: string,
  keys: readonly SeriesKey[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  if (keys.length === 0) return ids
  const { rows } = await sql<SeriesRow>`
    select id, subject_kind, subject_code, indicator from figure_series
    where region_code = ${region}
      and indicator = any(${distinct(keys.map(({ indicator }) => indicator))}::text[])
      and subject_kind = any(${distinct(keys.map(({ subject }) => subject.kind))}::text[])
      and subject_code = any(${distinct(keys.map(({ subject }) => subject.code))}::text[])
  `.execute(db)
  for (const { id, subjectKind, subjectCode, indicator } of rows) {
    ids.set(seriesKey({ subject: { kind: subjectKind, code: subjectCode }, indicator }), id)
  }
  return ids
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

interface SeriesRow {
  readonly id: number
  readonly subjectKind: Subject['kind']
  readonly subjectCode: string
  readonly indicator: string
}
