import type { VerificationCheck } from '#contract/installation.ts'
import type { Period } from '#core/period/period.ts'
import type { Db } from '#server/db/db.ts'
import { allSummed } from './library/library-store.ts'
import { knownPeriods } from './moment-store.ts'
import { type MemberSum, sumsFromObservations } from './recompute.ts'
import { keptSums } from './sum-store.ts'
import { sql } from 'kysely'

const mostProblems = 100

/** Whether every kept sum is what its members' figures give, period by period. */
export async function checkSums(db: Db): Promise<VerificationCheck> {
  const indicators = await allSummed(db)
  const problems = [...(await lostSeries(db))]
  let checked = 0
  for (const region of await regionsWithFigures(db)) {
    for (const period of await knownPeriods(db, region)) {
      const question = { region, indicators, periods: [period] }
      const kept = await keptSums(db, question)
      const made = await sumsFromObservations(db, question)
      checked += made.length
      problems.push(...differences(kept, made).map((about) => problem(region, period, about)))
      if (problems.length >= mostProblems) return { name: 'kept-sums', checked, problems }
    }
  }
  return { name: 'kept-sums', checked, problems }
}

function problem(region: string, period: Period, about: string) {
  return { code: 'sum-differs', about: `${region} ${period} ${about}` }
}

/** The sums that are not the same in both, by subject and indicator. */
function differences(kept: readonly MemberSum[], made: readonly MemberSum[]): readonly string[] {
  const expected = new Map(made.map((sum) => [nameOf(sum), amountsOf(sum)]))
  const found = new Map(kept.map((sum) => [nameOf(sum), amountsOf(sum)]))
  const names = new Set([...expected.keys(), ...found.keys()])
  return [...names].filter((name) => expected.get(name) !== found.get(name)).toSorted()
}

function nameOf({ subjectKind, subjectCode, indicator }: MemberSum): string {
  return `${subjectKind}:${subjectCode} ${indicator}`
}

function amountsOf({ value, matched, base, matchedCount, count }: MemberSum): string {
  return [value, matched, base, matchedCount, count].join(' ')
}

async function regionsWithFigures(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('figureClock')
    .select('regionCode')
    .orderBy('regionCode')
    .execute()
  return rows.map(({ regionCode }) => regionCode)
}

/** Observations whose series or source is gone. */
async function lostSeries(db: Db): Promise<VerificationCheck['problems']> {
  const { rows } = await sql<{ readonly about: string }>`
    select distinct o.region_code || ' ' || o.period || ' ' || o.series_id as about
    from observation o
    left join figure_series s on s.region_code = o.region_code and s.id = o.series_id
    left join figure_source f on f.region_code = o.region_code and f.id = o.source_id
    where s.id is null or f.id is null
    limit ${mostProblems}
  `.execute(db)
  return rows.map(({ about }) => ({ code: 'owner-missing', about: `observation ${about}` }))
}
