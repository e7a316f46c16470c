import type { MeetingId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type MeetingRow = Row<'meeting'>

export function meetingOf(
  db: ReadDb,
  region: string,
  id: MeetingId,
): Promise<MeetingRow | undefined> {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Reads a meeting and holds it until the transaction ends. */
export function lockMeeting(
  db: Db,
  region: string,
  id: MeetingId,
): Promise<MeetingRow | undefined> {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('regionCode', '=', region)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export function meetingsOf(db: ReadDb, region: string, limit: number): Promise<MeetingRow[]> {
  return db
    .selectFrom('meeting')
    .selectAll()
    .where('regionCode', '=', region)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertMeeting(db: Db, row: MeetingRow): Promise<void> {
  await db
    .insertInto('meeting')
    .values({ ...row, content: json(row.content), changedBy: json(row.changedBy) })
    .execute()
}

export async function saveMeetingRow(db: Db, row: MeetingRow): Promise<void> {
  const { regionCode, id, ...change } = row
  await db
    .updateTable('meeting')
    .set({ ...change, content: json(change.content), changedBy: json(change.changedBy) })
    .where('regionCode', '=', regionCode)
    .where('id', '=', id)
    .execute()
}

/** What some meetings are called. */
export async function titlesOfMeetings(
  db: ReadDb,
  region: string,
  ids: readonly MeetingId[],
): Promise<ReadonlyMap<MeetingId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('meeting')
    .select(['id', 'content'])
    .where('regionCode', '=', region)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, content }) => [id, content.title]))
}
