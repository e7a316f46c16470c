import { cleanLines } from './clean.ts'
import type { SourceParagraph } from './document.ts'

const longestMarkedLine = 20_000

/**
 * Plain text as source blocks, a paragraph a line, blank lines included, so that the normalised text
 * is the file's own but for line ends, byte order marks, control characters, trailing spaces and
 * marks of emphasis (`**…**`) that a conversion left behind.
 */
export function fromText(text: string): readonly SourceParagraph[] {
  return cleanLines(text).map((line) => ({ kind: 'paragraph', text: withoutEmphasis(line) }))
}

/** Text without paired `**`: what stands between them stays. */
function withoutEmphasis(line: string): string {
  if (line.length > longestMarkedLine || !line.includes('**')) return line
  return line.replace(/\*\*([^*]+)\*\*/g, '$1')
}
