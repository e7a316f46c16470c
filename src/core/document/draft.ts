import type { Heading, Paragraph, Span, Table } from './document.ts'

/** A block that has its place in the text, but does not yet know the headings and the box it stands under. */
export type Draft =
  | Omit<Heading, 'path' | 'box'>
  | (Omit<Paragraph, 'path' | 'box'> & { readonly boxed?: Boxed })
  | (Omit<Table, 'path' | 'box'> & { readonly boxed?: Boxed })

/** The caption of the box (专栏) a block is part of. */
export type Boxed = Span
