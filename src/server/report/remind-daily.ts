import { isEscalated, reminderOn } from '#core/report/reminder.ts'
import { calendarFor } from '#server/calendar/calendar-store.ts'
import { dayInChina } from '#server/clock.ts'
import {
  job,
  type JobContext,
  type JobHandler,
  programItself,
  type Schedule,
} from '#server/job/handler.ts'
import { enqueue } from '#server/job/queue.ts'
import { formIn, formsOf } from './form-store.ts'
import { owing, remind } from './remind.ts'
import { reminderRules, remindersOf, ruleOf } from './reminder-store.ts'
import { findReports } from './report-store.ts'
import { roundsOf } from './round-store.ts'
import { regionCode } from '#contract/fields.ts'
import * as z from 'zod'

const dailyKind = 'remind-of-reports'
const regionKind = 'remind-of-reports-in-region'

export const reminderJobs: readonly JobHandler[] = [
  job(dailyKind, z.object({}), async (_, { db, now }) => {
    const regions = await db.selectFrom('reportRound').select('regionCode').distinct().execute()
    for (const { regionCode: region } of regions) {
      await enqueue(db, { kind: regionKind, payload: { region }, now, dedupeKey: region })
    }
  }),
  job(regionKind, z.object({ region: regionCode }), ({ region }, context) =>
    remindIn(context, region),
  ),
]

/** Before work begins, so that a reminder is the first thing read. */
export const reminderSchedules: readonly Schedule[] = [
  { code: 'remind-of-reports-daily', cron: '15 8 * * *', kind: dailyKind, payload: {} },
]

/** Reminds of every round the rules name today, once a day however often it is asked. [K8] */
export async function remindIn(context: JobContext, region: string): Promise<void> {
  const { db, now } = context
  const today = dayInChina(now)
  const [calendar, forms, rules] = [
    await calendarFor(db, region),
    await formsOf(db, region),
    await reminderRules(db, region),
  ]
  const done = new Set((await remindersOf(db, region, { scheduledOn: today })).map(roundKey))
  for (const round of await roundsOf(db, region)) {
    const { form, period, due } = round
    const rule = ruleOf(rules, form)
    const daysAfter = reminderOn(rule, { due, today, calendar })
    if (daysAfter === undefined || done.has(roundKey(round))) continue
    const owed = await findReports(db, region, { form, period, states: owing })
    const formName = formIn(forms, form, period)?.form.name ?? form
    await remind(context, {
      round,
      formName,
      owed,
      by: programItself,
      daysAfter,
      isEscalated: isEscalated(rule, daysAfter),
    })
    if (owed.length > 0) context.stale(region, ['reports'])
  }
}

function roundKey({ form, period }: { readonly form: string; readonly period: string }): string {
  return `${form} ${period}`
}
