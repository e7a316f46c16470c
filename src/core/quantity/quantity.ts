/** `~`: 左右, 约, N亿级 and ranges. 力争 alone is `=`. */
export type Bound = '=' | '>=' | '<=' | '>' | '<' | '~'

/** A figure as a document prints it. */
export interface Quantity {
  /** In `unit`; absent where the document gives words only (达到全国平均水平) or a blank (—, /). */
  readonly value?: number
  /** The upper end of a range such as 1—3家; `value` is then the lower end. */
  readonly high?: number
  /** As printed, with its multiplier (万元, 亿元, 万平方米); `%` and `百分点` included. */
  readonly unit?: string
  readonly op: Bound
  /** As printed. */
  readonly text: string
}
