import { boxesOf, isBoxCaption } from './boxes.ts'
import type { Document, SourceBlock, Span } from './document.ts'
import { type Draft, paragraphDraft } from './draft.ts'
import { flowOf, type Item, type LineItem } from './flow.ts'
import { headingMark, type HeadingMark } from './heading-marks.ts'
import { isWholeHeading, readLine } from './headings.ts'
import { joinedParagraphs } from './joined-paragraphs.ts'
import { lay } from './layout.ts'
import { leadInLengths, type LeadInSite, splitLeadIn } from './lead-ins.ts'
import { type Levels, levelsOf } from './levels.ts'
import { isListItem } from './list-items.ts'
import { outlineHead, outlineHeads } from './outline-heads.ts'
import { withPaths } from './paths.ts'
import { isUnnumberedHeading, unnumberedHeading } from './unnumbered.ts'

/** Turns what a file gave into the one form that reading and citing rest on. Never throws. */
export function normalise(blocks: readonly SourceBlock[]): Document {
  const { text, laid } = lay(blocks)
  const items = joinedParagraphs(flowOf(laid), text)
  return { text, blocks: withPaths(draftsOf(items)) }
}

function draftsOf(items: readonly Item[]): readonly Draft[] {
  const boxes = boxesOf(items)
  const headings = wholeHeadings(items, boxes)
  const levels = levelsOf(new Set(headings.map(({ mark }) => mark.family)))
  const outlines = levelsOfOutlines(headings, levels)
  const bare = outlineHeads(items)
  const read = items.map((_, index) => readItem(items, index, { levels, outlines, boxes, bare }))
  const lengths = leadInLengths(
    items.map((item, index) => leadInSite(item, read[index], boxes[index])),
  )
  return items.flatMap((item, index) => {
    const length = lengths[index]
    const drafts =
      item.kind === 'line' && length !== undefined ? splitLeadIn(item, length) : (read[index] ?? [])
    return drafts.map((draft) => withSource(draft, item, boxes[index]))
  })
}

/** Lead-ins are looked for among the paragraphs that nothing else is known of. */
function leadInSite(item: Item, [draft]: readonly Draft[] = [], box: Span | undefined): LeadInSite {
  if (draft?.kind === 'heading' && !box) return 'heading'
  if (item.kind === 'table' || item.drafts || box || draft?.kind !== 'paragraph') return 'other'
  return draft.role || draft.mark ? 'other' : { text: item.line.text }
}

/** The numbered headings that stand on a line of their own. */
function wholeHeadings(
  items: readonly Item[],
  boxes: readonly (Span | undefined)[],
): readonly NumberedLine[] {
  return items.flatMap((item, index) => {
    if (item.kind === 'table' || item.drafts || boxes[index]) return []
    const mark = headingMark(item.line.text)
    return mark && isWholeHeading(item.line.text, mark) ? [{ item, mark }] : []
  })
}

interface NumberedLine {
  readonly item: LineItem
  readonly mark: HeadingMark
}

/** The level that a heading style of the file stands for: that of the first numbered heading which has it. */
function levelsOfOutlines(
  headings: readonly NumberedLine[],
  levels: Levels,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const { item, mark } of headings) {
    const { outline } = item.line.source
    if (outline !== undefined && !found.has(outline)) found.set(outline, levels(mark))
  }
  return found
}

interface Reading {
  readonly levels: Levels
  readonly outlines: ReadonlyMap<number, number>
  readonly boxes: readonly (Span | undefined)[]
  /** Indices of headings with a bare number. */
  readonly bare: ReadonlySet<number>
}

function readItem(
  items: readonly Item[],
  index: number,
  { levels, outlines, boxes, bare }: Reading,
): readonly Draft[] {
  const item = items[index]
  if (!item) return []
  if (item.kind === 'table') return [item.table]
  if (item.drafts) return item.drafts
  if (boxes[index]) return [isBoxCaption(item.line.text) ? boxHeading(item) : itemParagraph(item)]
  if (bare.has(index)) return [outlineHead(item)]
  if (isListItem(items, index)) return [itemParagraph(item)]
  if (isUnnumberedHeading(item, items[index - 1], items[index + 1]))
    return [unnumberedHeading(item, outlines)]
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

function itemParagraph({ line }: LineItem): Draft {
  const mark = headingMark(line.text)
  return paragraphDraft(line, mark ? { mark: mark.number } : {})
}

function withSource(draft: Draft, item: Item, box: Span | undefined): Draft {
  const page = item.kind === 'line' ? item.line.source.page : undefined
  return { ...draft, ...(box && { box }), ...(page !== undefined && { page }) }
}
