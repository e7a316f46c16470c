import type { SearchKind } from '#core/search/kind.ts'
import type { Db, ReadDb } from '#server/db/db.ts'
import { type ColumnTypes, insertMany } from '#server/db/insert-many.ts'
import { rowOf, type SearchEntry } from './entry.ts'

const columns: ColumnTypes<'searchEntry'> = {
  regionCode: 'text',
  kind: 'text',
  id: 'text',
  ownerId: 'text',
  title: 'text',
  body: 'text',
  context: 'text',
  spelling: 'text',
  link: 'text',
  needs: 'text',
  organisationId: 'uuid',
  isEverywhere: 'boolean',
  digest: 'text',
  indexedAt: 'timestamptz',
  lexemes: 'tsvector',
}

/** Lets things be found as they are now, in the transaction that changes them. */
export async function indexFor(
  db: Db,
  entries: readonly SearchEntry[],
  now: string,
): Promise<void> {
  for (const [region, own] of Map.groupBy(entries, (entry) => entry.region)) {
    for (const [kind, same] of Map.groupBy(own, (entry) => entry.kind)) {
      await forget(
        db,
        region,
        kind,
        same.map(({ id }) => id),
      )
    }
  }
  await insertMany(
    db,
    'searchEntry',
    columns,
    entries.map((entry) => rowOf(entry, now)),
  )
}

/** Lets things be found no more. */
export async function forget(
  db: Db,
  region: string,
  kind: SearchKind,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('searchEntry')
    .where('regionCode', '=', region)
    .where('kind', '=', kind)
    .where('id', 'in', ids)
    .execute()
}

/** Lets nothing be found any more that belongs to `owner`. */
export async function forgetOwned(db: Db, region: string, owner: string): Promise<void> {
  await db
    .deleteFrom('searchEntry')
    .where('regionCode', '=', region)
    .where('ownerId', '=', owner)
    .execute()
}

/** By region and id, of what the entries of a kind were made. */
export async function digestsOf(
  db: ReadDb,
  kind: SearchKind,
): Promise<{ regionCode: string; id: string; digest: string }[]> {
  return db
    .selectFrom('searchEntry')
    .select(['regionCode', 'id', 'digest'])
    .where('kind', '=', kind)
    .execute()
}
