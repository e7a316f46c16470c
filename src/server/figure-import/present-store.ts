import {
  type FigureKey,
  figureKey,
  type GivenGap,
  type SourceKind,
  type SubjectKind,
} from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { FigureBefore } from '#server/db/figure-import-tables.ts'
import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

interface PresentRow {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly value: string | null
  readonly base: string | null
  readonly gap: GivenGap | null
  readonly place: string | null
  readonly kind: SourceKind
  readonly reference: string
}

/** What is known now of figures that somebody gave, with where each came from, by `figureKey`. */
export async function presentFigures(
  db: ReadDb,
  region: string,
  keys: readonly FigureKey[],
): Promise<ReadonlyMap<string, FigureBefore>> {
  if (keys.length === 0) return new Map()
  const rows = sql<PresentRow>`(
    select distinct on (o.period, o.series_id)
      s.subject_kind, s.subject_code, s.indicator, o.period, o.value, o.base, o.gap, o.place,
      f.kind, f.reference
    from figure_series s
    join observation o on o.region_code = s.region_code and o.series_id = s.id
    join figure_source f on f.region_code = o.region_code and f.id = o.source_id
    where s.region_code = ${region}
      and s.indicator = any(${distinct(keys, ({ indicator }) => indicator)}::text[])
      and s.subject_kind = any(${distinct(keys, ({ subject }) => subject.kind)}::text[])
      and s.subject_code = any(${distinct(keys, ({ subject }) => subject.code)}::text[])
      and o.period = any(${distinct(keys, ({ period }) => period)}::text[])
    order by o.period, o.series_id, o.known_from desc
  )`
  const present = await db.selectFrom(rows.as('present')).selectAll().execute()
  return new Map(
    present.map(({ subjectKind: kind, subjectCode: code, ...row }) => [
      figureKey({ subject: { kind, code }, indicator: row.indicator, period: row.period }),
      {
        value: row.value,
        base: row.base,
        gap: row.gap,
        source: {
          kind: row.kind,
          reference: row.reference,
          ...(row.place !== null && { place: row.place }),
        },
      },
    ]),
  )
}

function distinct(keys: readonly FigureKey[], of: (key: FigureKey) => string): string[] {
  return [...new Set(keys.map(of))]
}
