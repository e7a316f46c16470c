import type { LogFilter } from '#contract/log.ts'
import type { ReadDb, Row } from '#server/db/db.ts'
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Schema } from '#server/db/schema.ts'

/** The regions whose entries somebody may read; `undefined` for all there are. */
export type LogReach = readonly string[] | undefined

export interface LogQuestion {
  readonly filter: LogFilter
  readonly reach: LogReach
  /** Entries before this position. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Entries of the log, latest first. */
export function logEntries(
  db: ReadDb,
  { filter, reach, before, limit }: LogQuestion,
): Promise<Row<'event'>[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where((is) => is.and([...conditions(is, filter, reach), ...beforeOf(is, before)]))
    .orderBy('position', 'desc')
    .limit(limit)
    .execute()
}

type Is = ExpressionBuilder<Schema, 'event'>
type Condition = ExpressionWrapper<Schema, 'event', SqlBool>

function beforeOf(is: Is, before: number | undefined): Condition[] {
  return before === undefined ? [] : [is('position', '<', before)]
}

function conditions(is: Is, filter: LogFilter, reach: LogReach): Condition[] {
  const { person, action, subject, from, to, text } = filter
  return [
    ...(reach === undefined ? [] : [is('regionCode', 'in', reach.length > 0 ? reach : [''])]),
    ...(person === undefined ? [] : [byPerson(is, person)]),
    ...(action.length === 0 ? [] : [is('action', 'in', action)]),
    ...(subject === undefined
      ? []
      : [is.or([is('subjectId', '=', subject), is('entityId', '=', subject)])]),
    ...(from === undefined ? [] : [is('at', '>=', `${from}T00:00:00+08:00`)]),
    ...(to === undefined ? [] : [is('at', '<', dayAfter(to))]),
    ...(text === undefined ? [] : [says(is, text)]),
  ]
}

function byPerson(is: Is, person: string): Condition {
  const id = sql<string>`by ->> 'id'`
  return is.or([is(id, '=', person), is(sql<string>`by ->> 'name'`, 'like', containing(person))])
}

function says(is: Is, text: string): Condition {
  const words = containing(text)
  return is.or([
    is('why', 'ilike', words),
    is(sql<string>`before::text`, 'ilike', words),
    is(sql<string>`after::text`, 'ilike', words),
  ])
}

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString()
}

/** How far the log is signed. */
export function lastCheckpoint(db: ReadDb): Promise<Row<'eventCheckpoint'> | undefined> {
  return db
    .selectFrom('eventCheckpoint')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What looking through everything stored found last. */
export function lastVerification(db: ReadDb): Promise<Row<'verification'> | undefined> {
  return db.selectFrom('verification').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirst()
}

/** The number of entries. */
export async function lengthOfLog(db: ReadDb): Promise<number> {
  const head = await db.selectFrom('eventHead').select('position').executeTakeFirst()
  return head?.position ?? 0
}
