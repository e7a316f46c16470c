import type { MatterFilter } from '#contract/matter.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { Identity } from '#server/http/context.ts'
import { badInput } from '#server/http/failure.ts'
import type { MatterRow } from './matter-store.ts'
import { maySee, ownUnits } from './who-may.ts'
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import * as z from 'zod'

export interface Page {
  readonly sort: 'due' | 'changed' | 'raised' | 'number'
  readonly order: 'up' | 'down'
  readonly after?: string | undefined
  readonly limit: number
}

export interface PageOfMatters {
  readonly rows: readonly MatterRow[]
  /** Where the page ended; absent on the last. */
  readonly next?: string
}

type Asking = Identity & { readonly db: ReadDb }

const columns = {
  due: { column: 'dueSort', type: 'date' },
  changed: { column: 'changedAt', type: 'timestamptz' },
  raised: { column: 'raisedOn', type: 'date' },
  number: { column: 'number', type: 'text' },
} as const

/** A page of the matters somebody may see, that a filter leaves. */
export async function pageOfMatters(
  asking: Asking,
  filter: MatterFilter,
  { sort, order, after, limit }: Page,
): Promise<PageOfMatters> {
  const { column, type } = columns[sort]
  const direction = order === 'up' ? 'asc' : 'desc'
  const rows = await asking.db
    .selectFrom('matter')
    .selectAll()
    .where(filtered(asking, filter))
    .$if(after !== undefined, (query) =>
      query.where(beyond({ column, type, order }, readCursor(after ?? ''))),
    )
    .orderBy(column, direction)
    .orderBy('id', direction)
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  if (rows.length <= limit || !last) return { rows: page }
  return { rows: page, next: writeCursor([last[column], last.id]) }
}

/** The matters of a filter without paging, for bulletins; at most `limit`. */
export function mattersOfFilter(
  asking: Asking,
  filter: MatterFilter,
  limit: number,
): Promise<MatterRow[]> {
  return asking.db
    .selectFrom('matter')
    .selectAll()
    .where(filtered(asking, filter))
    .orderBy('dueSort')
    .orderBy('id')
    .limit(limit)
    .execute()
}

interface Beyond {
  readonly column: (typeof columns)[keyof typeof columns]['column']
  readonly type: string
  readonly order: Page['order']
}

function beyond(
  { column, type, order }: Beyond,
  [value, id]: readonly [string, string],
): RawBuilder<SqlBool> {
  const place = sql`(${sql.ref(`matter.${column}`)}, matter.id)`
  const end = sql`(${value}::${sql.raw(type)}, ${id}::uuid)`
  return order === 'up' ? sql<SqlBool>`${place} > ${end}` : sql<SqlBool>`${place} < ${end}`
}

const Cursor = z.tuple([z.string(), z.uuid()])

function writeCursor(end: readonly [string, string]): string {
  return Buffer.from(JSON.stringify(end)).toString('base64url')
}

function readCursor(text: string): readonly [string, string] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()))
  } catch {
    throw badInput('input-invalid', 'The page does not follow any')
  }
}

/** The condition of a filter over `matter`, within what somebody may see. */
export function filtered(asking: Asking, filter: MatterFilter): Expression<SqlBool> {
  const region = asking.region.code
  const conditions: Expression<SqlBool>[] = [
    sql<SqlBool>`matter.region_code = ${region}`,
    maySee(asking),
    viewed(asking, filter.view),
    ...among('phase', filter.phase),
    ...among('state', filter.state),
    ...among('kind', filter.kind),
    ...among('lead_id', filter.lead, 'uuid'),
    ...among('lamp', filter.lamp),
    ...among('slip', filter.slip),
    ...among('chapter', filter.chapter),
    ...(filter.unit.length > 0 ? [ofUnits(region, filter.unit)] : []),
    ...filter.mark.map((mark) => sql<SqlBool>`matter.marks @> ${JSON.stringify([mark])}::jsonb`),
    ...same('plan_id', filter.planId),
    ...same('meeting_id', filter.meetingId),
    ...(filter.list === undefined
      ? []
      : [sql<SqlBool>`matter.lists @> ${JSON.stringify([filter.list])}::jsonb`]),
    ...(filter.dueFrom === undefined
      ? []
      : [sql<SqlBool>`matter.due_sort >= ${filter.dueFrom}::date`]),
    ...(filter.dueTo === undefined ? [] : [sql<SqlBool>`matter.due_sort <= ${filter.dueTo}::date`]),
    ...(filter.text
      ? [
          sql<SqlBool>`(matter.title like ${like(filter.text)} or matter.number like ${like(filter.text)})`,
        ]
      : []),
  ]
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`
}

function among(
  column: string,
  values: readonly string[],
  type = 'text',
): readonly RawBuilder<SqlBool>[] {
  const [first] = values
  if (first === undefined) return []
  const name = sql.ref(`matter.${column}`)
  // Equal to one value, the index gives the rows in their order; among several it does not.
  if (values.length === 1) return [sql<SqlBool>`${name} = ${first}::${sql.raw(type)}`]
  return [sql<SqlBool>`${name} = any(${values}::${sql.raw(type)}[])`]
}

function same(column: string, value: string | undefined): readonly RawBuilder<SqlBool>[] {
  return value === undefined ? [] : [sql<SqlBool>`${sql.ref(`matter.${column}`)} = ${value}::uuid`]
}

function like(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

function ofUnits(region: string, units: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`matter.id in (
    select matter_id from matter_unit
    where region_code = ${region} and organisation_id = any(${units}::uuid[])
  )`
}

/** The desks: what I owe, what I wait for, what I must review. */
export function viewed(asking: Asking, view: MatterFilter['view']): RawBuilder<SqlBool> {
  const units = [...ownUnits(asking)]
  const isSupervisor = asking.actions.has('supervise')
  const ledByMine = sql<SqlBool>`matter.lead_id = any(${units}::uuid[])`
  switch (view) {
    case 'all':
      return sql<SqlBool>`true`
    case 'mine':
      return ofUnits(asking.region.code, units)
    case 'owe':
      return sql<SqlBool>`(matter.waits_for = 'lead' and ${ledByMine})`
    case 'review':
      return isSupervisor ? sql<SqlBool>`matter.waits_for = 'supervisor'` : sql<SqlBool>`false`
    case 'wait':
      return isSupervisor
        ? sql<SqlBool>`(matter.waits_for = 'lead' and not ${ledByMine})`
        : sql<SqlBool>`(matter.waits_for is not null and not (matter.waits_for = 'lead' and ${ledByMine}) and ${ofUnits(asking.region.code, units)})`
    case 'watched':
      return sql<SqlBool>`matter.id in (
        select matter_id from matter_watch
        where region_code = ${asking.region.code} and user_id = ${asking.user.id}::uuid
      )`
  }
}
