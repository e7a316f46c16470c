import type { Report } from '#contract/report.ts'
import type { ReportId } from '#core/id.ts'
import type { ReadContext, WriteContext } from '#server/http/context.ts'
import { changedMeanwhile, notFound } from '#server/http/failure.ts'
import { type PlacedReport, findReports, lockReports } from './report-store.ts'
import { reportView } from './report-view.ts'

/** A report within the caller's reach; to all others it is not there. */
export async function seenReport(
  { db, region, scopeOf }: ReadContext,
  id: ReportId,
  action: 'see-reports' | 'fill-reports' | 'review-reports' = 'see-reports',
): Promise<PlacedReport> {
  const [row] = await findReports(db, region.code, { ids: [id], scope: scopeOf(action) })
  if (!row) throw notFound('Report')
  return row
}

/** The same, and nobody else changes it until the transaction ends. */
export async function heldReport(
  context: WriteContext,
  id: ReportId,
  action: 'fill-reports' | 'review-reports',
): Promise<PlacedReport> {
  await lockReports(context.db, context.region.code, [id])
  return seenReport(context, id, action)
}

/** Ends the request where the caller saw another state than there is. */
export async function sameRevision(
  context: WriteContext,
  row: PlacedReport,
  revision: Report['revision'],
): Promise<void> {
  if (row.revision === revision) return
  throw changedMeanwhile('Somebody else changed the report', {
    current: await reportView(context, row),
  })
}
