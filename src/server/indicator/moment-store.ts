import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { memberKinds } from '#core/indicator/membership.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { dayInChina } from '#server/clock.ts'
import { sql } from 'kysely'

/** What was looked at while figures were computed. */
export interface Span {
  readonly subjects: readonly Subject[]
  readonly indicators: readonly string[]
  readonly periods: readonly Period[]
}

/**
 * The moments up to `asOf` at which something within the span became known, oldest first: figures of
 * the subjects, of any member that may count in them, and memberships.
 */
export async function momentsOf(
  db: ReadDb,
  { region, asOf }: { readonly region: string; readonly asOf?: string },
  { subjects, indicators, periods }: Span,
): Promise<readonly string[]> {
  const isSummed = subjects.some(({ kind }) => kind !== 'enterprise' && kind !== 'project')
  const rows = sql<{ readonly moment: string }>`(
    select distinct o.known_from as moment
    from figure_series s
    join observation o on o.region_code = s.region_code and o.series_id = s.id
    where s.region_code = ${region}
      and s.indicator = any(${indicators}::text[])
      and o.period = any(${periods}::text[])
      and (
        s.subject_kind || ':' || s.subject_code = any(${subjects.map(subjectKey)}::text[])
        or (${isSummed} and s.subject_kind = any(${memberKinds}::text[]))
      )
    union
    select known_from from membership where region_code = ${region} and ${isSummed}
    union
    select known_to from membership
    where region_code = ${region} and ${isSummed} and known_to is not null
  )`
  const found = await db
    .selectFrom(rows.as('moments'))
    .select('moment')
    .$if(asOf !== undefined, (query) => query.where('moment', '<=', asOf ?? ''))
    .orderBy('moment')
    .execute()
  return found.map(({ moment }) => moment)
}

/** The days in China on which something became known, latest first. */
export async function knownDays(db: ReadDb, region: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('figureSource')
    .select('knownFrom')
    .distinct()
    .where('regionCode', '=', region)
    .orderBy('knownFrom', 'desc')
    .execute()
  return [...new Set(rows.map(({ knownFrom }) => dayInChina(knownFrom)))]
}

/** The periods of which anything is known, in order of their ends. */
export async function knownPeriods(db: ReadDb, region: string): Promise<readonly Period[]> {
  const rows = await db
    .selectFrom('figurePeriod')
    .select('period')
    .where('regionCode', '=', region)
    .orderBy('ends')
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

/** The subjects that have figures or sums, with how many series each has. */
export function subjectsWithSeries(
  db: ReadDb,
  region: string,
  kind?: Subject['kind'],
): Promise<{ kind: Subject['kind']; code: string; series: number }[]> {
  return db
    .selectFrom('figureSeries')
    .select(['subjectKind as kind', 'subjectCode as code'])
    .select(sql<number>`count(*)::integer`.as('series'))
    .where('regionCode', '=', region)
    .$if(kind !== undefined, (query) => query.where('subjectKind', '=', kind ?? 'region'))
    .groupBy(['subjectKind', 'subjectCode'])
    .orderBy('subjectKind')
    .orderBy('subjectCode')
    .execute()
}
