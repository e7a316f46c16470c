import { endMonth } from '../indicator/membership.ts'
import { monthPeriod, type Period } from '../period/period.ts'
import type { ProductShare, TagSpan } from './enterprise.ts'

/** The first month in which products add to more than the whole enterprise; undefined where none does. */
export function overfull(products: readonly ProductShare[]): Period | undefined {
  const span = spansOf(products).find((one) => sumOf(one.products) > whole)
  return span && monthEnding(span.first)
}

/**
 * What an enterprise is recognised as by its products: for each tag the sum of the shares of the products
 * that carry it, month by month. `evidence` names the products.
 */
export function tagSpansOf(products: readonly ProductShare[]): readonly TagSpan[] {
  const tags = [...new Set(products.flatMap((one) => one.tags))]
  return tags.flatMap((tag) =>
    spansOf(products.filter((one) => one.tags.includes(tag))).map((span) => ({
      tag,
      share: shareText(sumOf(span.products)),
      from: monthEnding(span.first),
      ...(span.last !== undefined && { to: monthEnding(span.last) }),
      evidence: span.products
        .map(({ product }) => product)
        .join('、')
        .slice(0, longestEvidence),
    })),
  )
}

/** Tags as somebody entered them, with those that follow from products in place of what they replace. */
export function withTagsOfProducts(
  entered: readonly TagSpan[],
  products: readonly ProductShare[],
  before: readonly ProductShare[] = [],
): readonly TagSpan[] {
  const derived = tagSpansOf(products)
  const told = new Set(derived.map(({ tag }) => tag))
  const gone = new Set(tagSpansOf(before).map(textOf))
  return [...entered.filter((one) => !told.has(one.tag) && !gone.has(textOf(one))), ...derived]
}

/** Months, as `endMonth` counts, in which the same products are made; `last` is absent while they go on. */
interface Span {
  readonly first: number
  readonly last?: number
  readonly products: readonly ProductShare[]
}

function spansOf(products: readonly ProductShare[]): readonly Span[] {
  const starts = products.map(({ from }) => endMonth(from))
  const ends = products.flatMap(({ to }) => (to === undefined ? [] : [endMonth(to) + 1]))
  const cuts = [...new Set([...starts, ...ends])].toSorted((a, b) => a - b)
  return cuts.flatMap((first, index) => {
    const next = cuts[index + 1]
    const made = products.filter(
      ({ from, to }) => endMonth(from) <= first && (to === undefined || first <= endMonth(to)),
    )
    if (made.length === 0) return []
    return [{ first, ...(next !== undefined && { last: next - 1 }), products: made }]
  })
}

// Shares have six digits at most: whole millionths add up exactly.
const whole = 1_000_000
const longestEvidence = 300

function sumOf(products: readonly ProductShare[]): number {
  return products.reduce((sum, { share }) => sum + Math.round(Number(share) * whole), 0)
}

function shareText(millionths: number): string {
  return String(millionths / whole)
}

function monthEnding(month: number): Period {
  const year = Math.floor((month - 1) / 12)
  return monthPeriod(year, month - year * 12)
}

function textOf({ tag, share, from, to, evidence }: TagSpan): string {
  return [tag, Number(share), from, to, evidence].join(' ')
}
