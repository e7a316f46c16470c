import type { listedRows } from '#contract/collection.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import { cellKey, columnKinds, isAsked } from '#core/report/form.ts'
import { listedTotals } from '#core/report/listed-totals.ts'
import type { ReadContext } from '#server/http/context.ts'
import type { Seen } from '#server/indicator/figure-scope.ts'
import { notFound } from '#server/http/failure.ts'
import { formIn, formsOf } from './form-store.ts'
import { findReports, type PlacedReport } from './report-store.ts'

/** What reporters within reach told in rows of their own, row by row and added up, and whose figures that shows. */
export async function listedSeen(
  { db, region, scopeOf }: ReadContext,
  { form: code, period }: Parsed<typeof listedRows>,
): Promise<Answer<typeof listedRows> & { readonly seen: readonly Seen[] }> {
  const form = formIn(await formsOf(db, region.code), code, period)?.form
  if (!form) throw notFound('Form')
  const used = new Set(form.sections.flatMap(({ ownRows }) => ownRows?.columns ?? []))
  const columns = columnKinds.filter((column) => used.has(column) && isAsked(column, period))
  const scope = scopeOf('see-reports')
  const reports = await findReports(db, region.code, { form: code, period, scope })
  const rows = reports.flatMap((report) => rowsIn(report, columns))
  return {
    columns,
    rows: rows.toSorted((one, other) => one.name.localeCompare(other.name, 'zh-CN')),
    totals: listedTotals(rows).toSorted((one, other) =>
      (one.code ?? one.name).localeCompare(other.code ?? other.name, 'zh-CN'),
    ),
    seen: reports
      .filter(({ listed }) => listed.length > 0)
      .map(({ subjectKind, subjectCode }) => ({
        subject: { kind: subjectKind, code: subjectCode },
        indicator: code,
        period,
      })),
  }
}

/** Once accepted, what was accepted: a correction counts when it is accepted in its turn. */
function rowsIn(
  report: PlacedReport,
  columns: Answer<typeof listedRows>['columns'],
): Answer<typeof listedRows>['rows'] {
  const known = report.isEstimated ? null : report.knownCells
  const cells = known ?? report.cells
  return report.listed.map(({ list, code, name, unit }) => ({
    report: report.id,
    reporter: report.enterpriseName ?? report.title,
    state: report.state,
    isAccepted: known !== null,
    list,
    code,
    name,
    unit,
    cells: Object.fromEntries(
      columns.flatMap((column) => {
        const value = cells[cellKey(code, column)]
        return value === undefined ? [] : [[column, value]]
      }),
    ),
  }))
}
