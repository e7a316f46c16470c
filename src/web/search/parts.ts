import type { SearchHit } from '#contract/search.ts'

export interface Part {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut at its marks, in order; nothing of it is lost. */
export function partsOf({ text, marks }: SearchHit['title']): readonly Part[] {
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of marks) {
    parts.push({ text: text.slice(at, start), isMarked: false })
    parts.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  parts.push({ text: text.slice(at), isMarked: false })
  return parts.filter((part) => part.text !== '')
}
