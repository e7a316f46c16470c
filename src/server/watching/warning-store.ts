import { WarningRule as RuleText } from '#contract/warning.ts'
import type { Period } from '#core/period/period.ts'
import type { Warning } from '#core/warning/warnings.ts'
import type { Grade, WarningRule } from '#core/warning/warning-rule.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { sql } from 'kysely'
import { readFile } from 'node:fs/promises'

/** A rule with the version that holds. */
export interface RuleInForce {
  readonly rule: WarningRule
  readonly version: number
  readonly inForce: boolean
  readonly why: string
  readonly by?: Row<'warningRule'>['by']
  readonly at: string
}

const shippedFile = new URL('../../../data/warning-rules/usual.json', import.meta.url)
let shipped: Promise<readonly WarningRule[]> | undefined

/** The rules that come with the program. */
export function shippedRules(): Promise<readonly WarningRule[]> {
  shipped ??= readFile(shippedFile, 'utf8').then((text) => RuleText.array().parse(JSON.parse(text)))
  return shipped
}

/** The latest version of every rule of a region: its own, else as shipped (version 0). */
export async function rulesOf(db: ReadDb, region: string): Promise<readonly RuleInForce[]> {
  const own = await db
    .selectFrom('warningRule')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('code')
    .orderBy('version')
    .execute()
  const latest = new Map(own.map((row) => [row.code, row]))
  const fromProgram = (await shippedRules())
    .filter(({ code }) => !latest.has(code))
    .map((rule) => ({ rule, version: 0, inForce: true, why: '', at: '2026-01-01T00:00:00.000Z' }))
  return [...fromProgram, ...latest.values()].toSorted((a, b) =>
    a.rule.code.localeCompare(b.rule.code),
  )
}

export async function insertRule(db: Db, row: Row<'warningRule'>): Promise<void> {
  await db.insertInto('warningRule').values(row).execute()
}

export interface WarningFilter {
  readonly state: 'open' | 'cleared' | 'all'
  readonly grade?: Grade | undefined
  readonly rule?: string | undefined
  readonly subject?: string | undefined
  readonly period?: Period | undefined
}

/** Warnings that pass a filter, the gravest and latest first. */
export function warningsOf(
  db: ReadDb,
  region: string,
  { state, grade, rule, subject, period }: WarningFilter,
): Promise<Row<'warning'>[]> {
  return db
    .selectFrom('warning')
    .selectAll()
    .where('regionCode', '=', region)
    .$if(state !== 'all', (query) => query.where('isOpen', '=', state === 'open'))
    .$if(grade !== undefined, (query) => query.where('grade', '=', grade ?? 'red'))
    .$if(rule !== undefined, (query) => query.where('ruleCode', '=', rule ?? ''))
    .$if(subject !== undefined, (query) => query.where('subjectKind', '=', subject ?? ''))
    .$if(period !== undefined, (query) => query.where('until', '=', period ?? ('' as Period)))
    .orderBy((is) =>
      is
        .case()
        .when('grade', '=', 'red')
        .then(0)
        .when('grade', '=', 'orange')
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy('untilEnds', 'desc')
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .execute()
}

/** The warnings of rules about subjects (by `subjectKey`) that stood in a month (as `endMonth` counts) or after it. */
export function warningsStanding(
  db: ReadDb,
  region: string,
  {
    rules,
    subjects,
    ends,
  }: {
    readonly rules: readonly string[]
    readonly subjects: readonly string[]
    readonly ends: number
  },
): Promise<Row<'warning'>[]> {
  return db
    .selectFrom('warning')
    .selectAll()
    .where('regionCode', '=', region)
    .where('untilEnds', '>=', ends)
    .where(sql<boolean>`rule_code = any(${rules}::text[])`)
    .where(sql<boolean>`subject_kind || ':' || subject_code = any(${subjects}::text[])`)
    .orderBy('raisedAt', 'desc')
    .orderBy('id')
    .execute()
}

export function warningOfId(
  db: ReadDb,
  region: string,
  id: Row<'warning'>['id'],
): Promise<Row<'warning'> | undefined> {
  return db
    .selectFrom('warning')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Verdicts on the warnings of each rule. */
export async function verdictsOf(
  db: ReadDb,
  region: string,
): Promise<ReadonlyMap<string, readonly ('right' | 'wrong')[]>> {
  const rows = await db
    .selectFrom('warning')
    .select(['ruleCode', 'isRight'])
    .where('regionCode', '=', region)
    .where('isRight', 'is not', null)
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ ruleCode }) => ruleCode)].map(([code, judged]) => [
      code,
      judged.map(({ isRight }) => (isRight ? ('right' as const) : ('wrong' as const))),
    ]),
  )
}

/** A stored warning as the core knows it. */
export function asWarning(row: Row<'warning'>): Warning {
  return {
    rule: row.ruleCode,
    subject: `${row.subjectKind}:${row.subjectCode}`,
    since: row.since,
    until: row.until,
    worst: row.worst,
    grade: row.grade,
    because: row.because,
    figures: row.figures,
    isOpen: row.isOpen,
  }
}

const columns: ColumnTypes<'warning'> = {
  regionCode: 'text',
  id: 'uuid',
  ruleCode: 'text',
  subjectKind: 'text',
  subjectCode: 'text',
  since: 'text',
  until: 'text',
  untilEnds: 'integer',
  grade: 'text',
  worst: 'text',
  because: 'text',
  figures: 'jsonb',
  isOpen: 'boolean',
  raisedAt: 'timestamptz',
  clearedAt: 'timestamptz',
  isRight: 'boolean',
  verdict: 'text',
  judgedBy: 'jsonb',
  judgedAt: 'timestamptz',
  matterId: 'uuid',
}

export async function insertWarnings(db: Db, rows: readonly Row<'warning'>[]): Promise<void> {
  if (rows.length > 0) await insertMany(db, 'warning', columns, rows)
}

/** Puts rows in the place of those with their ids: a month touches hundreds at once. */
export async function replaceWarnings(
  db: Db,
  region: string,
  rows: readonly Row<'warning'>[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .deleteFrom('warning')
    .where('regionCode', '=', region)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  await insertWarnings(db, rows)
}
