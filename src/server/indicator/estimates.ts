import type { figureEstimates } from '#contract/figure.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { type FigureKey, figureKey, type Subject, subjectKey } from '#core/indicator/figure.ts'
import { countsAt } from '#core/indicator/membership.ts'
import { leavesOf } from '#core/indicator/library.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import { asOfPart } from './as-of.ts'
import { lookerOf, subjectsWithin } from './figure-scope.ts'
import { libraryAt } from './library/library.ts'
import { membershipsOf, type StoredMembership } from './membership-store.ts'
import { sql } from 'kysely'

/**
 * Which figures rest on estimates, and on those of how many: told ones, the sums they count in and what
 * formulas make of both. Single enterprises only as far as they are the caller's to see. [K7]
 */
export async function estimatesIn(
  context: ReadContext,
  { indicator: asked, period: periods, asOf }: Parsed<typeof figureEstimates>,
): Promise<Answer<typeof figureEstimates>> {
  const { db } = context
  const region = context.region.code
  const { asOf: moment } = asOfPart(asOf)
  const library = await libraryAt(db, moment)
  const leaves = new Map(asked.map((code) => [code, new Set(leavesOf(library, code))]))
  const indicators = [...new Set([...leaves.values()].flatMap((codes) => [...codes]))]
  const rows = await estimatedFigures(db, region, { indicators, periods, moment })
  const subjects = rows.map(({ subject }) => subject)
  const open = await subjectsWithin(db, lookerOf(context), subjects)
  const memberships = await membershipsOf(db, region, subjects)
  const found = new Map<string, { key: FigureKey; of: Set<string> }>()
  for (const { subject, indicator, period, ends } of rows) {
    const own = subjectKey(subject)
    const about = [
      ...(open.has(own) ? [subject] : []),
      ...sumsOf(region, memberships.get(own) ?? [], ends),
    ]
    for (const code of asked.filter((each) => leaves.get(each)?.has(indicator))) {
      for (const each of about) {
        const key = { subject: each, indicator: code, period }
        const known = found.get(figureKey(key)) ?? { key, of: new Set() }
        known.of.add(own)
        found.set(figureKey(key), known)
      }
    }
  }
  return { estimates: [...found.values()].map(({ key, of }) => ({ ...key, count: of.size })) }
}

/** The sums a subject counts in; of its industry those of every length of the code. */
function sumsOf(
  region: string,
  memberships: readonly StoredMembership[],
  ends: number,
): readonly Subject[] {
  const kept = countsAt(region, memberships, ends).map(({ subject }) => subject)
  const finer = memberships
    .filter(({ dimension, firstEnd, lastEnd }) => {
      return dimension === 'industry' && firstEnd <= ends && (lastEnd === null || lastEnd >= ends)
    })
    .flatMap(({ member }) => [member.slice(0, 3), member])
  return [...kept, ...finer.map((code) => ({ kind: 'industry' as const, code }))]
}

interface EstimatedFigure extends FigureKey {
  readonly ends: number
}

/** The figures that are an estimate and were not told since. */
async function estimatedFigures(
  db: ReadDb,
  region: string,
  {
    indicators,
    periods,
    moment,
  }: {
    readonly indicators: readonly string[]
    readonly periods: readonly Period[]
    readonly moment: string | undefined
  },
): Promise<readonly EstimatedFigure[]> {
  const known = (column: 'o' | 'l') =>
    moment === undefined ? sql`` : sql`and ${sql.ref(`${column}.known_from`)} <= ${moment}`
  const rows = sql<Subject & Omit<EstimatedFigure, 'subject'>>`(
    select s.subject_kind as kind, s.subject_code as code, s.indicator, o.period, o.ends
    from figure_source f
    join observation o on o.region_code = f.region_code and o.source_id = f.id
    join figure_series s on s.region_code = o.region_code and s.id = o.series_id
    where f.region_code = ${region} and f.cause = 'report-estimated'
      and s.indicator = any(${indicators}::text[]) and o.period = any(${periods}::text[])
      and o.value is not null ${known('o')}
      and not exists (
        select 1 from observation l
        where l.region_code = o.region_code and l.period = o.period
          and l.series_id = o.series_id and l.known_from > o.known_from ${known('l')}
      )
  )`
  const found = await db.selectFrom(rows.as('estimated')).selectAll().execute()
  return found.map(({ kind, code, ...rest }) => ({ ...rest, subject: { kind, code } }))
}
