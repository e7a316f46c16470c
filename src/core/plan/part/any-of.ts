/**
 * The part of a pattern that fits any word of a list, for lists too long to be read between bars.
 * Words stand between blanks, may be patterns themselves and are tried in their order.
 */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`
}
