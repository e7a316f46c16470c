import type { remindMissing } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { OrganisationId } from '#core/id.ts'
import { periodName } from '#core/period/period-name.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { tellWebhooks } from '#server/matter/webhook.ts'
import { notify } from '#server/notification/notify.ts'
import { formIn, formsOf } from './form-store.ts'
import { findReports, type PlacedReport } from './report-store.ts'
import { roundOf } from './round-store.ts'

/** Tells everybody who still owes a form that it is due: who fills it in, and the park or town it lies in. */
export async function remindMissingOf(
  context: WriteContext,
  { form: code, period }: Parsed<typeof remindMissing>,
): Promise<Answer<typeof remindMissing>> {
  const { db, region, user, now } = context
  const round = await roundOf(db, region.code, code, period)
  const form = formIn(await formsOf(db, region.code), code, period)?.form
  if (!round || !form) throw notFound('Round')
  const scope = context.scopeOf('review-reports')
  const states = ['open', 'returned'] as const
  const owed = await findReports(db, region.code, { form: code, period, states, scope })
  if (owed.length === 0) return { reminded: 0 }
  const id = newId('round')
  const values = { form: form.name, period: periodName(period), due: round.due }
  for (const [unit, own] of owedBy(owed)) {
    await notify(context, {
      region: region.code,
      to: { organisation: unit, allowed: 'fill-reports' },
      except: user.id,
      kind: 'report-reminded',
      subject: { kind: 'round', id },
      values: { ...values, count: own },
      link: '/reports',
    })
  }
  await tellWebhooks(context, region.code, 'report-reminded', {
    ...values,
    reports: owed.map((row) => ({
      id: row.id,
      name: row.enterpriseName ?? row.title,
      state: row.state,
    })),
  })
  await record(db, [
    {
      region: region.code,
      at: now,
      by: user,
      action: 'reports-reminded',
      subject: id,
      entity: { kind: 'round', id },
      after: { form: code, period, reminded: owed.length },
    },
  ])
  return { reminded: owed.length }
}

/** How many reports each unit answers for: its own, and those of the enterprises in it. */
function owedBy(rows: readonly PlacedReport[]): ReadonlyMap<OrganisationId, number> {
  const counts = new Map<OrganisationId, number>()
  for (const { ownId, organisationId, parkId, townId } of rows) {
    const units = new Set([ownId, organisationId, parkId, townId])
    for (const unit of units) {
      if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  return counts
}
