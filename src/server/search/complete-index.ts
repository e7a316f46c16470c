import type { Db, ReadDb } from '#server/db/db.ts'
import { digestOf, type SearchEntry } from './entry.ts'
import type { SearchSource } from './source.ts'
import { digestsOf, forget, type IndexedEntry, indexUnchanged, placeOf } from './store.ts'
import { sql } from 'kysely'

/** What is wrong with the index; what is not missing as it stands there. */
export type IndexGap =
  | ({ readonly code: 'search-missing' } & Omit<IndexedEntry, 'digest'>)
  | ({ readonly code: 'search-outdated' | 'search-superfluous' } & IndexedEntry)

export interface IndexDifference {
  /** How many things there are to find. */
  readonly checked: number
  readonly gaps: readonly IndexGap[]
}

type Visit = (gaps: readonly IndexGap[], entries: readonly SearchEntry[]) => Promise<void>

/** Holds the index against what it is derived from. */
export async function indexDifference(
  db: ReadDb,
  sources: readonly SearchSource[],
): Promise<IndexDifference> {
  const gaps: IndexGap[] = []
  const checked = await compare(db, sources, (found) => {
    gaps.push(...found)
    return Promise.resolve()
  })
  return { checked, gaps }
}

/**
 * Brings the index up to what there is: after an upgrade, a restored backup, a new kind of thing.
 * Each part is a transaction of its own, so that it may be interrupted and begun again.
 */
export async function completeIndex(
  db: ReadDb,
  sources: readonly SearchSource[],
  transact: (work: (db: Db, now: string) => Promise<void>) => Promise<void>,
): Promise<void> {
  await compare(db, sources, async (gaps, entries) => {
    if (gaps.length === 0) return
    const wanted = new Set(gaps.map(placeOf))
    await transact(async (into, now) => {
      await indexUnchanged(
        into,
        entries.filter((entry) => wanted.has(placeOf(entry))),
        gaps.flatMap((gap) => (gap.code === 'search-outdated' ? [gap] : [])),
        now,
      )
      for (const { code, region, kind, id } of gaps) {
        if (code === 'search-superfluous') await forget(into, region, kind, [id])
      }
    })
  })
  // The embedded engine has nothing that would put what is new into the index by itself.
  await transact(async (into) => {
    await sql`select gin_clean_pending_list('search_entry_lexemes')`.execute(into)
  })
}

async function compare(
  db: ReadDb,
  sources: readonly SearchSource[],
  visit: Visit,
): Promise<number> {
  let checked = 0
  for (const { kinds, entries } of sources) {
    const indexed = new Map<string, IndexedEntry>()
    for (const kind of kinds) {
      for (const { regionCode, id, digest } of await digestsOf(db, kind)) {
        const found = { kind, region: regionCode, id, digest }
        indexed.set(placeOf(found), found)
      }
    }
    for await (const part of entries(db)) {
      const gaps = part.flatMap((entry): IndexGap[] => {
        const found = indexed.get(placeOf(entry))
        indexed.delete(placeOf(entry))
        if (found?.digest === digestOf(entry)) return []
        const { kind, region, id } = entry
        return found
          ? [{ code: 'search-outdated', ...found }]
          : [{ code: 'search-missing', kind, region, id }]
      })
      checked += part.length
      await visit(gaps, part)
    }
    await visit(
      [...indexed.values()].map((found) => ({ code: 'search-superfluous', ...found })),
      [],
    )
  }
  return checked
}
