/** A stretch of the normalised text: UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * A document in the one form that reading and citing rest on, whatever file it came from.
 * `text` is what `jingwei plan text` prints; every block, cell and citation is a span of it.
 */
export interface Document {
  readonly text: string
  /** In order of the text; blocks never overlap. Blank lines belong to no block. */
  readonly blocks: readonly Block[]
}

export type Block = Heading | Paragraph | Table

interface BlockBase extends Span {
  /** Indices into `Document.blocks` of the headings this block stands under, outermost first. */
  readonly path: readonly number[]
  /** The caption of the box (专栏) the block is part of. */
  readonly box?: Span
  /** The page of the source it begins on, from 1, where the source has pages. */
  readonly page?: number
}

/**
 * A heading by its meaning. Levels: 1 第一章 or 一、 · 2 第一节 or （一） · 3 1. · 4 （1） · 5 ①;
 * where a document uses 第一章 above 一、 the levels below shift by what is used. Level 0 is the title.
 */
export interface Heading extends BlockBase {
  readonly kind: 'heading'
  readonly level: number
  /** The number as printed, e.g. `（一）`; absent for headings without one. */
  readonly number?: string
  /** The heading without its number. */
  readonly title: Span
  /**
   * True where heading and text share a paragraph (`1. 强化创新。深入实施…`): the heading block spans
   * the lead-in alone and the rest follows as a paragraph of its own.
   */
  readonly runIn?: boolean
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph'
  /** A list mark as printed (`●`, `——`, `①`), part of the span. */
  readonly mark?: string
  /** What the paragraph is besides running text. */
  readonly role?: 'document-number' | 'date' | 'issuer' | 'contents' | 'note'
}

/**
 * A table. Its text stands in the document as rows on lines with cells parted by tabs, or, where it
 * reached us flattened, in whatever form it came: only the spans of the cells count.
 */
export interface Table extends BlockBase {
  readonly kind: 'table'
  readonly caption?: Span
  /** A unit declared for the whole table: 单位：亿元. */
  readonly unit?: string
  readonly rows: number
  readonly columns: number
  /** Leading rows that are head, 0 where none was recognised. */
  readonly headRows: number
  /** In reading order; a merged cell is here once, with its spans. */
  readonly cells: readonly Cell[]
  /** True where the grid had to be rebuilt from lines, tabs or pipes. */
  readonly rebuilt?: boolean
}

export interface Cell extends Span {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** The cell's text with line breaks and padding inside it taken out; `text.slice(start, end)` is as printed. */
  readonly text: string
}

/** What an opened file gives before it is normalised; made by `server/document/formats`. */
export type SourceBlock = SourceParagraph | SourceTable

export interface SourceParagraph {
  readonly kind: 'paragraph'
  /** Without its automatic number; may hold line breaks. */
  readonly text: string
  /** Automatic number restored from the file's list settings, e.g. `（一）`. */
  readonly number?: string
  /** Outline level of the file's own heading style, from 0. A hint: meaning decides. */
  readonly outline?: number
  /** East Asian font and size in points, hints for headings: 黑体, 楷体, 小标宋. */
  readonly font?: string
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly page?: number
}

export interface SourceTable {
  readonly kind: 'table'
  readonly rows: number
  readonly columns: number
  readonly headRows?: number
  readonly cells: readonly SourceCell[]
  readonly page?: number
}

export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

export function textAt(document: Document, span: Span): string {
  return document.text.slice(span.start, span.end)
}

/** The headings above a block as one line: `二、总体要求 > （三）发展目标`. */
export function sectionOf(document: Document, block: Block): string {
  return block.path
    .map((index) => document.blocks[index])
    .filter((heading) => heading !== undefined)
    .map((heading) => textAt(document, heading).replace(/\s+/g, ' ').trim())
    .join(' > ')
}
