import type { SubjectKind } from '#core/indicator/figure.ts'
import type { Revised } from '#core/indicator/revision.ts'
import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

export interface RevisedRow extends Revised {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
}

/** The first and the latest value of every figure of an indicator, with how often it was told. */
export async function revisedFigures(
  db: ReadDb,
  region: string,
  { indicator, firstEnd }: { readonly indicator: string; readonly firstEnd: number },
): Promise<readonly RevisedRow[]> {
  const rows = sql<RevisedRow>`(
    with told as materialized (
      select s.subject_kind, s.subject_code, o.period, o.value, o.known_from,
        row_number() over (partition by o.series_id, o.period order by o.known_from) as earliest,
        row_number() over (partition by o.series_id, o.period order by o.known_from desc) as latest
      from figure_series s
      join figure_period p on p.region_code = s.region_code and p.ends >= ${firstEnd}
      join observation o
        on o.region_code = s.region_code and o.period = p.period and o.series_id = s.id
      where s.region_code = ${region} and s.indicator = ${indicator} and o.value is not null
    )
    select subject_kind, subject_code, period,
      max(value) filter (where earliest = 1) as first,
      max(value) filter (where latest = 1) as last,
      count(*)::integer as times
    from told group by subject_kind, subject_code, period
  )`
  return db
    .selectFrom(rows.as('revised'))
    .select(['subjectKind', 'subjectCode', 'first', 'last', 'times'])
    .orderBy('subjectKind')
    .orderBy('subjectCode')
    .execute()
}
