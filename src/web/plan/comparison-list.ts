import type { Comparison, ComparisonEntry } from '#contract/plan.ts'
import type { ItemKind } from '#contract/plan-items.ts'

export type Change = ComparisonEntry['change']

/** What a reader of two versions asks for first: what is gone, what is new, what differs. */
const changesOfVersions: readonly Change[] = ['dropped', 'added', 'changed', 'same']
/** Of two regions: what both have, then what only one has. */
const changesOfRegions: readonly Change[] = ['changed', 'same', 'dropped', 'added']

/** Two regions do not follow one another, so nothing is added or dropped between them. */
export function isOfRegions({ left, right }: Comparison): boolean {
  return left.regionName !== right.regionName
}

/** The kinds of change in the order they are shown. */
export function orderedChanges(comparison: Comparison): readonly Change[] {
  return isOfRegions(comparison) ? changesOfRegions : changesOfVersions
}

export interface ComparisonFilter {
  readonly kind?: ItemKind | undefined
  /** Absent: everything that is not the same. */
  readonly change?: Change | undefined
}

export function filteredEntries(
  comparison: Comparison,
  { kind, change }: ComparisonFilter,
): readonly ComparisonEntry[] {
  const changes = orderedChanges(comparison)
  return comparison.entries
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
