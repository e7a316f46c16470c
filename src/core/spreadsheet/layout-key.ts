import type { LabelColumn, LineDecision, Line } from './mapping.ts'

/** Keys for lines: what their labels say, and which of several that say the same. */
export function keyed(patterns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return patterns.map((pattern) => {
    const count = (seen.get(pattern) ?? 0) + 1
    seen.set(pattern, count)
    return count === 1 ? pattern : `${pattern}#${count}`
  })
}

/**
 * What was decided of a line. Of columns that repeat as the year goes on (1-2月, 1-3月 …) the later ones are like the
 * earlier.
 */
export function decisionFor(
  decisions: Readonly<Record<string, LineDecision>> | undefined,
  key: string,
): LineDecision | undefined {
  const same = decisions?.[key]
  if (same) return same
  const pattern = key.replace(/#\d+$/, '')
  return pattern !== key && pattern.includes('‹') ? decisions?.[pattern] : undefined
}

/** Tells layouts apart by the heads of their columns; rows come and go, and periods move on. */
export function layoutFingerprint(
  labels: readonly LabelColumn[],
  columns: readonly Pick<Line, 'key'>[],
): string {
  const heads = new Set(columns.map(({ key }) => key.replace(/#\d+$/, '')))
  const text = JSON.stringify([labels.map(({ key, holds }) => [key, holds]), [...heads]])
  return hashOf(text, 0x811c9dc5) + hashOf(text, 0x01234567)
}

// FNV-1a; 64 bits in two halves are plenty for the layouts of one region.
function hashOf(text: string, seed: number): string {
  let hash = seed
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
