import { canonical } from '#core/event/canonical.ts'
import type { Row } from '#server/db/db.ts'
import { createHash } from 'node:crypto'

/** What is before the first entry of the log. */
export const chainStart = '0'.repeat(64)

export type Chained = Omit<Row<'event'>, 'hash'>

/** The hash of an entry over all that it says, its place and the entry before it. */
export function hashOf(entry: Chained): string {
  const { regionCode, id, at, by, action, subjectId, entityKind, entityId } = entry
  const { before, after, why, position, previous } = entry
  // Entries from before addresses were kept have none, and their hash knows of none.
  const address = entry.address ?? undefined
  const said = { regionCode, id, at, by, action, subjectId, entityKind, entityId, before, after }
  return createHash('sha256')
    .update(canonical({ ...said, why, position, previous, address }))
    .digest('hex')
}

/** Where a chain breaks: the first entry that does not follow from the one before it. */
export interface Break {
  readonly position: number
  readonly why: 'entry-changed' | 'entry-missing' | 'head-differs' | 'checkpoint-differs'
}

/** Follows entries that come in order of their positions from where `from` ended. */
export function firstBreak(
  entries: readonly Row<'event'>[],
  from: { readonly position: number; readonly hash: string },
): Break | undefined {
  let { position, hash } = from
  for (const entry of entries) {
    position += 1
    if (entry.position !== position) return { position, why: 'entry-missing' }
    if (entry.previous !== hash || hashOf(entry) !== entry.hash) {
      return { position, why: 'entry-changed' }
    }
    hash = entry.hash
  }
  return undefined
}
