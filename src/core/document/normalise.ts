import { boxesOf, isBoxCaption } from './boxes.ts'
import type { Document, SourceBlock, Span } from './document.ts'
import { type Draft, paragraphDraft } from './draft.ts'
import { flowOf, type Item, type LineItem } from './flow.ts'
import { headingMark } from './heading-marks.ts'
import { isWholeHeading, readLine } from './headings.ts'
import { joinedParagraphs } from './joined-paragraphs.ts'
import { lay } from './layout.ts'
import { type Levels, levelsOf } from './levels.ts'
import { withPaths } from './paths.ts'
import { isUnnumberedHeading, leadInLengths, splitLeadIn, unnumberedHeading } from './unnumbered.ts'

/** Turns what a file gave into the one form that reading and citing rest on. Never throws. */
export function normalise(blocks: readonly SourceBlock[]): Document {
  const { text, laid } = lay(blocks)
  const items = joinedParagraphs(flowOf(laid), text)
  return { text, blocks: withPaths(draftsOf(items)) }
}

function draftsOf(items: readonly Item[]): readonly Draft[] {
  const boxes = boxesOf(items)
  const levels = levelsOf(usedFamilies(items, boxes))
  const read = items.map((_, index) => readItem(items, index, { levels, box: boxes[index] }))
  // Lead-ins are looked for among the paragraphs that nothing else is known of.
  const open = items.map((item, index) => {
    const [only] = read[index] ?? []
    const isOpen =
      item.kind === 'line' &&
      !item.drafts &&
      !boxes[index] &&
      only?.kind === 'paragraph' &&
      !only.role
    return isOpen && only.mark === undefined
      ? item.line.text
      : only?.kind === 'heading'
        ? undefined
        : ''
  })
  const lengths = leadInLengths(open)
  return items.flatMap((item, index) => {
    const length = lengths[index]
    const drafts =
      item.kind === 'line' && length !== undefined ? splitLeadIn(item, length) : (read[index] ?? [])
    return drafts.map((draft) => withSource(draft, item, boxes[index]))
  })
}

function usedFamilies(
  items: readonly Item[],
  boxes: readonly (Span | undefined)[],
): Parameters<typeof levelsOf>[0] {
  const marks = items.flatMap((item, index) => {
    if (item.kind === 'table' || item.drafts || boxes[index]) return []
    const mark = headingMark(item.line.text)
    return mark && isWholeHeading(item.line.text, mark) ? [mark.family] : []
  })
  return new Set(marks)
}

interface Reading {
  readonly levels: Levels
  readonly box: Span | undefined
}

function readItem(
  items: readonly Item[],
  index: number,
  { levels, box }: Reading,
): readonly Draft[] {
  const item = items[index]
  if (!item) return []
  if (item.kind === 'table') return [item.table]
  if (item.drafts) return item.drafts
  if (box) return [isBoxCaption(item.line.text) ? boxHeading(item) : boxedParagraph(item)]
  if (isUnnumberedHeading(item, items[index - 1], items[index + 1]))
    return [unnumberedHeading(item)]
  return readLine(item.line, levels)
}

function boxHeading({ line }: LineItem): Draft {
  const number = /^专\s?栏\s?[\d一二三四五六七八九十]*/.exec(line.text)?.[0] ?? ''
  const title = line.text.slice(number.length).replace(/^[\s　：:]+/, '')
  const span = { start: line.start, end: line.end }
  return {
    kind: 'heading',
    ...span,
    level: 1,
    number: number.trim(),
    title: { start: line.end - title.length, end: line.end },
  }
}

function boxedParagraph({ line }: LineItem): Draft {
  const mark = headingMark(line.text)
  return paragraphDraft(line, mark ? { mark: mark.number } : {})
}

function withSource(draft: Draft, item: Item, box: Span | undefined): Draft {
  const page = item.kind === 'line' ? item.line.source.page : undefined
  return { ...draft, ...(box && { box }), ...(page !== undefined && { page }) }
}
