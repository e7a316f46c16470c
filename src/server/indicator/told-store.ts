import type { FigureKey, GivenGap, Subject, SubjectKind } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { type MemberSum, sumsFromObservations } from './recompute.ts'
import { type RawBuilder, sql } from 'kysely'

/** A figure that is not computed by a formula. */
export interface Told extends FigureKey {
  readonly origin: 'given' | 'sum'
  /** Exact decimals. */
  readonly value: string | null
  readonly base: string | null
  readonly matched: string | null
  readonly gap: GivenGap | null
  readonly count: number
}

export interface ToldQuestion {
  readonly region: string
  readonly subjects: readonly Subject[]
  readonly indicators: readonly string[]
  readonly periods: readonly Period[]
  readonly asOf?: string
}

/**
 * What is known of subjects × indicators × periods without formulas. What somebody gave for a subject
 * itself comes after the sum of its members, and counts before it: the official figure of a region.
 */
export async function toldFigures(db: ReadDb, question: ToldQuestion): Promise<readonly Told[]> {
  const sums = await sumsOf(db, question)
  const given = await givenFigures(db, question)
  return [...sums.map(asSum), ...given.map(asGiven)]
}

interface GivenRow {
  readonly subjectKind: SubjectKind
  readonly subjectCode: string
  readonly indicator: string
  readonly period: Period
  readonly value: string | null
  readonly base: string | null
  readonly gap: GivenGap | null
}

async function givenFigures(
  db: ReadDb,
  { region, subjects, indicators, periods, asOf }: ToldQuestion,
): Promise<readonly GivenRow[]> {
  const rows = sql<GivenRow>`(
    select distinct on (o.period, o.series_id)
      s.subject_kind, s.subject_code, s.indicator, o.period, o.value, o.base, o.gap
    from observation o
    join figure_series s on s.region_code = o.region_code and s.id = o.series_id
    where o.region_code = ${region}
      and o.period = any(${knownOf(region, periods)})
      and o.series_id = any(${seriesOf({ region, subjects, indicators })})
      ${asOf === undefined ? sql`` : sql`and o.known_from <= ${asOf}`}
    order by o.period, o.series_id, o.known_from desc
  )`
  return db.selectFrom(rows.as('given')).selectAll().execute()
}

async function sumsOf(db: ReadDb, question: ToldQuestion): Promise<readonly MemberSum[]> {
  const summed = question.subjects.filter(({ kind }) => kind !== 'enterprise' && kind !== 'project')
  if (summed.length === 0) return []
  // Sums are kept by division; of finer industries they are made when asked for.
  const [fine, kept] = partition(summed, isFineIndustry)
  const settled = await settledPeriods(db, question)
  const [old, moved] = partition(question.periods, (period) => settled.has(period))
  return [
    ...(await keptSumsOf(db, { ...question, periods: old }, kept)),
    ...(await sumsFromObservations(db, { ...question, periods: moved, subjects: kept })),
    ...(await sumsFromObservations(db, { ...question, subjects: fine })),
  ]
}

/**
 * The periods of which nothing became known after the moment asked for, neither a figure nor for whom
 * one counts: what is kept of them is what was known then.
 */
async function settledPeriods(
  db: ReadDb,
  { region, periods, asOf }: ToldQuestion,
): Promise<ReadonlySet<Period>> {
  if (asOf === undefined) return new Set(periods)
  const rows = sql<{ readonly period: Period }>`(
    select p.period from figure_period p
    where p.region_code = ${region}
      and p.period = any(${periods}::text[])
      and p.last_known <= ${asOf}
      and not exists (
        select 1 from membership m
        where m.region_code = ${region}
          and (m.known_from > ${asOf} or m.known_to > ${asOf})
          and m.first_end <= p.ends and (m.last_end is null or m.last_end >= p.ends)
      )
  )`
  const settled = await db.selectFrom(rows.as('settled')).select('period').execute()
  return new Set(settled.map(({ period }) => period))
}

async function keptSumsOf(
  db: ReadDb,
  { region, indicators, periods }: ToldQuestion,
  subjects: readonly Subject[],
): Promise<readonly MemberSum[]> {
  if (subjects.length === 0) return []
  const rows = sql<MemberSum>`(
    select s.subject_kind, s.subject_code, s.indicator, k.period,
      k.value, k.matched, k.base, k.matched_count, k.count
    from kept_sum k
    join figure_series s on s.region_code = k.region_code and s.id = k.series_id
    where k.region_code = ${region}
      and k.period = any(${knownOf(region, periods)})
      and k.series_id = any(${seriesOf({ region, subjects, indicators })})
  )`
  return db.selectFrom(rows.as('kept')).selectAll().execute()
}

// The numbers come first and by themselves: then the rows are found by their key, whatever the
// database knows of how many there are; the embedded one never looks by itself.
function seriesOf({
  region,
  subjects,
  indicators,
}: Omit<ToldQuestion, 'periods'>): RawBuilder<unknown> {
  return sql`array(
    select id from figure_series
    where region_code = ${region}
      and indicator = any(${indicators}::text[])
      and subject_kind = any(${kindsOf(subjects)}::text[])
      and subject_code = any(${subjects.map(({ code }) => code)}::text[])
  )`
}

// Of the periods that end together (June, the second quarter, the first half) most are never told.
function knownOf(region: string, periods: readonly Period[]): RawBuilder<unknown> {
  return sql`array(
    select period from figure_period where region_code = ${region} and period = any(${periods}::text[])
  )`
}

function keyOf(
  row: Pick<GivenRow, 'subjectKind' | 'subjectCode' | 'indicator' | 'period'>,
): FigureKey {
  const { subjectKind: kind, subjectCode: code, indicator, period } = row
  return { subject: { kind, code }, indicator, period }
}

function asGiven(row: GivenRow): Told {
  const { value, base, gap } = row
  const matched = base === null ? null : value
  return { ...keyOf(row), origin: 'given', value, base, matched, gap, count: 1 }
}

function asSum(row: MemberSum): Told {
  const { value, base, matched, matchedCount, count } = row
  const isMatched = matchedCount > 0
  return {
    ...keyOf(row),
    origin: 'sum',
    value,
    base: isMatched ? base : null,
    matched: isMatched ? matched : null,
    gap: null,
    count,
  }
}

function kindsOf(subjects: readonly Subject[]): string[] {
  return [...new Set(subjects.map(({ kind }) => kind))]
}

function isFineIndustry({ kind, code }: Subject): boolean {
  return kind === 'industry' && code.length !== 2
}

function partition<Item>(
  items: readonly Item[],
  test: (item: Item) => boolean,
): readonly [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))]
}
