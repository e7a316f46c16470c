/** A quote on one line: breaks and tabs of the file inside it are laid out, not meant. */
export function quoteWords(quote: string): string {
  return quote.replaceAll(/\s+/g, ' ').trim()
}

/** Where a quote begins, to tell it from its neighbours in a few characters. */
export function quoteHead(quote: string): string {
  const words = quoteWords(quote)
  return words.length > 14 ? `${words.slice(0, 14)}…` : words
}
