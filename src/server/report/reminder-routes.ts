import { listReminders, type ReminderRule, setReminders } from '#contract/collection.ts'
import { usualReminders } from '#core/report/reminder.ts'
import { nameOn } from '#core/organisation/organisation.ts'
import type { Row } from '#server/db/db.ts'
import { record } from '#server/event/store.ts'
import { type Endpoint, read, write } from '#server/http/endpoint.ts'
import { notFound } from '#server/http/failure.ts'
import { newId } from '#server/new-id.ts'
import { organisationsOf } from '#server/organisation/store.ts'
import { formIn, formsOf } from './form-store.ts'
import {
  everyForm,
  reminderRules,
  remindersOf,
  ruleOf,
  saveReminderRule,
} from './reminder-store.ts'

export const reminderEndpoints: readonly Endpoint[] = [
  read(listReminders, async ({ form, period, limit }, context) => {
    const { db, region, scopeOf } = context
    const rules = await reminderRules(db, region.code)
    const rows = await remindersOf(db, region.code, {
      scope: scopeOf('see-reports'),
      limit,
      ...(form !== undefined && { form }),
      ...(period !== undefined && { period }),
    })
    const units = new Map((await organisationsOf(db, region.code)).map((one) => [one.id, one]))
    const forms = await formsOf(db, region.code)
    return {
      rules: [
        ...(rules.some((rule) => rule.form === everyForm) ? [] : [usualRule]),
        ...rules.map(ruleView),
      ],
      reminders: rows.map((row) => {
        const unit = units.get(row.organisationId)
        return {
          id: row.id,
          form: row.form,
          formName: formIn(forms, row.form, row.period)?.form.name ?? row.form,
          period: row.period,
          day: row.day,
          ...(row.daysAfter !== null && { daysAfter: row.daysAfter }),
          unitName: unit ? nameOn(unit, row.day) : '',
          reports: row.reports,
          by: row.by,
          at: row.at,
        }
      }),
    }
  }),

  write(setReminders, async ({ form, days, escalatesFrom, isActive, why }, context) => {
    const { db, region, user, now } = context
    const forms = await formsOf(db, region.code)
    if (form !== everyForm && !forms.some((one) => one.form.code === form)) throw notFound('Form')
    const before = ruleOf(await reminderRules(db, region.code), form)
    const after = {
      days: [...new Set(days)].toSorted((a, b) => a - b),
      ...(escalatesFrom !== undefined && { escalatesFrom }),
      isActive,
    }
    await saveReminderRule(db, { region: region.code, form, ...after, by: user, at: now, why })
    const id = newId('reminder-rule')
    await record(db, [
      {
        region: region.code,
        at: now,
        by: user,
        action: 'reminders-set',
        subject: id,
        entity: { kind: 'reminder-rule', id },
        before: {
          form,
          days: before.days,
          escalatesFrom: before.escalatesFrom ?? null,
          isActive: before.isActive,
        },
        after: { form, ...after },
        why,
      },
    ])
    context.stale(['reports'])
    return {}
  }),
]

const usualRule: ReminderRule = {
  form: everyForm,
  days: [...usualReminders.days],
  ...(usualReminders.escalatesFrom !== undefined && {
    escalatesFrom: usualReminders.escalatesFrom,
  }),
  isActive: usualReminders.isActive,
}

function ruleView(row: Row<'reminderRule'>): ReminderRule {
  const { form, days, escalatesFrom, isActive, why, by, at } = row
  return {
    form,
    days: [...days],
    ...(escalatesFrom !== null && { escalatesFrom }),
    isActive,
    why,
    by,
    at,
  }
}
