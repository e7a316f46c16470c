import type { SearchKind } from '#core/search/kind.ts'
import type { ReadDb } from '#server/db/db.ts'
import type { SearchEntry } from './entry.ts'

/** Where things of some kinds come from: all there is to find of them, in parts that fit into memory. */
export interface SearchSource {
  readonly kinds: readonly SearchKind[]
  readonly entries: (db: ReadDb) => AsyncIterable<readonly SearchEntry[]>
}
