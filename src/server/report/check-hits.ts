import type { checkOutcomes } from '#contract/collection.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { ReportId } from '#core/id.ts'
import { endMonth } from '#core/indicator/membership.ts'
import type { CheckHit } from '#core/report/checks.ts'
import type { Db } from '#server/db/db.ts'
import type { ReadContext } from '#server/http/context.ts'
import type { ReportRow } from './report-store.ts'
import { sql } from 'kysely'

/**
 * Keeps which checks a report does not pass as it is handed in. One that was hit before and is no more
 * made somebody correct the figures.
 */
export async function keepHits(
  db: Db,
  { regionCode, id, form, periodEnd }: ReportRow,
  hits: readonly CheckHit[],
): Promise<void> {
  const codes = [...new Set(hits.map(({ check }) => check))]
  await db
    .updateTable('checkHit')
    .set({ stands: false })
    .where('regionCode', '=', regionCode)
    .where('reportId', '=', id)
    .execute()
  if (codes.length === 0) return
  await sql`
    insert into check_hit (region_code, report_id, check_code, form, period_end, stands, outcome)
    select ${regionCode}, ${id}::uuid, code, ${form}, ${periodEnd}::integer, true, null
    from unnest(${codes}::text[]) code
    on conflict (region_code, report_id, check_code) do update set stands = true
  `.execute(db)
}

/** What came of the hits of accepted reports: those that stand were explained, the others corrected. */
export async function decideHits(db: Db, region: string, ids: readonly ReportId[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('checkHit')
    .set({
      outcome: sql<
        'corrected' | 'explained'
      >`case when stands then 'explained' else 'corrected' end`,
    })
    .where('regionCode', '=', region)
    .where('reportId', 'in', ids)
    .where('outcome', 'is', null)
    .execute()
}

/** What came of the hits of each check of a form since a period. */
export async function outcomesOf(
  { db, region }: ReadContext,
  { code, from }: Parsed<typeof checkOutcomes>,
): Promise<Answer<typeof checkOutcomes>> {
  const counted = (outcome: string) =>
    sql<number>`(count(*) filter (where outcome = ${outcome}))::integer`
  const rows = await db
    .selectFrom('checkHit')
    .select('checkCode as check')
    .select([counted('corrected').as('corrected'), counted('explained').as('explained')])
    .select(sql<number>`(count(*) filter (where outcome is null))::integer`.as('undecided'))
    .where('regionCode', '=', region.code)
    .where('form', '=', code)
    .where('periodEnd', '>=', endMonth(from))
    .groupBy('checkCode')
    .orderBy('checkCode')
    .execute()
  return { checks: rows }
}
