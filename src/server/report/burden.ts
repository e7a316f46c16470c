import { subjectKey } from '#core/indicator/figure.ts'
import type { Period } from '#core/period/period.ts'
import { askedCells } from '#core/report/estimate.ts'
import { isLastYear, readCellKey } from '#core/report/form.ts'
import { endMonth } from '#core/indicator/membership.ts'
import type { ReadDb } from '#server/db/db.ts'
import { formsOf } from './form-store.ts'
import { sql } from 'kysely'

/** How many cells may be asked of a reporter in a month; undefined where nobody said. */
export async function capOf(db: ReadDb, region: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('burdenCap')
    .select('cells')
    .where('regionCode', '=', region)
    .executeTakeFirst()
  return row?.cells
}

/** What is asked of a reporter in the month a period ends with. */
export interface Burden {
  readonly subject: string
  readonly name: string
  readonly forms: number
  readonly cells: number
  /** Of these, cells of last year, which are carried over where the archive has them. */
  readonly prefilled: number
}

/** The burden of every reporter in the month a period ends with, heaviest first. */
export async function burdensIn(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<readonly Burden[]> {
  const rows = await db
    .selectFrom('report')
    .select(['subjectKind', 'subjectCode', 'form', 'version', 'period'])
    .select(sql<string>`max(title)`.as('title'))
    .where('regionCode', '=', region)
    .where('periodEnd', '=', endMonth(period))
    .groupBy(['subjectKind', 'subjectCode', 'form', 'version', 'period'])
    .execute()
  const forms = await formsOf(db, region)
  const counts = new Map<string, { cells: number; prefilled: number }>()
  const countOf = (code: string, version: number, of: Period) => {
    const key = `${code} ${version} ${of}`
    const known = counts.get(key)
    if (known) return known
    const form = forms.find((one) => one.form.code === code && one.version === version)?.form
    const cells = form ? askedCells(form, of) : []
    const prefilled = cells.filter((cell) => {
      const place = form && readCellKey(form, cell)
      return place !== undefined && isLastYear(place.column)
    })
    const count = { cells: cells.length, prefilled: prefilled.length }
    counts.set(key, count)
    return count
  }
  const bySubject = Map.groupBy(rows, (row) =>
    subjectKey({ kind: row.subjectKind, code: row.subjectCode }),
  )
  return [...bySubject]
    .map(([subject, asked]) => {
      const each = asked.map(({ form, version, period: of }) => countOf(form, version, of))
      return {
        subject,
        name: asked[0]?.title ?? '',
        forms: asked.length,
        cells: each.reduce((sum, { cells }) => sum + cells, 0),
        prefilled: each.reduce((sum, { prefilled }) => sum + prefilled, 0),
      }
    })
    .toSorted((a, b) => b.cells - a.cells || (a.name < b.name ? -1 : 1))
}

/** Cells asked of each reporter in the month a period ends with, by `subjectKey`. */
export async function cellsAskedOf(
  db: ReadDb,
  region: string,
  period: Period,
): Promise<ReadonlyMap<string, number>> {
  const burdens = await burdensIn(db, region, period)
  return new Map(burdens.map(({ subject, cells }) => [subject, cells]))
}
