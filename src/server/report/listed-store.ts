import { type Subject, subjectKey } from '#core/indicator/figure.ts'
import { type Period, samePeriodLastYear } from '#core/period/period.ts'
import type { Form } from '#core/report/form.ts'
import { carriedListed, compiledWithListed, type ListedRow } from '#core/report/listed-rows.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { ReportGround } from './ground.ts'
import type { ReportRow } from './report-store.ts'

/** The rows reporters listed in a period, by subject. */
export async function listedIn(
  db: ReadDb,
  region: string,
  form: Form,
  period: Period,
): Promise<(subject: Subject) => readonly ListedRow[]> {
  if (form.sections.every(({ ownRows }) => ownRows === undefined)) return () => []
  const rows = await db
    .selectFrom('report')
    .select(['subjectKind', 'subjectCode', 'listed'])
    .where('regionCode', '=', region)
    .where('form', '=', form.code)
    .where('period', '=', period)
    .execute()
  const bySubject = new Map(
    rows.map((row) => [subjectKey({ kind: row.subjectKind, code: row.subjectCode }), row.listed]),
  )
  return (subject) => bySubject.get(subjectKey(subject)) ?? []
}

/** The ground of a report with the rows it lists: last year's columns of these are carried over, too. [K6] */
export async function withListedRows(
  db: ReadDb,
  row: ReportRow,
  ground: ReportGround,
): Promise<ReportGround> {
  const { form } = ground.compiled
  if (row.listed.length === 0) return ground
  const lastYear = samePeriodLastYear(row.period)
  const then = await listedIn(db, row.regionCode, form, lastYear)
  const carried = carriedListed(form, row.period, row.listed, {
    listed: then({ kind: row.subjectKind, code: row.subjectCode }),
    cells: ground.archive.get(lastYear),
  })
  const more = [...carried].map(([key, value]) => [key, { value, from: 'last-year' }] as const)
  return {
    ...ground,
    compiled: compiledWithListed(ground.compiled, row.listed),
    locked: new Map([...ground.locked, ...more]),
  }
}
