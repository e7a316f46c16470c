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

const key = ['regionCode', 'kind', 'id'] as const

/** Lets things be found as they are now, in the transaction that changes them. */
export async function indexFor(
  db: Db,
  entries: readonly SearchEntry[],
  now: string,
): Promise<void> {
  await insert(db, entries, now, 'replace')
}

/** An entry as somebody found it in the index. */
export interface IndexedEntry {
  readonly region: string
  readonly kind: SearchKind
  readonly id: string
  readonly digest: string
}

/**
 * Lets things be found as they were read a moment ago, in the place of those in `outdated`. What
 * somebody else has indexed since is newer, and stays.
 */
export async function indexUnchanged(
  db: Db,
  entries: readonly SearchEntry[],
  outdated: readonly IndexedEntry[],
  now: string,
): Promise<void> {
  for (const [region, here] of Map.groupBy(outdated, (found) => found.region)) {
    for (const [kind, same] of Map.groupBy(here, (found) => found.kind)) {
      await db
        .deleteFrom('searchEntry')
        .where('regionCode', '=', region)
        .where('kind', '=', kind)
        .where((write) =>
          write(
            write.refTuple('id', 'digest'),
            'in',
            same.map(({ id, digest }) => write.tuple(id, digest)),
          ),
        )
        .execute()
    }
  }
  await insert(db, entries, now, 'keep')
}

/** In the order of their keys, so that two who index the same never wait for each other. */
async function insert(
  db: Db,
  entries: readonly SearchEntry[],
  now: string,
  action: 'replace' | 'keep',
): Promise<void> {
  const rows = entries
    .toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
    .map((entry) => rowOf(entry, now))
  await insertMany(db, 'searchEntry', columns, rows, { key, action })
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

/** The key of an entry in one word. */
export function placeOf({ region, kind, id }: Omit<IndexedEntry, 'digest'>): string {
  return `${region} ${kind} ${id}`
}
