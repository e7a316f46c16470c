import type { HeadingMark, MarkFamily } from './heading-marks.ts'

/** The level of a heading number in this document. */
export type Levels = (mark: HeadingMark) => number

const upper: readonly MarkFamily[] = ['part', 'chapter', 'section', 'comma']
const lower: Readonly<Record<string, number>> = { bracket: 1, dot: 2, paren: 3, ring: 4 }

/**
 * Levels by the numbers a document uses: 一、 is the first unless chapters stand above it; what follows
 * 一、 keeps its distance, so that 1. is two levels below it even where no （一） comes between.
 */
export function levelsOf(families: ReadonlySet<MarkFamily>): Levels {
  const used = upper.filter((family) => families.has(family))
  // 1. above 1.1: what counts the parts of 1.1 counts 1. as well.
  const isOutline = used.length === 0 && families.has('decimal') && !families.has('bracket')
  return ({ family, number }) => {
    const place = used.indexOf(family)
    if (place >= 0) return place + 1
    if (family === 'decimal') return number.split(/[.．]/).length
    if (family === 'dot' && isOutline) return 1
    return Math.max(1, used.length) + (lower[family] ?? 0)
  }
}
