import type { Comparison, ComparisonEntry } from '#contract/plan.ts'
import type { ItemKind } from '#contract/plan-items.ts'

export type Change = ComparisonEntry['change']

/** What a reader asks for first: what is gone, what is new, what differs; what is the same last. */
export const changes: readonly Change[] = ['dropped', 'added', 'changed', 'same']

export interface ComparisonFilter {
  readonly kind?: ItemKind | undefined
  /** Absent: everything that is not the same. */
  readonly change?: Change | undefined
}

export function filteredEntries(
  { entries }: Comparison,
  { kind, change }: ComparisonFilter,
): readonly ComparisonEntry[] {
  return entries
    .filter((entry) => kind === undefined || entry.kind === kind)
    .filter((entry) => (change === undefined ? entry.change !== 'same' : entry.change === change))
    .sort((a, b) => changes.indexOf(a.change) - changes.indexOf(b.change))
}

export function changeCounts(
  { entries }: Comparison,
  kind: ItemKind | undefined,
): Readonly<Record<Change, number>> {
  const counts = { dropped: 0, added: 0, changed: 0, same: 0 }
  for (const entry of entries) {
    if (kind === undefined || entry.kind === kind) counts[entry.change]++
  }
  return counts
}
