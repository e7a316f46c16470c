import { type Block, type Document, sectionOf, type Span, textAt } from './document.ts'

/** The place in a document that says something. `quote` is exactly the text at `[start, end)`. */
export interface Citation extends Span {
  readonly quote: string
  readonly where: 'table' | 'prose' | 'box' | 'heading'
  /** Heading path, e.g. `二、总体要求 > （三）发展目标`. */
  readonly section?: string
  /** The table's caption as printed. */
  readonly table?: string
  /** The file, where several documents are held against each other. */
  readonly file?: string
}

/** Cites `span`, which lies in `block`. */
export function cite(document: Document, block: Block, span: Span): Citation {
  const section = sectionOf(document, block)
  const caption =
    block.kind === 'table' && block.caption ? textAt(document, block.caption).trim() : ''
  return {
    start: span.start,
    end: span.end,
    quote: textAt(document, span),
    where: placeOf(block),
    ...(section && { section }),
    ...(caption && { table: caption }),
  }
}

function placeOf(block: Block): Citation['where'] {
  if (block.kind === 'table') return 'table'
  if (block.box) return 'box'
  return block.kind === 'heading' ? 'heading' : 'prose'
}
