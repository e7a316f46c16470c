import type { Person } from '#contract/session.ts'
import type { Id } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'
import { newId } from '#server/new-id.ts'

export interface Happening {
  readonly region: string
  readonly at: string
  readonly by: Person
  /** Stable code, e.g. `item-corrected`. */
  readonly action: string
  /** What the change belongs to as a whole: a draft, a plan, a document. */
  readonly subject: Id<string>
  readonly entity: { readonly kind: string; readonly id: Id<string> }
  readonly before?: unknown
  readonly after?: unknown
  readonly why?: string | undefined
}

/** Adds to the log of who did what, in the transaction of the change itself. */
export async function record(db: Db, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  await db
    .insertInto('event')
    .values(
      happenings.map((one) => ({
        regionCode: one.region,
        id: newId('event'),
        at: one.at,
        by: json(one.by),
        action: one.action,
        subjectId: one.subject,
        entityKind: one.entity.kind,
        entityId: one.entity.id,
        before: one.before === undefined ? null : json(one.before),
        after: one.after === undefined ? null : json(one.after),
        why: one.why ?? null,
      })),
    )
    .execute()
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
