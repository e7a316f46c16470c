import { type Document, textAt } from '#core/document/document.ts'

export interface OutlineEntry {
  /** Index into the document's blocks. */
  readonly index: number
  /** From 0 for the outermost level the document uses. */
  readonly depth: number
  readonly text: string
}

/** The headings a reader navigates by; run-in headings and levels below the third are left out. */
export function outlineOf(document: Document): readonly OutlineEntry[] {
  const headings = document.blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level > 0 && !block.runIn ? [{ block, index }] : [],
  )
  const levels = [...new Set(headings.map(({ block }) => block.level))].sort((a, b) => a - b)
  return headings.flatMap(({ block, index }) => {
    const depth = levels.indexOf(block.level)
    if (depth > 2) return []
    return [{ index, depth, text: textAt(document, block).replaceAll(/\s+/g, ' ').trim() }]
  })
}

/** The entry a reader stands under at block `index`. */
export function entryAt(outline: readonly OutlineEntry[], index: number): OutlineEntry | undefined {
  return outline.findLast((entry) => entry.index <= index)
}
