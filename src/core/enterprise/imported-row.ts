import type { UsccProblem } from './uscc.ts'

/** What a list says of an enterprise, cell by cell as far as it could be read. */
export interface ImportedRow {
  /** The line of the sheet, from 1. */
  readonly line: number
  readonly name: string
  /** As it is written in the list, brought to the usual form. */
  readonly uscc?: string
  readonly industry?: string
  /** The park or the town as the list calls it, and its id where it is known. */
  readonly place?: string
  readonly placeId?: string
  readonly products?: string
  readonly address?: string
  readonly established?: string
  readonly contact?: string
  readonly phone?: string
  /** What somebody must look at before the row can be taken. */
  readonly doubts: readonly RowDoubt[]
}

export type RowDoubt =
  | { readonly code: 'uscc-missing' }
  | { readonly code: 'uscc-wrong'; readonly problem: UsccProblem }
  | { readonly code: 'uscc-twice'; readonly line: number }
  | { readonly code: 'industry-unknown'; readonly text: string }
  | { readonly code: 'place-unknown'; readonly text: string }
  | { readonly code: 'day-unreadable'; readonly text: string }
