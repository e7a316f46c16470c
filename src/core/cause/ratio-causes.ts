/** One part of a ratio, e.g. an industry's profit over its revenue, now and a year ago. */
export interface RatioPart {
  readonly code: string
  readonly above: number
  readonly below: number
  readonly aboveBefore: number
  readonly belowBefore: number
}

export interface RatioCause {
  readonly code: string
  /** What the change of its own ratio does to the whole. */
  readonly rate: number
  /** What the change of its weight does to the whole. */
  readonly mix: number
}

export interface RatioCauses {
  readonly ratio: number
  readonly before: number
  /** They add up to `ratio - before`. */
  readonly parts: readonly RatioCause[]
}

/**
 * Splits the change of a ratio of sums into the change of each part's own ratio and the change of
 * its weight, both at the mean of the two years, so that nothing is left over (Marshall and
 * Edgeworth's symmetric weights). Undefined where a denominator is not positive. [C3]
 */
export function ratioCauses(parts: readonly RatioPart[]): RatioCauses | undefined {
  const below = total(parts, (part) => part.below)
  const belowBefore = total(parts, (part) => part.belowBefore)
  if (!(below > 0) || !(belowBefore > 0)) return undefined
  const ratio = total(parts, (part) => part.above) / below
  const before = total(parts, (part) => part.aboveBefore) / belowBefore
  // A part's weight counts by how far its ratio lies from the whole's: growth of what is just
  // average changes nothing.
  const middle = (ratio + before) / 2
  return {
    ratio,
    before,
    parts: parts.map((part) => causeOf(part, { below, belowBefore, middle })),
  }
}

function causeOf(
  part: RatioPart,
  whole: { readonly below: number; readonly belowBefore: number; readonly middle: number },
): RatioCause {
  const weight = part.below / whole.below
  const weightBefore = part.belowBefore / whole.belowBefore
  const own = part.below > 0 ? part.above / part.below : undefined
  const ownBefore = part.belowBefore > 0 ? part.aboveBefore / part.belowBefore : undefined
  const share = part.above / whole.below - part.aboveBefore / whole.belowBefore
  // Who is new or gone has no change of rate: all of it is mix.
  const rate =
    own === undefined || ownBefore === undefined
      ? 0
      : ((own - ownBefore) * (weight + weightBefore)) / 2
  return { code: part.code, rate, mix: share - rate - (weight - weightBefore) * whole.middle }
}

function total(parts: readonly RatioPart[], pick: (part: RatioPart) => number): number {
  return parts.reduce((sum, part) => sum + pick(part), 0)
}

export interface PriceAndVolume {
  /** Shares of the base: both add up to the growth at current prices. */
  readonly price: number
  readonly volume: number
}

/**
 * Splits growth at current prices where a price index is entered (上年同期 = 100): volume at last
 * year's prices, and the rest, which is price. What it gives is 测算. [C4]
 */
export function priceAndVolume({
  value,
  base,
  priceIndex,
}: {
  readonly value: number
  readonly base: number
  readonly priceIndex: number
}): PriceAndVolume | undefined {
  if (!(base > 0) || !(priceIndex > 0)) return undefined
  const volume = value / (priceIndex / 100) / base - 1
  return { volume, price: value / base - 1 - volume }
}
