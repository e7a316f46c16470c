import type { Item } from './flow.ts'
import { headingMark, type MarkFamily, ordinal } from './heading-marks.ts'

const listed: ReadonlySet<MarkFamily> = new Set(['dot', 'paren', 'ring'])

/** Whether a numbered line is one of a list: the next number, or the one before, stands right beside it with no text between. */
export function isListItem(items: readonly Item[], index: number): boolean {
  const here = shortNumber(items[index])
  if (!here) return false
  const next = shortNumber(items[index + 1])
  const previous = shortNumber(items[index - 1])
  return (
    (next?.family === here.family && next.value === here.value + 1) ||
    (previous?.family === here.family && previous.value === here.value - 1)
  )
}

interface ShortNumber {
  readonly family: MarkFamily
  readonly value: number
}

const longestItem = 60

function shortNumber(item: Item | undefined): ShortNumber | undefined {
  if (item?.kind !== 'line' || item.drafts || item.line.text.length > longestItem) return undefined
  const mark = headingMark(item.line.text)
  const value = mark && ordinal(mark.number)
  // A lead-in with its text is short at times, too.
  if (!mark || value === undefined || !listed.has(mark.family) || /。./.test(item.line.text))
    return undefined
  return { family: mark.family, value }
}
