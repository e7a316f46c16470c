/**
 * What a raised text is to be read as, given the text before it: powers of units stay (`m²`), marks
 * of footnotes vanish. Gives nothing where it is neither.
 */
export function superscript(raised: string, before: string): string | undefined {
  const text = raised.trim()
  if (/^[23]$/.test(text) && /(?:m|米)$/i.test(before)) return text === '2' ? '²' : '³'
  return /^(?:[[〔［(（]\d{1,3}[\]〕］)）]|[①-⑳*†])$/.test(text) ? '' : undefined
}
