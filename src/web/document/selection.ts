import type { Span } from '#core/document/document.ts'

/** The stretch of the document's text a person selected on the screen; spaces at its ends do not count. */
export function selectedSpan(selection: Selection | null, text: string): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const start = placeOf(range.startContainer, range.startOffset)
  const end = placeOf(range.endContainer, range.endOffset)
  if (start === undefined || end === undefined) return undefined
  return trimmed({ start, end }, text)
}

/** Without white space at its ends; nothing where nothing is left. */
export function trimmed(span: Span, text: string): Span | undefined {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return start < end ? { start, end } : undefined
}

// Each stretch of text on the screen knows where it begins in the document.
function placeOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const start = element?.closest<HTMLElement>('[data-start]')?.dataset['start']
  return start === undefined ? undefined : Number(start) + (node instanceof Text ? offset : 0)
}
