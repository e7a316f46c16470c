import type { Block, Span } from '#core/document/document.ts'
import type { ItemKind } from '#contract/plan-items.ts'

/** How a marked place looks: what kind of thing was read there and what became of it. */
export interface Mark extends Span {
  readonly id: string
  readonly kind: ItemKind | 'finding' | 'place'
  readonly look:
    | 'pending'
    | 'doubtful'
    | 'accepted'
    | 'rejected'
    | 'error'
    | 'warning'
    | 'info'
    | 'settled'
}

/** A stretch of text under the same marks. */
export interface Segment extends Span {
  readonly marks: readonly Mark[]
}

/** The marks that touch each block, by its index; blocks without marks are absent. */
export function marksByBlock(
  blocks: readonly Block[],
  marks: readonly Mark[],
): ReadonlyMap<number, readonly Mark[]> {
  const found = new Map<number, Mark[]>()
  for (const mark of marks) {
    for (let index = blockAt(blocks, mark.start); index < blocks.length; index++) {
      const block = blocks[index]
      if (!block || block.start >= mark.end) break
      if (block.end <= mark.start) continue
      const list = found.get(index)
      if (list) list.push(mark)
      else found.set(index, [mark])
    }
  }
  return found
}

/** Index of the block that holds `place`, or of the next one. Blocks stand in order of the text. */
export function blockAt(blocks: readonly Block[], place: number): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** Cuts `span` wherever a mark begins or ends. */
export function segmentsOf(span: Span, marks: readonly Mark[]): readonly Segment[] {
  const touching = marks.filter((mark) => mark.start < span.end && mark.end > span.start)
  if (touching.length === 0) return [{ ...span, marks: [] }]
  const cuts = new Set([span.start, span.end])
  for (const mark of touching) {
    cuts.add(Math.max(mark.start, span.start))
    cuts.add(Math.min(mark.end, span.end))
  }
  const places = [...cuts].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? span.end
    return { start, end, marks: touching.filter((mark) => mark.start < end && mark.end > start) }
  })
}

/** What stands between the line breaks of a cell that was broken over lines. */
export function piecesOf(text: string, { start, end }: Span): readonly Span[] {
  const pieces: Span[] = []
  for (const found of text.slice(start, end).matchAll(/[^\n\r]+/g)) {
    pieces.push({ start: start + found.index, end: start + found.index + found[0].length })
  }
  return pieces
}

/** The mark a click on overlapping marks means: the one that says the most exact place. */
export function closestMark(marks: readonly Mark[]): Mark | undefined {
  return [...marks].sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}
