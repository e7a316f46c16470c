import { superscript } from '../superscript.ts'
import { childOf, elementsOf, isElement, textOf, type XmlElement } from '../xml.ts'
import { lookOf } from './styles.ts'
import { switchOf, valueOf } from './values.ts'

/** What was met on the way and is told as warnings. */
export interface Tally {
  trackedChanges: number
  hiddenTexts: number
  struckTexts: number
  footnotes: number
}

export interface Inline {
  readonly text: string
  /** The properties of the first run with text. */
  readonly run: XmlElement | undefined
  /** `w:txbxContent` of text boxes anchored here: their blocks follow the paragraph. */
  readonly boxes: readonly XmlElement[]
  /** Pages begun before its first character, and after it. */
  readonly breaksBefore: number
  readonly breaksInside: number
}

interface Draft {
  text: string
  run: XmlElement | undefined
  readonly boxes: XmlElement[]
  breaksBefore: number
  breaksInside: number
}

export interface InlineReader {
  readonly tally: Tally
  /** Whether runs of a style, by its identifier, are hidden. */
  readonly isHiddenStyle: (style: string | undefined) => boolean
}

/** The text of a paragraph as it stands with all tracked changes accepted. */
export function inlineOf(paragraph: XmlElement, reader: InlineReader): Inline {
  const draft: Draft = { text: '', run: undefined, boxes: [], breaksBefore: 0, breaksInside: 0 }
  for (const node of elementsOf(paragraph)) readInline(node, draft, reader)
  return draft
}

function readInline(node: XmlElement, draft: Draft, reader: InlineReader): void {
  switch (node.name) {
    case 'w:r':
      readRun(node, draft, reader)
      return
    case 'w:del':
    case 'w:moveFrom':
      reader.tally.trackedChanges += 1
      return
    case 'w:ins':
      reader.tally.trackedChanges += 1
      readAll(node, draft, reader)
      return
    case 'w:ruby':
      readAll(childOf(node, 'w:rubyBase'), draft, reader)
      return
    case 'w:sdt':
      readAll(childOf(node, 'w:sdtContent'), draft, reader)
      return
    case 'm:t':
      draft.text += textOf(node)
      return
    case 'w:pPr':
    case 'w:rPr':
      return
    default:
      // Links, smart tags, fields, formulas: what is inside counts.
      readAll(node, draft, reader)
  }
}

function readAll(parent: XmlElement | undefined, draft: Draft, reader: InlineReader): void {
  for (const node of elementsOf(parent)) readInline(node, draft, reader)
}

function readRun(run: XmlElement, draft: Draft, reader: InlineReader): void {
  const properties = childOf(run, 'w:rPr')
  const before = draft.text.length
  const isHidden =
    lookOf(undefined, properties).isHidden ??
    reader.isHiddenStyle(childOf(properties, 'w:rStyle')?.attributes['w:val'])
  if (isHidden) {
    if (run.children.some((node) => isElement(node) && node.name === 'w:t')) {
      reader.tally.hiddenTexts += 1
    }
    return
  }
  for (const node of elementsOf(run)) readRunChild(node, draft, reader)
  if (valueOf(properties, 'w:vertAlign') === 'superscript') raise(draft, before)
  if (draft.text.length === before) return
  draft.run ??= properties
  if (switchOf(properties, 'w:strike') || switchOf(properties, 'w:dstrike')) {
    reader.tally.struckTexts += 1
  }
}

function raise(draft: Draft, from: number): void {
  const before = draft.text.slice(0, from)
  const raised = draft.text.slice(from)
  draft.text = before + (superscript(raised, before) ?? raised)
}

function readRunChild(node: XmlElement, draft: Draft, reader: InlineReader): void {
  switch (node.name) {
    case 'w:t':
      draft.text += textOf(node)
      return
    case 'w:tab':
    case 'w:ptab':
      draft.text += '\t'
      return
    case 'w:br':
      draft.text += node.attributes['w:type'] === undefined ? '\n' : ''
      return
    case 'w:cr':
      draft.text += '\n'
      return
    case 'w:noBreakHyphen':
      draft.text += '-'
      return
    case 'w:lastRenderedPageBreak':
      if (draft.text.trim() === '') draft.breaksBefore += 1
      else draft.breaksInside += 1
      return
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      reader.tally.footnotes += 1
      return
    case 'w:ruby':
      readInline(node, draft, reader)
      return
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
    case 'mc:AlternateContent':
      draft.boxes.push(...textBoxes(node))
      return
    default:
  }
}

/** A box is written twice, for new and for old programs: the first writing that has text counts. */
function textBoxes(node: XmlElement): readonly XmlElement[] {
  if (node.name === 'w:txbxContent') return [node]
  const inside = elementsOf(node).map(textBoxes)
  if (node.name !== 'mc:AlternateContent') return inside.flat()
  return inside.find((boxes) => boxes.length > 0) ?? []
}
