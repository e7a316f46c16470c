import type { SearchHit } from '#contract/search.ts'
import { partsOf } from './parts.ts'

/** A text with what was looked for in it. */
export function Marked({ of }: { of: SearchHit['title'] }) {
  return partsOf(of).map(({ text, isMarked }, index) =>
    isMarked ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  )
}
