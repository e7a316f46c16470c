import type { SourceBlock, SourceParagraph } from '#core/document/document.ts'
import { formatNumber } from '../number-format.ts'
import { isBlankTable } from '../grid.ts'
import { superscript } from '../superscript.ts'
import { textOfBlocks } from '../text-of-blocks.ts'
import { isBoilerplate, isFootnote, isHidden } from './boilerplate.ts'
import {
  attribute,
  elementsIn,
  isHtmlElement,
  isHtmlText,
  rawText,
  styleOf,
  type HtmlElement,
  type HtmlNode,
} from './dom.ts'
import { cellElements, isLayoutTable, readHtmlTable } from './html-table.ts'
import { paragraphsOf } from './html-text.ts'

export interface HtmlTally {
  hiddenTexts: number
  struckTexts: number
  footnotes: number
}

/** What text inherits from the elements around it. */
type Look = Pick<SourceParagraph, 'outline' | 'font' | 'size' | 'align'>

/** In the collected text, where no collapsing of blanks swallows it; `paragraphsOf` splits there. */
const lineBreak = '\u2028'

interface Walk {
  readonly tally: HtmlTally
  readonly blocks: SourceBlock[]
  /** The paragraph being collected: its text, its look and its list number. */
  text: string
  look: Look | undefined
  number: string | undefined
}

/** The blocks an element shows, in order. */
export function htmlBlocks(element: HtmlElement, tally: HtmlTally): readonly SourceBlock[] {
  const walk: Walk = { tally, blocks: [], text: '', look: undefined, number: undefined }
  walkChildren(element, {}, walk)
  flush(walk)
  return walk.blocks
}

const blockTags = new Set(
  `address article blockquote body center dd details div dl dt fieldset figcaption figure form h1 h2
   h3 h4 h5 h6 header hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul
   caption`.split(/\s+/),
)

function walkChildren(element: HtmlElement, look: Look, walk: Walk): void {
  for (const node of element.childNodes) walkNode(node, look, walk)
}

function walkNode(node: HtmlNode, look: Look, walk: Walk): void {
  if (isHtmlText(node)) {
    if (walk.look === undefined && node.value.trim() !== '') walk.look = look
    walk.text += node.value
    return
  }
  if (!isHtmlElement(node)) return
  if (isFootnote(node)) {
    walk.tally.footnotes += node.tagName === 'a' && node.childNodes.length > 0 ? 1 : 0
    return
  }
  if (isBoilerplate(node)) {
    if (isHidden(node) && rawText(node).trim() !== '') walk.tally.hiddenTexts += 1
    return
  }
  if (blockTags.has(node.tagName)) walkBlock(node, lookOf(node, look), walk)
  else walkInline(node, lookOf(node, look), walk)
}

function walkInline(element: HtmlElement, look: Look, walk: Walk): void {
  switch (element.tagName) {
    case 'br':
      walk.text += lineBreak
      return
    case 'del':
      return
    case 'sup': {
      const raised = rawText(element)
      walk.text += superscript(raised, walk.text) ?? raised
      return
    }
    case 's':
    case 'strike':
      walk.tally.struckTexts += 1
      walkChildren(element, look, walk)
      return
    default:
      walkChildren(element, look, walk)
  }
}

function walkBlock(element: HtmlElement, look: Look, walk: Walk): void {
  flush(walk, ['li', 'p', 'div'].includes(element.tagName))
  switch (element.tagName) {
    case 'table':
      walkTable(element, look, walk)
      break
    case 'ol':
    case 'ul':
      walkList(element, look, walk)
      break
    case 'p':
      walkParagraph(element, look, walk)
      break
    default:
      if (isPreformatted(element)) walkLines(element, walk)
      else walkChildren(element, look, walk)
  }
  flush(walk)
}

/** A paragraph, blank ones too, which part what is apart. */
function walkParagraph(element: HtmlElement, look: Look, walk: Walk): void {
  const before = walk.blocks.length
  if (isPreformatted(element)) walkLines(element, walk)
  else walkChildren(element, look, walk)
  flush(walk)
  if (walk.blocks.length === before) walk.blocks.push({ kind: 'paragraph', text: '' })
}

/** Whether the line ends and blanks of the source count. */
function isPreformatted(element: HtmlElement): boolean {
  if (element.tagName === 'pre') return true
  const isKept = /^(?:pre|break-spaces)/.test(styleOf(element, 'white-space') ?? '')
  return isKept && !elementsIn(element).some((child) => blockTags.has(child.tagName))
}

function walkLines(element: HtmlElement, walk: Walk): void {
  for (const line of rawText(element)
    .replace(/\n$/, '')
    .split(/\r\n?|\n/)) {
    walk.blocks.push({ kind: 'paragraph', text: line.replace(/ +$/, '') })
  }
}

function walkTable(table: HtmlElement, look: Look, walk: Walk): void {
  const caption = table.childNodes.filter(isHtmlElement).find((one) => one.tagName === 'caption')
  if (caption !== undefined) walkBlock(caption, look, walk)
  if (isLayoutTable(table)) {
    for (const cell of cellElements(table)) if (!isBoilerplate(cell)) walkBlock(cell, look, walk)
    return
  }
  const read = readHtmlTable(table, (cell) => textOfBlocks(htmlBlocks(cell, walk.tally)))
  if (!isBlankTable(read)) walk.blocks.push(read)
}

function walkList(list: HtmlElement, look: Look, walk: Walk): void {
  let count = Number.parseInt(attribute(list, 'start') ?? '1', 10)
  for (const item of list.childNodes.filter(isHtmlElement)) {
    flush(walk)
    if (item.tagName === 'li') {
      count = Number.parseInt(attribute(item, 'value') ?? String(count), 10)
      walk.number = markOf(list, count)
      count += 1
    }
    walkNode(item, look, walk)
    flush(walk)
    walk.number = undefined
  }
}

const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

function markOf(list: HtmlElement, count: number): string | undefined {
  const style = styleOf(list, 'list-style-type') ?? styleOf(list, 'list-style')
  if (style?.startsWith('none')) return undefined
  if (list.tagName === 'ul') return '●'
  if (/cjk-ideographic|chinese-informal/.test(style ?? '')) {
    return `${formatNumber('chineseCounting', count)}、`
  }
  return `${formatNumber(listFormats[attribute(list, 'type') ?? ''] ?? 'decimal', count)}.`
}

/** Ends the paragraph; `keepNumber` lets a list's number wait for the text inside its first `<p>`. */
function flush(walk: Walk, keepNumber = false): void {
  const [first, ...others] = paragraphsOf(walk.text)
  if (first !== undefined) {
    const number = walk.number
    const look = walk.look ?? {}
    walk.blocks.push({ kind: 'paragraph', text: first, ...look, ...(number && { number }) })
    for (const text of others) walk.blocks.push({ kind: 'paragraph', text, ...look })
  }
  if (first !== undefined || !keepNumber) walk.number = undefined
  walk.text = ''
  walk.look = undefined
}

function lookOf(element: HtmlElement, look: Look): Look {
  const heading = /^h([1-6])$/.exec(element.tagName)
  const align = alignOf(
    styleOf(element, 'text-align') ?? attribute(element, 'align')?.toLowerCase(),
  )
  const centred = element.tagName === 'center' ? 'center' : align
  const font = styleOf(element, 'font-family') ?? attribute(element, 'face')
  const points = /^([\d.]+)pt$/.exec(styleOf(element, 'font-size') ?? '')
  return {
    ...look,
    ...(heading && { outline: Number(heading[1]) - 1 }),
    ...(centred && { align: centred }),
    ...(font && { font: font.split(',')[0]?.replace(/["']/g, '').trim() ?? font }),
    ...(points && { size: Number(points[1]) }),
  }
}

function alignOf(value: string | undefined): Look['align'] {
  if (value === 'left' || value === 'center' || value === 'right') return value
  return value === 'justify' ? 'left' : undefined
}
