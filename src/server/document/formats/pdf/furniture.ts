import type { Line } from './lines.ts'

export interface PageLines {
  readonly height: number
  readonly lines: readonly Line[]
}

/**
 * Pages without what is printed on each anew: page numbers in the margins, and headers and footers,
 * told by standing in the margin of several pages with nothing but their figures changed.
 */
export function withoutFurniture<Page extends PageLines>(pages: readonly Page[]): readonly Page[] {
  const repeats = new Map<string, number>()
  for (const page of pages) {
    for (const key of new Set(page.lines.filter((line) => isInMargin(line, page)).map(keyOf))) {
      repeats.set(key, (repeats.get(key) ?? 0) + 1)
    }
  }
  const often = Math.max(3, 0.3 * pages.length)
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => {
      if (!isInMargin(line, page)) return true
      return !isPageNumber(line.text) && (repeats.get(keyOf(line)) ?? 0) < often
    }),
  }))
}

function isInMargin(line: Line, { height }: PageLines): boolean {
  return line.baseline < 0.1 * height || line.baseline > 0.89 * height
}

function keyOf(line: Line): string {
  return line.text.replace(/\d+/g, '#').replace(/\s/g, '')
}

function isPageNumber(text: string): boolean {
  return /^(?:[-—–－·\s]*(?:\d{1,4}|[ivxlc]{1,7})[-—–－·\s]*|第?\s*\d{1,4}\s*页?(?:[\s/，,]*共?\s*\d{1,4}\s*页?)?)$/i.test(
    text.trim(),
  )
}
