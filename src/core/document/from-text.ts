import type { SourceParagraph } from './document.ts'

// Control characters other than tab and line ends, zero-width spaces, byte order marks.
const unprintable = /[^\P{Cc}\t\n\v\f\r\u0085]|[\u200b\u2060\ufeff]/gu

/**
 * Plain text as source blocks, a paragraph a line, blank lines included, so that the normalised text
 * is the file's own but for line ends, byte order marks, control characters and trailing spaces.
 */
export function fromText(text: string): readonly SourceParagraph[] {
  return text
    .replace(unprintable, '')
    .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
    .map((line) => ({ kind: 'paragraph', text: line.replace(/ +$/, '') }))
}
