import type { Problem } from '#contract/problem.ts'
import type { SourceBlock } from '#core/document/document.ts'

/** The formats we read, named by the ending a file of the kind usually has. */
export type Format = 'txt' | 'md' | 'html' | 'docx' | 'pdf' | 'xlsx' | 'doc' | 'wps' | 'rtf'

/** What a file holds, before it is normalised. */
export interface Opened {
  readonly format: Format
  readonly blocks: readonly SourceBlock[]
  readonly warnings: readonly Warning[]
  /** How many pages the file has, where the format knows pages. */
  readonly pages?: number
}

/** Something the reader of the document should know, though it could be read. */
export interface Warning {
  readonly code: WarningCode
  readonly place?: NonNullable<Problem['place']>
  /** How often it occurs. */
  readonly count?: number
  /** A name that belongs to it: the real format, the hidden sheet. */
  readonly name?: string
}

export type WarningCode =
  | 'document-type-mismatch'
  | 'document-macros-ignored'
  | 'document-tracked-changes'
  | 'document-hidden-text'
  | 'document-struck-text'
  | 'document-footnotes-dropped'
  | 'document-pages-without-text'
  | 'document-undecodable-text'
  | 'sheet-hidden'
  | 'sheet-formula-without-value'

/** What one format's reader gives; the caller knows the format. */
export type Content = Omit<Opened, 'format'>
