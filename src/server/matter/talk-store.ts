import type { MatterId, UserId } from '#core/id.ts'
import { type Db, json, type ReadDb, type Row } from '#server/db/db.ts'

export type CommentRow = Row<'matterComment'>

export function commentsOf(db: ReadDb, region: string, matter: MatterId): Promise<CommentRow[]> {
  return db
    .selectFrom('matterComment')
    .selectAll()
    .where('regionCode', '=', region)
    .where('matterId', '=', matter)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export async function insertComment(db: Db, row: CommentRow): Promise<void> {
  await db
    .insertInto('matterComment')
    .values({ ...row, by: json(row.by), mentions: json(row.mentions) })
    .execute()
}

export async function watchersOf(
  db: ReadDb,
  region: string,
  matter: MatterId,
): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('matterWatch')
    .select('userId')
    .where('regionCode', '=', region)
    .where('matterId', '=', matter)
    .execute()
  return rows.map(({ userId }) => userId)
}

/** Those of some matters somebody watches. */
export async function watchedAmong(
  db: ReadDb,
  region: string,
  user: UserId,
  matters: readonly MatterId[],
): Promise<ReadonlySet<MatterId>> {
  if (matters.length === 0) return new Set()
  const rows = await db
    .selectFrom('matterWatch')
    .select('matterId')
    .where('regionCode', '=', region)
    .where('userId', '=', user)
    .where('matterId', 'in', matters)
    .execute()
  return new Set(rows.map(({ matterId }) => matterId))
}

export async function saveWatch(
  db: Db,
  row: Row<'matterWatch'>,
  isWatched: boolean,
): Promise<void> {
  if (isWatched) {
    await db
      .insertInto('matterWatch')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await db
    .deleteFrom('matterWatch')
    .where('regionCode', '=', row.regionCode)
    .where('matterId', '=', row.matterId)
    .where('userId', '=', row.userId)
    .execute()
}
