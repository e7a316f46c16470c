import type { Span } from '#core/document/document.ts'

/** At most this many characters on either side; whole lines where they are shorter. */
const reach = 120

/** A citation with the text around it, cut at ends of lines where they are near. */
export function contextOf(text: string, { start, end }: Span) {
  const earliest = Math.max(0, start - reach)
  const latest = Math.min(text.length, end + reach)
  const lineStart = text.indexOf('\n', earliest)
  const lineEnd = text.lastIndexOf('\n', latest)
  const from = earliest === 0 ? 0 : lineStart >= 0 && lineStart < start ? lineStart + 1 : earliest
  const to = latest === text.length ? latest : lineEnd >= end ? lineEnd : latest
  return {
    before: text.slice(from, start),
    quote: text.slice(start, end),
    after: text.slice(end, to),
  }
}
