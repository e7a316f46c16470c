import type { Person } from '#contract/session.ts'
import type { FigureKey, GivenGap, SourceKind, SubjectKind } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { sql } from 'kysely'

/** A given figure with where it stands and who made it known. */
export interface GivenRow {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly value: string | null
  readonly base: string | null
  readonly gap: GivenGap | null
  readonly place: string | null
  readonly knownFrom: string
  readonly kind: SourceKind
  readonly reference: string
  readonly by: Person
  readonly cause: string
  readonly why: string | null
}

export interface MemberRow extends GivenRow {
  readonly share: string
}

interface Moment {
  readonly region: string
  readonly asOf?: string
}

/** Every state a given figure had, latest first. */
export async function vintagesOf(
  db: ReadDb,
  region: string,
  { subject, indicator }: Omit<FigureKey, 'period'>,
  periods: readonly Period[],
): Promise<readonly GivenRow[]> {
  const rows = sql<GivenRow>`(
    select s.subject_kind, s.subject_code, s.indicator, ${ofObservation}
    from figure_series s
    join figure_period p on p.region_code = s.region_code
    join observation o
      on o.region_code = s.region_code and o.period = p.period and o.series_id = s.id
    join figure_source f on f.region_code = o.region_code and f.id = o.source_id
    where s.region_code = ${region} and s.indicator = ${indicator}
      and s.subject_kind = ${subject.kind} and s.subject_code = ${subject.code}
      ${periods.length > 0 ? sql`and o.period = any(${periods}::text[])` : sql``}
    order by p.ends, o.period, o.known_from desc
  )`
  return db.selectFrom(rows.as('vintages')).selectAll().execute()
}

/** The members whose figures a sum is made of, the largest part first. */
export async function membersBehind(
  db: ReadDb,
  { region, asOf }: Moment,
  { subject, indicator, period }: FigureKey,
): Promise<readonly MemberRow[]> {
  const rows = sql<MemberRow>`(
    select distinct on (o.series_id)
      s.subject_kind, s.subject_code, s.indicator, o.ends, ${ofObservation}
    from figure_series s
    join observation o on o.region_code = s.region_code and o.series_id = s.id
    join figure_source f on f.region_code = o.region_code and f.id = o.source_id
    where s.region_code = ${region} and s.indicator = ${indicator} and o.period = ${period}
      and s.subject_kind in ('enterprise', 'project')
      ${asOf === undefined ? sql`` : sql`and o.known_from <= ${asOf}`}
    order by o.series_id, o.known_from desc
  )`
  const isRegion = subject.kind === 'region'
  const knownAt =
    asOf === undefined
      ? sql`m.known_to is null`
      : sql`m.known_from <= ${asOf} and (m.known_to is null or m.known_to > ${asOf})`
  const counted = isRegion
    ? sql<MemberRow>`(select k.*, 1::numeric as share from ${rows} k where k.value is not null)`
    : sql<MemberRow>`(
        select k.*, m.share from ${rows} k
        join membership m
          on m.region_code = ${region}
          and m.subject_kind = k.subject_kind and m.subject_code = k.subject_code
          and m.dimension = ${subject.kind}
          and (
            m.member = ${subject.code}
            or (m.dimension = 'industry' and starts_with(m.member, ${subject.code}))
          )
          and m.first_end <= k.ends and (m.last_end is null or m.last_end >= k.ends)
          and ${knownAt}
        where k.value is not null
      )`
  return db
    .selectFrom(counted.as('members'))
    .selectAll()
    .orderBy(sql`abs(value * share)`, 'desc')
    .execute()
}

/** The figures taken from a source, or from one place in it. */
export async function figuresOfSource(
  db: ReadDb,
  region: string,
  { reference, place }: { readonly reference: string; readonly place?: string | undefined },
): Promise<readonly GivenRow[]> {
  const rows = sql<GivenRow>`(
    select s.subject_kind, s.subject_code, s.indicator, ${ofObservation}
    from figure_source f
    join observation o on o.region_code = f.region_code and o.source_id = f.id
    join figure_series s on s.region_code = o.region_code and s.id = o.series_id
    where f.region_code = ${region} and f.reference = ${reference}
      ${place === undefined ? sql`` : sql`and o.place = ${place}`}
    order by o.known_from desc, s.indicator, s.subject_kind, s.subject_code, o.period
    limit 5000
  )`
  return db.selectFrom(rows.as('taken')).selectAll().execute()
}

const ofObservation = sql`
  o.period, o.value, o.base, o.gap, o.place, o.known_from,
  f.kind, f.reference, f.by, f.cause, f.why
`
