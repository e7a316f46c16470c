import type { Subject } from '../indicator/figure.ts'
import type { Period } from '../period/period.ts'
import { Decimal } from 'decimal.js'

/** What a figure must show before a matter is done: 技术中心 ≥ 15 家 by 2025. */
export interface BoundFigure {
  readonly subject: Subject
  /** Code of the indicator. */
  readonly indicator: string
  readonly period: Period
  readonly op: '>=' | '<=' | '='
  /** Exact, in the unit of the indicator. */
  readonly value: string
}

/** Whether the figure is there: as it must be, otherwise, or not known at all. */
export type FigureState =
  | { readonly state: 'agrees'; readonly value: string }
  | { readonly state: 'differs'; readonly value: string }
  | { readonly state: 'missing' }

/** What a value says of a bound figure; none known proves nothing. */
export function figureState(
  { op, value: wanted }: BoundFigure,
  value: string | null | undefined,
): FigureState {
  if (value === null || value === undefined) return { state: 'missing' }
  const compared = new Decimal(value).comparedTo(wanted)
  const agrees = op === '>=' ? compared >= 0 : op === '<=' ? compared <= 0 : compared === 0
  return { state: agrees ? 'agrees' : 'differs', value }
}
