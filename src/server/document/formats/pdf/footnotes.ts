import type { Line } from './lines.ts'
import type { PageContent } from './page-content.ts'

/**
 * The lines of a page's footnotes: small print, and nothing else, below a short line drawn from the
 * left in the lower part of the page.
 */
export function footnotesOf(
  { rulings, width, height }: PageContent,
  lines: readonly Line[],
): readonly Line[] {
  const separators = rulings.filter((ruling) => {
    const length = ruling.to - ruling.from
    const isShort = length > 0.08 * width && length < 0.45 * width && ruling.from < 0.3 * width
    return ruling.direction === 'horizontal' && isShort && ruling.at > 0.4 * height
  })
  const separator = separators.at(-1)
  if (separator === undefined) return []
  const notes = lines.filter((line) => line.baseline > separator.at)
  const body = Math.max(
    0,
    ...lines.filter((line) => !notes.includes(line)).map((line) => line.size),
  )
  return notes.every((line) => line.size < 0.85 * body) ? notes : []
}
