import type { EventAction } from '#contract/texts/event-texts.zh.ts'
import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import type { Db, ReadDb, Row } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { newId } from '#server/new-id.ts'
import { type Chained, hashOf } from './chain.ts'
import { originOf } from './origin.ts'

export interface Happening {
  readonly region: string
  readonly at: string
  readonly by: Person
  readonly action: EventAction
  /** What the change belongs to as a whole: a draft, a plan, a document. */
  readonly subject: Id<string>
  readonly entity: { readonly kind: string; readonly id: Id<string> }
  readonly before?: unknown
  readonly after?: unknown
  readonly why?: string | undefined
}

const columns: ColumnTypes<'event'> = {
  regionCode: 'text',
  id: 'uuid',
  at: 'timestamptz',
  by: 'jsonb',
  action: 'text',
  subjectId: 'uuid',
  entityKind: 'text',
  entityId: 'uuid',
  before: 'jsonb',
  after: 'jsonb',
  why: 'text',
  address: 'text',
  position: 'bigint',
  previous: 'text',
  hash: 'text',
}

const gathered = new WeakMap<Db, Happening[]>()

/**
 * Runs the work of a transaction and writes what happened in it last of all: nobody else can add to the
 * log while the head of its chain is held, nor may anything be waited for that another transaction holds
 * who waits for the head.
 */
export async function recordedLast<Value>(
  transaction: Db,
  work: () => Promise<Value>,
): Promise<Value> {
  const happenings: Happening[] = []
  gathered.set(transaction, happenings)
  const value = await work()
  gathered.delete(transaction)
  await record(transaction, happenings)
  return value
}

/**
 * Adds to the log of who did what, in the transaction of the change itself. The head of the chain is
 * held until that transaction ends: two changes are never at the same place.
 */
export async function record(db: Db, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const later = gathered.get(db)
  if (later) {
    for (const happening of happenings) later.push(happening)
    return
  }
  const head = await db
    .selectFrom('eventHead')
    .selectAll()
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const entries: Row<'event'>[] = []
  let end = { position: head.position, hash: head.hash }
  const address = originOf(db) ?? null
  for (const happening of happenings) {
    const entry = entryOf(happening, end, address)
    const hash = hashOf(entry)
    entries.push({ ...entry, hash })
    end = { position: entry.position, hash }
  }
  await insertMany(db, 'event', columns, entries)
  await db.updateTable('eventHead').set(end).where('id', '=', 1).execute()
}

/** The entry as it will be read back: what travels as JSON has lost what JSON does not know. */
function entryOf(
  one: Happening,
  end: { readonly position: number; readonly hash: string },
  address: string | null,
): Chained {
  return {
    regionCode: one.region,
    id: newId('event'),
    at: one.at,
    by: one.by,
    action: one.action,
    subjectId: one.subject,
    entityKind: one.entity.kind,
    entityId: one.entity.id,
    before: asJson(one.before),
    after: asJson(one.after),
    why: one.why ?? null,
    address,
    position: end.position + 1,
    previous: end.hash,
  }
}

function asJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}

/** What happened to a subject, latest first. */
export function eventsOf(db: ReadDb, region: string, subject: Id<string>): Promise<Row<'event'>[]> {
  return db
    .selectFrom('event')
    .selectAll()
    .where('regionCode', '=', region)
    .where('subjectId', '=', subject)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(5000)
    .execute()
}
