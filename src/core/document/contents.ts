const entry = /(?:[.．·…]\s?){3,}\s*[-—]?\s*\d{0,3}\s*[-—]?\s*$|^\s*目\s*录\s*$/

/** Whether a line stands in a table of contents: dotted leaders to a page number. */
export function isContents(text: string): boolean {
  return entry.test(text)
}
