import type { FoundQuantity } from '../../quantity/scan-quantities.ts'

/** A figure with the words that belong to it. */
export interface FigureWords {
  readonly quantity: FoundQuantity
  /** Since the figure before it, or the start of the clause. */
  readonly before: string
  /** Up to the next item of the list, or the end of the clause. */
  readonly after: string
  /** What lists carry from item to item: 累计新增2个…、6个…. */
  readonly verb?: string
  /** 2024年、2025年分别新增20家、25家: the year shared out to this figure. */
  readonly sharedYear?: number
  /** 由2020年的1.5%提高到2.5%: the first figure, and the words before it. */
  readonly baseline?: { readonly quantity: FoundQuantity; readonly words: string }
}
