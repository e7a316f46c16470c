import type { Span } from '#core/document/document.ts'

/** A stretch of the document that becomes one run of text: a paragraph, a heading or a cell. */
export type Leaf = Span

/** A comment to anchor: `id` counts from 0 over the whole file. */
export interface Anchored extends Span {
  readonly id: number
}

/** Text between two borders of comments, or such a border. */
export type Piece =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'open'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number }

interface Mark {
  readonly at: number
  readonly kind: 'open' | 'close'
  readonly id: number
}

/**
 * What each leaf shows, in the order of `leaves`: its text cut at the borders of the comments. Comments may
 * overlap and may reach over several leaves. One that touches no leaf is anchored on the nearest
 * leaf before it, so that none is lost.
 */
export function anchoredPieces(
  leaves: readonly Leaf[],
  comments: readonly Anchored[],
): readonly (readonly Piece[])[] {
  const marks = leaves.map((): Mark[] => [])
  for (const comment of comments) {
    const touched = leaves.flatMap((leaf, index) => (touches(leaf, comment) ? [index] : []))
    const first = touched[0] ?? nearest(leaves, comment)
    const last = touched.at(-1) ?? first
    const [opens, closes] = [leaves[first], leaves[last]]
    if (!opens || !closes) continue
    marks[first]?.push({ at: within(opens, comment.start), kind: 'open', id: comment.id })
    marks[last]?.push({ at: within(closes, comment.end), kind: 'close', id: comment.id })
  }
  return leaves.map((leaf, index) => cut(leaf, marks[index] ?? []))
}

function touches(leaf: Leaf, span: Span): boolean {
  if (leaf.start === leaf.end) return span.start <= leaf.start && leaf.end <= span.end
  return span.start < leaf.end && leaf.start < span.end
}

function nearest(leaves: readonly Leaf[], span: Span): number {
  const distances = leaves.map((leaf) => Math.max(leaf.start - span.start, span.start - leaf.end))
  return distances.indexOf(Math.min(...distances))
}

function within(leaf: Leaf, offset: number): number {
  return Math.min(Math.max(offset, leaf.start), leaf.end)
}

function cut(leaf: Leaf, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let from = leaf.start
  for (const { at, kind, id } of marks.toSorted(byPlace)) {
    if (at > from) pieces.push({ kind: 'text', start: from, end: at })
    pieces.push({ kind, id })
    from = at
  }
  if (from < leaf.end) pieces.push({ kind: 'text', start: from, end: leaf.end })
  return pieces
}

/** At one place a comment that ended before closes first; one without length still opens before it closes. */
function byPlace(a: Mark, b: Mark): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.kind === b.kind || a.id === b.id) return 0
  return a.kind === 'close' ? -1 : 1
}
