import type { Person } from '#contract/session.ts'
import type { Scope } from '#core/access/scope.ts'
import { type ReminderRule, usualReminders } from '#core/report/reminder.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { withinScope } from '#server/organisation/within-scope.ts'
import { sql } from 'kysely'

/** Stands for every form without a rule of its own. */
export const everyForm = '*'

export function reminderRules(db: ReadDb, region: string): Promise<Row<'reminderRule'>[]> {
  return db
    .selectFrom('reminderRule')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('form')
    .execute()
}

/** The rule a form is reminded by: its own, that of all forms, or the usual one. */
export function ruleOf(rules: readonly Row<'reminderRule'>[], form: string): ReminderRule {
  const row =
    rules.find((rule) => rule.form === form) ?? rules.find((rule) => rule.form === everyForm)
  return row ? { ...row, escalatesFrom: row.escalatesFrom ?? undefined } : usualReminders
}

export async function saveReminderRule(
  db: Db,
  rule: ReminderRule & {
    readonly region: string
    readonly form: string
    readonly by: Person
    readonly at: string
    readonly why: string
  },
): Promise<void> {
  const { region, form, days, escalatesFrom, isActive, by, at, why } = rule
  const set = {
    days: json(days),
    escalatesFrom: escalatesFrom ?? null,
    isActive,
    by: json(by),
    at,
    why,
  }
  await db
    .insertInto('reminderRule')
    .values({ regionCode: region, form, ...set })
    .onConflict((conflict) => conflict.columns(['regionCode', 'form']).doUpdateSet(set))
    .execute()
}

const columns: ColumnTypes<'reminder'> = {
  regionCode: 'text',
  id: 'uuid',
  form: 'text',
  period: 'text',
  day: 'date',
  daysAfter: 'integer',
  organisationId: 'uuid',
  reports: 'integer',
  by: 'jsonb',
  at: 'timestamptz',
}

export function insertReminders(db: Db, rows: readonly Row<'reminder'>[]): Promise<void> {
  return insertMany(db, 'reminder', columns, rows)
}

/** Which reminders are meant; what is absent does not narrow. */
export interface ReminderFilter {
  readonly form?: string
  readonly period?: string
  /** Those that went out by themselves on a day. */
  readonly scheduledOn?: string
  /** Whose units may be seen. */
  readonly scope?: Scope
  readonly limit?: number
}

/** Who was reminded, latest first. */
export function remindersOf(
  db: ReadDb,
  region: string,
  { form, period, scheduledOn, scope, limit }: ReminderFilter,
): Promise<Row<'reminder'>[]> {
  return db
    .selectFrom('reminder')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(form !== undefined, (query) => query.where('form', '=', form ?? ''))
    .$if(period !== undefined, (query) => query.where(sql<string>`period`, '=', period ?? ''))
    .$if(scheduledOn !== undefined, (query) =>
      query.where('day', '=', scheduledOn ?? '').where('daysAfter', 'is not', null),
    )
    .$if(scope !== undefined, (query) =>
      query.where(withinScope(scope ?? { kind: 'region' }, 'reminder.organisationId')),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
}
