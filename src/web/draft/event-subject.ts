import type { DraftFinding, DraftItem } from '#contract/draft.ts'
import { itemTitle } from '../plan/item-words.ts'

/** What an event happened to, in words; nothing where it was the draft itself. */
export function eventSubject(
  entityId: string,
  items: readonly DraftItem[],
  findings: readonly DraftFinding[],
): string | undefined {
  const item = items.find(({ id }) => id === entityId)
  return item ? itemTitle(item) : findings.find(({ id }) => id === entityId)?.message
}
