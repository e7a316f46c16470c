import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import type { PlacedReport } from './report-store.ts'

/** Writes down that somebody looked at the figures of an enterprise that is not their own. */
export async function recordLook(
  { db, region, user, now, organisations }: WriteContext,
  row: PlacedReport,
): Promise<void> {
  if (row.enterpriseId === null || (row.ownId !== null && organisations.has(row.ownId))) return
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'report-seen',
      subject: row.enterpriseId,
      entity: { kind: 'report', id: row.id },
      after: { form: row.form, period: row.period },
    },
  ])
}
