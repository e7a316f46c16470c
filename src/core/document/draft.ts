import type { Heading, Paragraph, Span, Table } from './document.ts'

/** A block that has its place in the text, but does not yet know the headings it stands under. */
export type Draft = HeadingDraft | ParagraphDraft | TableDraft

export type HeadingDraft = Omit<Heading, 'path'>
export type ParagraphDraft = Omit<Paragraph, 'path'>
export type TableDraft = Omit<Table, 'path'>

export function paragraphDraft(
  span: Span,
  more: Partial<Pick<Paragraph, 'mark' | 'role'>> = {},
): ParagraphDraft {
  return { kind: 'paragraph', start: span.start, end: span.end, ...more }
}

/** As the level of a heading without a number: that of the heading before it. */
export const beside = -1
/** As the level of a lead-in: one below the last heading that has a line of its own. */
export const below = -2
