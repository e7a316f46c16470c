import { isListed } from '#core/enterprise/steps.ts'
import type { Dimension } from '#core/indicator/membership.ts'
import { endMonth } from '#core/indicator/membership.ts'
import type { Period } from '#core/period/period.ts'
import type { ReadDb } from '#server/db/db.ts'
import { answerOnce, figureState } from '#server/indicator/kept-answers.ts'
import { sql } from 'kysely'

export interface MemberQuestion {
  readonly region: string
  readonly indicator: string
  readonly period: Period
  /** Nothing that became known later counts; the present where absent. */
  readonly asOf?: string | undefined
}

/** What one enterprise told of a period. Exact decimals; null where it told nothing. */
export interface MemberFigure {
  readonly code: string
  readonly value: string | null
  readonly base: string | null
}

/** The figures of all enterprises in one period, as known at a moment. */
export function memberFigures(
  db: ReadDb,
  { region, indicator, period, asOf }: MemberQuestion,
): Promise<readonly MemberFigure[]> {
  const about = { name: `members ${indicator} ${period}`, reads: [indicator], region, asOf }
  return known(db, about, (moment) => {
    const latest = sql<MemberFigure>`(
      select code, value, base from (
        select distinct on (o.series_id) s.subject_code as code, o.value, o.base, o.gap
        from observation o
        join figure_series s on s.region_code = o.region_code and s.id = o.series_id
        where o.region_code = ${region} and o.period = ${period}
          ${moment === undefined ? sql`` : sql`and o.known_from <= ${moment}`}
          and o.series_id = any(array(
            select id from figure_series
            where region_code = ${region} and indicator = ${indicator} and subject_kind = 'enterprise'
          ))
        order by o.series_id, o.known_from desc
      ) latest
      where gap is distinct from 'withdrawn'
    )`.as<'member'>('member')
    return db.selectFrom(latest).selectAll().orderBy('code').execute()
  })
}

export interface MemberShare {
  readonly code: string
  readonly member: string
  readonly share: string
}

/** To which members of a dimension enterprises belong in a period, as known at a moment. */
export function memberShares(
  db: ReadDb,
  { region, period, asOf }: Omit<MemberQuestion, 'indicator'>,
  dimension: Dimension,
): Promise<readonly MemberShare[]> {
  const about = { name: `shares ${dimension} ${period}`, reads: [], region, asOf }
  return known(db, about, (moment) => {
    const there = sql<MemberShare>`(
      select subject_code as code, member, share
      from membership
      where region_code = ${region} and subject_kind = 'enterprise' and dimension = ${dimension}
        and first_end <= ${endMonth(period)}
        and (last_end is null or last_end >= ${endMonth(period)})
        and ${
          moment === undefined
            ? sql`known_to is null`
            : sql`known_from <= ${moment} and (known_to is null or known_to > ${moment})`
        }
    )`.as<'share_of'>('share_of')
    return db.selectFrom(there).selectAll().orderBy('code').orderBy('member').execute()
  })
}

interface About {
  readonly name: string
  readonly reads: readonly string[]
  readonly region: string
  readonly asOf: string | undefined
}

// A line of every enterprise, however many there are.
const roomOfMembers = 500

/** Asked once, as long as it stays true. */
async function known<Answer>(
  db: ReadDb,
  { name, reads, region, asOf }: About,
  ask: (moment: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  const state = await figureState(db, region, asOf)
  if (!state) return ask(asOf)
  const question = `${name} ${state.asOf ?? ''}`
  return answerOnce(db, { region, state }, { question, reads, figures: roomOfMembers }, () =>
    ask(state.asOf),
  )
}

/** The enterprises that are above the designated size in a period, whether they reported or not. */
export async function listedIn(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('enterpriseListing')
    .select(['enterpriseId', 'fromPeriod', 'toPeriod', 'reason'])
    .where('regionCode', '=', region)
    .execute()
  const listed = rows.filter(({ fromPeriod, toPeriod, reason }) =>
    isListed([{ from: fromPeriod, ...(toPeriod !== null && { to: toPeriod }), reason }], period),
  )
  return new Set(listed.map(({ enterpriseId }) => enterpriseId))
}
