import type { remindMissing } from '#contract/report.ts'
import type { Answer, Parsed } from '#contract/route.ts'
import type { Person } from '#contract/session.ts'
import type { OrganisationId } from '#core/id.ts'
import { periodName } from '#core/period/period-name.ts'
import { remindedUnits } from '#core/report/reminder.ts'
import { dayInChina } from '#server/clock.ts'
import { record } from '#server/event/store.ts'
import type { WriteContext } from '#server/http/context.ts'
import { notFound } from '#server/http/failure.ts'
import { organisationOfCode } from '#server/organisation/store.ts'
import { newId } from '#server/new-id.ts'
import { tellWebhooks } from '#server/webhook/webhook.ts'
import { notify, type Notifying } from '#server/notification/notify.ts'
import { formIn, formsOf } from './form-store.ts'
import { insertReminders } from './reminder-store.ts'
import { findReports, type PlacedReport } from './report-store.ts'
import { roundOf, type RoundRow } from './round-store.ts'

/** Tells everybody who still owes a form that it is due: who fills it in, and the park or town it lies in. */
export async function remindMissingOf(
  context: WriteContext,
  { form: code, period, park }: Parsed<typeof remindMissing>,
): Promise<Answer<typeof remindMissing>> {
  const { db, region, user } = context
  const round = await roundOf(db, region.code, code, period)
  const form = formIn(await formsOf(db, region.code), code, period)?.form
  if (!round || !form) throw notFound('Round')
  const scope = context.scopeOf('review-reports')
  const unit =
    park === undefined ? undefined : (await organisationOfCode(db, region.code, park))?.id
  // Of what lies in no park and no town the region itself answers.
  if (park !== undefined && unit === undefined && park !== region.code) throw notFound('Unit')
  const found = await findReports(db, region.code, {
    form: code,
    period,
    states: owing,
    scope,
    ...(unit !== undefined && { unit }),
  })
  const owed = park === region.code ? found.filter(isPlaceless) : found
  await remind(context, { round, formName: form.name, owed, by: user, isEscalated: true })
  context.stale(['reports'])
  return { reminded: owed.length }
}

function isPlaceless({ parkId, townId, organisationId }: PlacedReport): boolean {
  return parkId === null && townId === null && organisationId === null
}

/** The states in which a report is still owed. */
export const owing = ['open', 'returned'] as const

/** What is reminded of, and by whom. */
export interface Reminding {
  readonly round: RoundRow
  readonly formName: string
  readonly owed: readonly PlacedReport[]
  readonly by: Person
  /** Working days after the day it was due, where the schedule reminds. */
  readonly daysAfter?: number
  /** The park or town is told of its enterprises too. */
  readonly isEscalated: boolean
}

/** Reminds the units that answer for the reports owed, in the product and by webhook, and keeps who was when. */
export async function remind(
  context: Notifying,
  { round, formName, owed, by, daysAfter, isEscalated }: Reminding,
): Promise<void> {
  if (owed.length === 0) return
  const { db, now } = context
  const { regionCode: region, form, period, due } = round
  const id = newId('round')
  const values = { form: formName, period: periodName(period), due }
  const units = [...owedBy(owed, isEscalated)]
  for (const [unit, count] of units) {
    await notify(context, {
      region,
      to: { organisation: unit, allowed: 'fill-reports' },
      except: by.id,
      kind: 'report-reminded',
      subject: { kind: 'round', id },
      values: { ...values, count },
      link: '/reports',
    })
  }
  await insertReminders(
    db,
    units.map(([organisationId, reports]) => ({
      regionCode: region,
      id: newId('reminder'),
      form,
      period,
      day: dayInChina(now),
      daysAfter: daysAfter ?? null,
      organisationId,
      reports,
      by,
      at: now,
    })),
  )
  await tellWebhooks(context, region, 'report-reminded', {
    ...values,
    ...(daysAfter !== undefined && { daysAfter }),
    reports: owed.map((row) => ({
      id: row.id,
      name: row.enterpriseName ?? row.title,
      state: row.state,
    })),
  })
  await record(db, [
    {
      region,
      at: now,
      by,
      action: 'reports-reminded',
      subject: id,
      entity: { kind: 'round', id },
      after: { form, period, reminded: owed.length },
    },
  ])
}

/** Of how many reports each unit is reminded. */
function owedBy(
  rows: readonly PlacedReport[],
  escalated: boolean,
): ReadonlyMap<OrganisationId, number> {
  const counts = new Map<OrganisationId, number>()
  for (const { ownId, organisationId, parkId, townId } of rows) {
    const own = [...new Set([ownId ?? [], organisationId ?? []].flat())]
    const above = [parkId ?? [], townId ?? []].flat()
    for (const unit of remindedUnits({ own, above }, escalated)) {
      counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  return counts
}
