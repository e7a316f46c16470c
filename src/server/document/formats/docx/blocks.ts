import type { SourceBlock, SourceParagraph } from '#core/document/document.ts'
import { childOf, elementsOf, type XmlElement } from '../xml.ts'
import { inlineOf, type Tally } from './inline.ts'
import { levelOfStyle, type Lists, type Numberer } from './numbering.ts'
import { lookOf, type Look, type Styles } from './styles.ts'
import { readTable } from './table.ts'
import { valueOf } from './values.ts'

/** What the blocks of one document share while they are read in order. */
export interface DocxReader {
  readonly styles: Styles
  readonly lists: Lists
  readonly nextNumber: Numberer
  readonly tally: Tally
  /** The page being read, where the file remembers where its pages broke. */
  page: number | undefined
}

/** The blocks inside a body, a cell or a text box; blank paragraphs too, which part what is apart. */
export function blocksOf(parent: XmlElement | undefined, reader: DocxReader): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let carried = ''
  for (const node of bodyNodes(parent)) {
    if (node.name === 'w:tbl') {
      blocks.push(...readTable(node, reader.page, (cell) => blocksOf(cell, reader)))
      continue
    }
    const { paragraph, boxes } = readParagraph(node, carried, reader)
    // A paragraph whose end was deleted under tracked changes runs on into the next.
    carried = isEndDeleted(node) ? paragraph.text : ''
    if (carried === '') blocks.push(paragraph)
    blocks.push(...boxes)
  }
  return blocks
}

/** Paragraphs and tables, taken out of what merely wraps them. */
function bodyNodes(parent: XmlElement | undefined): readonly XmlElement[] {
  return elementsOf(parent).flatMap((node) => {
    switch (node.name) {
      case 'w:p':
      case 'w:tbl':
        return [node]
      case 'w:sdt':
        return bodyNodes(childOf(node, 'w:sdtContent'))
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:smartTag':
        return bodyNodes(node)
      case 'mc:AlternateContent':
        return bodyNodes(childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback'))
      default:
        return []
    }
  })
}

function readParagraph(node: XmlElement, carried: string, reader: DocxReader) {
  const properties = childOf(node, 'w:pPr')
  const styleId = valueOf(properties, 'w:pStyle') ?? reader.styles.standard ?? ''
  const inline = inlineOf(node, {
    tally: reader.tally,
    isHiddenStyle: (style) => reader.styles.looks.get(style ?? styleId)?.isHidden ?? false,
  })
  const look = {
    ...reader.styles.defaults,
    ...reader.styles.looks.get(styleId),
    ...lookOf(properties, inline.run),
  }
  turnPages(inline.breaksBefore, reader)
  const text = tidy(carried + inline.text)
  const number = text.trim() === '' ? undefined : listNumber(look, styleId, reader)
  const paragraph = paragraphOf(text, number, look, reader.page)
  turnPages(inline.breaksInside, reader)
  return { paragraph, boxes: inline.boxes.flatMap((box) => blocksOf(box, reader)) }
}

function listNumber(look: Look, styleId: string, reader: DocxReader): string | undefined {
  if (look.listId === undefined || look.listId === '0') return undefined
  const level = look.listLevel ?? levelOfStyle(reader.lists, look.listId, styleId) ?? 0
  return reader.nextNumber(look.listId, level)?.trim() || undefined
}

function paragraphOf(
  text: string,
  number: string | undefined,
  look: Look,
  page: number | undefined,
): SourceParagraph {
  const isOutlined = look.outline !== undefined && look.outline >= 0 && look.outline < 9
  return {
    kind: 'paragraph',
    text,
    ...(number !== undefined && { number }),
    ...(isOutlined && { outline: look.outline }),
    ...(look.font !== undefined && { font: look.font }),
    ...(look.size !== undefined && { size: look.size }),
    ...(look.align !== undefined && { align: look.align }),
    ...(page !== undefined && { page }),
  }
}

function turnPages(breaks: number, reader: DocxReader): void {
  if (reader.page !== undefined) reader.page += breaks
}

// Line breaks at either end only make room on paper. Tabs, be there nothing else, may be columns.
function tidy(text: string): string {
  return text.replace(/^\n+|[ \n]+$/g, '')
}

function isEndDeleted(node: XmlElement): boolean {
  return childOf(childOf(childOf(node, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined
}
