import type { Subject, SubjectKind } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { summedCodes } from './library/library-store.ts'
import { type RawBuilder, sql } from 'kysely'

/** A sum over members, kept or made from observations. */
export interface MemberSum {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly value: string
  readonly matched: string
  readonly base: string
  readonly matchedCount: number
  readonly count: number
}

export interface SumQuestion {
  readonly region: string
  readonly indicators: readonly string[]
  readonly periods: readonly Period[]
  /** Only sums of these subjects; of every park, industry and so on where absent. */
  readonly subjects?: readonly Subject[]
  /** As it was known at this moment; the present where absent. */
  readonly asOf?: string
}

/**
 * Sums made from observations and memberships alone, as they are known or were at a moment. Nothing
 * kept by difference is looked at: this is what kept sums are checked against, and how past days are
 * seen. An industry may be asked for by a code of any length: 38, 382, 3825.
 */
export async function sumsFromObservations(
  db: ReadDb,
  question: SumQuestion,
): Promise<readonly MemberSum[]> {
  const { region, indicators, periods, subjects, asOf } = question
  if (indicators.length === 0 || periods.length === 0 || subjects?.length === 0) return []
  const rows = sql<MemberSum>`(
    with known as materialized (
      select distinct on (o.period, o.series_id)
        o.period, o.ends, o.value, o.base, s.indicator, s.subject_kind, s.subject_code
      from observation o
      join figure_series s on s.region_code = o.region_code and s.id = o.series_id
      where o.region_code = ${region}
        and o.period = any(${periods}::text[])
        and o.series_id = any(array(
          select id from figure_series
          where region_code = ${region}
            and indicator = any(${indicators}::text[])
            and indicator in (${summedCodes})
            and subject_kind in ('enterprise', 'project')
        ))
        ${asOf === undefined ? sql`` : sql`and o.known_from <= ${asOf}`}
      order by o.period, o.series_id, o.known_from desc
    ),
    counted as (
      select ${wholeRegion(region, subjects)}
      union all
      select ${memberOf(subjects)}, m.share, k.*
      from known k
      join membership m
        on m.region_code = ${region}
        and m.subject_kind = k.subject_kind and m.subject_code = k.subject_code
        and m.first_end <= k.ends and (m.last_end is null or m.last_end >= k.ends)
        and ${knownAt(asOf)}
      ${joinedTo(subjects)}
      where k.value is not null
    )
    select kind as subject_kind, code as subject_code, indicator, period,
      trim_scale(sum(value * share)) as value,
      trim_scale(coalesce(sum(value * share) filter (where base is not null), 0)) as matched,
      trim_scale(coalesce(sum(base * share), 0)) as base,
      count(base)::integer as matched_count,
      count(*)::integer as count
    from counted
    group by kind, code, indicator, period
  )`
  return db.selectFrom(rows.as('sums')).selectAll().execute()
}

type Wanted = readonly Subject[] | undefined

function wholeRegion(region: string, subjects: Wanted): RawBuilder<unknown> {
  const isWanted = !subjects || subjects.some(({ kind }) => kind === 'region')
  return sql`'region'::text as kind, ${region}::text as code, 1::numeric as share, k.*
    from known k where k.value is not null and ${sql.lit(isWanted)}`
}

function memberOf(subjects: Wanted): RawBuilder<unknown> {
  return subjects
    ? sql`w.kind, w.code`
    : sql`m.dimension, case m.dimension when 'industry' then left(m.member, 2) else m.member end`
}

function joinedTo(subjects: Wanted): RawBuilder<unknown> {
  if (!subjects) return sql``
  return sql`
    join unnest(
      ${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ code }) => code)}::text[]
    ) as w (kind, code)
      on w.kind = m.dimension
      and (m.member = w.code or (m.dimension = 'industry' and starts_with(m.member, w.code)))
  `
}

function knownAt(asOf: string | undefined): RawBuilder<unknown> {
  if (asOf === undefined) return sql`m.known_to is null`
  return sql`m.known_from <= ${asOf} and (m.known_to is null or m.known_to > ${asOf})`
}
