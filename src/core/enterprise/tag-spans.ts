import { comparePeriods, type Period } from '../period/period.ts'

/** Whether something that holds from `from` to `to`, both included, holds in a period. */
export function isInForce(
  { from, to }: { readonly from: Period; readonly to?: Period },
  period: Period,
): boolean {
  return comparePeriods(from, period) <= 0 && (to === undefined || comparePeriods(period, to) <= 0)
}

/** The first two spans of one tag that hold for the same period; undefined where none do. */
export function overlapping<
  Span extends { readonly tag: string; readonly from: Period; readonly to?: Period },
>(spans: readonly Span[]): Span | undefined {
  return spans.find((span, index) =>
    spans
      .slice(0, index)
      .some(
        (other) =>
          other.tag === span.tag &&
          (other.to === undefined || comparePeriods(span.from, other.to) <= 0) &&
          (span.to === undefined || comparePeriods(other.from, span.to) <= 0),
      ),
  )
}
