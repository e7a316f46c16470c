import { causes, type Member } from './causes.ts'

/** What one enterprise's entry or exit does to the growth of a sum. */
export interface ListingEffect {
  readonly kind: 'entered' | 'left'
  /**
   * In the unit of the sum: what its entry brought into the comparable base, or what its exit keeps out
   * of it that had been published a year ago.
   */
  readonly amount: number
  /**
   * A ratio (0.001 is 0.1 百分点). Entered: the growth less what it would be without it. Left: by how much
   * growth would be told too low, were its old figure left in the base.
   */
  readonly growthEffect?: number
}

/** Absent where the member was there then and now, is late, or told nothing to compare. [C1] [E5] */
export function listingEffect(members: readonly Member[], code: string): ListingEffect | undefined {
  const own = members.filter((member) => member.code === code)
  const [whole, alone] = [causes(members), causes(own)]
  const others = causes(members.filter((member) => member.code !== code))
  if (alone.entries > 0) {
    const { baseBroughtIn: amount } = alone
    return { kind: 'entered', amount, ...effect(whole.growth, others.growth) }
  }
  if (alone.exits === 0) return undefined
  const published = whole.published + alone.takenOut
  const without = published > 0 ? whole.value / published - 1 : undefined
  return { kind: 'left', amount: 0 - alone.takenOut, ...effect(whole.naiveGrowth, without) }
}

function effect(
  growth: number | undefined,
  without: number | undefined,
): { readonly growthEffect?: number } {
  return growth === undefined || without === undefined ? {} : { growthEffect: growth - without }
}
