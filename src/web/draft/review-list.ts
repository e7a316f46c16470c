import type { DraftFinding, DraftItem } from '#contract/draft.ts'
import type { ItemKind } from '#contract/plan-items.ts'
import type { Mark } from '../document/marks.ts'

export type Show = 'all' | 'pending' | 'doubtful' | 'decided'

export const itemKinds: readonly ItemKind[] = ['target', 'task', 'project', 'industry', 'park']

/**
 * The items of one kind as they are gone through: doubtful ones first, then in order of the
 * document. Deciding an item does not move it, so that the eye keeps its place.
 */
export function reviewList(
  items: readonly DraftItem[],
  kind: ItemKind,
  show: Show,
): readonly DraftItem[] {
  return items
    .filter((item) => item.kind === kind && isShown(item, show))
    .sort(
      (a, b) =>
        Number(b.doubts.length > 0) - Number(a.doubts.length > 0) ||
        a.citation.start - b.citation.start ||
        a.position - b.position,
    )
}

function isShown(item: DraftItem, show: Show): boolean {
  switch (show) {
    case 'all':
      return true
    case 'pending':
      return item.status === 'pending'
    case 'doubtful':
      return isDoubtful(item)
    case 'decided':
      return item.status !== 'pending'
  }
}

/** A doubt matters until a person has decided. */
function isDoubtful(item: DraftItem): boolean {
  return item.status === 'pending' && item.doubts.length > 0
}

/** Those that can be accepted in one go: undecided and without a doubt. */
export function soundOnes(items: readonly DraftItem[]): readonly DraftItem[] {
  return items.filter((item) => item.status === 'pending' && item.doubts.length === 0)
}

/** The id `step` places on from `id`; the ends hold. Without a known id the first. */
export function neighbour(
  list: readonly { readonly id: string }[],
  id: string | undefined,
  step: number,
): string | undefined {
  const index = list.findIndex((item) => item.id === id)
  if (index < 0) return list[0]?.id
  return list[Math.min(list.length - 1, Math.max(0, index + step))]?.id
}

/** What is marked in the text: every item, and every place a finding rests on in this document. */
export function reviewMarks(
  items: readonly DraftItem[],
  findings: readonly DraftFinding[],
  fileName: string,
): readonly Mark[] {
  return [
    ...items.map((item): Mark => ({
      id: item.id,
      kind: item.kind,
      start: item.citation.start,
      end: item.citation.end,
      look: lookOf(item),
    })),
    ...findingMarks(findings, fileName),
  ]
}

export function findingMarks(findings: readonly DraftFinding[], fileName: string): readonly Mark[] {
  return findings.flatMap(({ id, citations, severity, status }) =>
    citations
      .filter(({ file }) => file === undefined || file === fileName)
      .map(({ start, end }): Mark => ({
        id,
        kind: 'finding',
        start,
        end,
        look: status === 'open' ? severity : 'settled',
      })),
  )
}

function lookOf(item: DraftItem): Mark['look'] {
  if (isDoubtful(item)) return 'doubtful'
  return item.status === 'corrected' ? 'accepted' : item.status
}

/** Items that changed between two states of the list and not by one's own hand. */
export function changesOfOthers(
  before: readonly DraftItem[],
  after: readonly DraftItem[],
  isOwn: (item: DraftItem) => boolean,
): readonly DraftItem[] {
  const known = new Map(before.map((item) => [item.id, item.revision]))
  return after.filter(
    (item) => item.changedBy && known.get(item.id) !== item.revision && !isOwn(item),
  )
}
