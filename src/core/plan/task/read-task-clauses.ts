import { cite } from '../../document/citation.ts'
import {
  type Block,
  type Document,
  type Heading,
  type Span,
  textAt,
} from '../../document/document.ts'
import type { Task } from '../plan.ts'
import { doubtsOn, firstUnitLeads, type Responsibility, withFirstAsLead } from './responsibility.ts'
import { type Clause, clausesIn, isClauseLine, lineClause } from './task-clause.ts'
import { hasManyActions } from './task-text.ts'

/**
 * Reads the tasks of running text: what stands before a clause that names units, in brackets after a
 * sentence or paragraph, behind a heading, or on lines of its own.
 */
export function readTaskClauses(document: Document): Task[] {
  const firstLeads = firstUnitLeads(document.text)
  const marked = markedPassages(document).map((passage) =>
    firstLeads ? { ...passage, found: withFirstAsLead(passage.found) } : passage,
  )
  const perHeading = new Map<number, number>()
  for (const { heading } of marked) {
    if (heading !== undefined) perHeading.set(heading, (perHeading.get(heading) ?? 0) + 1)
  }
  return marked.map((passage) => {
    const isWhole = passage.heading !== undefined && perHeading.get(passage.heading) === 1
    return taskOf(document, passage, isWhole)
  })
}

/** A stretch of text and the units it is given to. */
interface Passage {
  readonly block: Block
  /** The sentence or paragraph with its clause, inside of the block. */
  readonly span: Span
  readonly text: string
  /** Paragraphs above that no other clause covers. */
  readonly above: readonly string[]
  readonly heading?: number
  readonly found: Responsibility
}

function markedPassages(document: Document): Passage[] {
  const passages: Passage[] = []
  let above: string[] = []
  let skipTo = 0
  document.blocks.forEach((block, index) => {
    if (index < skipTo || block.kind === 'table') return
    const heading = block.kind === 'heading' ? index : headingOf(document, block)
    if (block.kind === 'heading') above = []
    const text = textAt(document, block)
    const place = { block, above, ...(heading !== undefined && { heading }) }

    if (isClauseLine(text)) {
      const lines = clauseLines(document, index)
      skipTo = index + lines.length
      const found = lineClause(lines.map((line) => textAt(document, line)))
      if (found) passages.push({ ...place, span: block, text: '', found })
      above = []
      return
    }
    const clauses = clausesIn(text)
    passages.push(
      ...clauses.map((clause, position) =>
        passageOf({ ...place, text, clause }, clauses[position - 1]),
      ),
    )
    if (clauses.length > 0 || block.kind === 'heading') above = []
    else above.push(text)
  })
  return passages
}

/**
 * The heading a paragraph is under; none for a listed paragraph that is the next of a run of headings:
 * 2. behind 1., which has a text of its own and so is a heading.
 */
function headingOf(document: Document, block: Block): number | undefined {
  return continues(document, block) ? undefined : block.path.at(-1)
}

/** How a number is written, whichever it is: 1． and 2． are alike. */
function shape(number = ''): string {
  return number.replace(/[\d一二三四五六七八九十]+/g, 'n').replace(/\s/g, '')
}

function continues(document: Document, block: Block): boolean {
  const heading = document.blocks[block.path.at(-1) ?? -1]
  if (block.kind !== 'paragraph' || heading?.kind !== 'heading') return false
  return block.mark !== undefined && shape(block.mark) === shape(heading.number)
}

/** The line at `index` and those directly below that also say who does it: 牵头单位：… 责任单位：…. */
function clauseLines(document: Document, index: number): Block[] {
  const below = document.blocks.slice(index)
  const end = below.findIndex(
    (block) => block.kind === 'table' || !isClauseLine(textAt(document, block)),
  )
  return below.slice(0, end < 0 ? below.length : end)
}

interface Place {
  readonly block: Block
  readonly above: readonly string[]
  readonly heading?: number
  readonly text: string
  readonly clause: Clause
}

function passageOf(
  { block, above, heading, text, clause }: Place,
  before: Clause | undefined,
): Passage {
  const from = before?.end ?? numberLength(block)
  const printed = text.slice(from, clause.start)
  const lead = printed.length - printed.replace(/^[\s。；;，,]+/, '').length
  const start = block.start + from + lead
  const behind = clause.isInside ? text.slice(clause.end) : ''
  return {
    block,
    span: { start, end: block.start + clause.end + behind.trimEnd().length },
    text: `${printed.slice(lead)}${behind}`.replace(/[，,；;](?=$)/, '').trim(),
    above: before ? [] : above,
    ...(heading !== undefined && { heading }),
    found: clause.found,
  }
}

/** The number of a heading or a listed paragraph is no part of the task. */
function numberLength(block: Block): number {
  if (block.kind === 'heading') return block.title.start - block.start
  return block.kind === 'paragraph' ? (block.mark?.length ?? 0) : 0
}

function taskOf(document: Document, passage: Passage, isWhole: boolean): Task {
  const { block, span, found } = passage
  const headings = headingsAbove(document, passage)
  const own = isWhole ? headings.at(-1) : undefined
  const groups = own ? headings.slice(0, -1) : headings
  const body = own || passage.text === '' ? [...passage.above, passage.text] : [passage.text]
  const title = own && block !== own ? textAt(document, own.title).replace(/[。：:]$/, '') : ''
  const text = [title, body.join('')].filter(Boolean).join('。').replace(/\s+/g, '')
  const mark = markOf(passage)
  const no = own ? numberOf(headings) : mark && `${numberOf(headings.slice(-1)) ?? ''}${mark}`
  const group = groups.at(-1)
  const doubts = [...doubtsOn(found), ...(hasManyActions(text) ? (['many-actions'] as const) : [])]
  return {
    ...(no && { no }),
    ...(group && { group: textAt(document, group).replace(/\s+|[。：:]$/g, '') }),
    text,
    ...found,
    ...(doubts.length > 0 && { doubts }),
    citation: cite(document, block, span),
  }
}

/** The headings over a passage, outermost first; a heading with a clause of its own is the last. */
function headingsAbove(document: Document, { block, heading }: Passage): Heading[] {
  const path = continues(document, block) ? block.path.slice(0, -1) : block.path
  const indices = block.kind === 'heading' && heading !== undefined ? [...path, heading] : path
  return indices
    .map((index) => document.blocks[index])
    .filter((above) => above?.kind === 'heading')
    .filter(({ level }) => level > 0)
}

/** The number of a listed paragraph: 2. or （二）, but no bullet. */
function markOf({ block, span }: Passage): string | undefined {
  const mark = block.kind === 'paragraph' ? block.mark : undefined
  const isOpening = mark !== undefined && span.start <= block.start + mark.length + 1
  return isOpening && /[\d一二三四五六七八九十①-⑳]/.test(mark)
    ? mark.replace(/[、.．\s]+$/, '')
    : undefined
}

/** The numbers of the last two headings, as people quote them: 三（一）; a heading without has none. */
function numberOf(headings: readonly Heading[]): string | undefined {
  const numbers = headings.slice(-2).map(({ number = '' }) => number.replace(/[、.．\s]+$/, ''))
  return numbers.at(-1) === '' ? undefined : numbers.join('')
}
