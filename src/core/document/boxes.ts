import type { Span } from './document.ts'
import type { Item } from './flow.ts'
import { headingMark, type MarkFamily, ordinal } from './heading-marks.ts'

const caption = /^专\s?栏(?:\s?[\d一二三四五六七八九十]{1,3}|\s*[：:]|\s)/
const longestCaption = 60
const longestBox = 60

/** Whether a line is the caption of a box: 专栏1 重点工程. */
export function isBoxCaption(text: string): boolean {
  return text.length <= longestCaption && caption.test(text) && !/[。；]$/.test(text)
}

/** For each item the caption of the box it is part of, the caption itself included. */
export function boxesOf(items: readonly Item[]): readonly (Span | undefined)[] {
  const boxes: (Span | undefined)[] = items.map(() => undefined)
  for (const [index, item] of items.entries()) {
    if (boxes[index] || item.kind !== 'line' || item.drafts || !isBoxCaption(item.line.text))
      continue
    const box = { start: item.line.start, end: item.line.end }
    const end = endOfBox(items, index)
    for (let part = index; part < end; part += 1) boxes[part] = box
  }
  return boxes
}

/** The index of the first item behind the box whose caption stands at `first`. */
function endOfBox(items: readonly Item[], first: number): number {
  const captionItem = items[first]
  const next = items[first + 1]
  if (captionItem?.kind !== 'line' || !next) return first + 1
  if (next.kind === 'table') return first + 2
  const frame = captionItem.line.frame ?? next.line.frame
  if (frame !== undefined) return endOfFrame(items, first + 1, frame)
  const isCell = captionItem.line.raw.startsWith('\t') || next.line.raw.startsWith('\t')
  const inner = innerNumbers()
  for (let index = first + 1; index < Math.min(items.length, first + longestBox); index += 1) {
    const item = items[index]
    if (!item || (item.kind === 'line' && (item.drafts || isBoxCaption(item.line.text))))
      return index
    // A table of a single cell, flattened, ends with two blank lines.
    if (isCell && index > first + 1 && item.blanks > 1) return index
    if (item.kind === 'line' && !inner(item.line.text, index === first + 1)) return index
  }
  return Math.min(items.length, first + longestBox)
}

function endOfFrame(items: readonly Item[], from: number, frame: number): number {
  let end = from
  for (let item = items[end]; item?.kind === 'line' && item.line.frame === frame; item = items[end])
    end += 1
  return end
}

/** Tells the numbers within a box, which begin at one behind its caption, from those of the next heading. */
function innerNumbers(): (text: string, isFirst: boolean) => boolean {
  let family: MarkFamily | undefined
  let last = 0
  return (text, isFirst) => {
    const mark = headingMark(text)
    if (!mark) return true
    const value = ordinal(mark.number)
    if (isFirst && value === 1) family = mark.family
    if (mark.family !== family || value !== last + 1) return mark.family === 'ring'
    last = value
    return true
  }
}
