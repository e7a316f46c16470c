/**
 * Diffusion index: the share of those that rise, with half of those that stand; 50 is the line
 * between more and less. `tolerance` is how small a growth (a ratio) still counts as standing. [I1]
 */
export function diffusionIndex(
  growth: readonly (number | undefined)[],
  tolerance = 0,
): number | undefined {
  const known = growth.filter((each) => each !== undefined)
  if (known.length === 0) return undefined
  const rising = known.filter((each) => each > tolerance).length
  const standing = known.filter((each) => Math.abs(each) <= tolerance).length
  return (100 * (rising + standing / 2)) / known.length
}

/** 过热, 偏热, 正常, 偏冷, 过冷. Here red is overheating, unlike the lamps of supervision. */
export type Heat = 'overheated' | 'warm' | 'steady' | 'cool' | 'cold'

const scores: Readonly<Record<Heat, number>> = {
  overheated: 5,
  warm: 4,
  steady: 3,
  cool: 2,
  cold: 1,
}

/** Growth rates (ratios) at which an indicator changes its colour, coldest cut first. */
export interface HeatCuts {
  readonly cold: number
  readonly cool: number
  readonly warm: number
  readonly overheated: number
}

export function heatOf(growth: number, cuts: HeatCuts): Heat {
  if (growth < cuts.cold) return 'cold'
  if (growth < cuts.cool) return 'cool'
  if (growth < cuts.warm) return 'steady'
  return growth < cuts.overheated ? 'warm' : 'overheated'
}

/**
 * Cuts from an indicator's own past: the shares of past months that were colder. The textbook
 * shares are practice and may be changed; undefined with fewer than two years of months.
 */
export function cutsFromPast(
  past: readonly number[],
  shares: HeatCuts = { cold: 0.1, cool: 0.25, warm: 0.75, overheated: 0.9 },
): HeatCuts | undefined {
  if (past.length < 22) return undefined
  const sorted = past.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const lower = sorted[Math.floor(place)] ?? 0
    return lower + ((sorted[Math.ceil(place)] ?? lower) - lower) * (place % 1)
  }
  return {
    cold: at(shares.cold),
    cool: at(shares.cool),
    warm: at(shares.warm),
    overheated: at(shares.overheated),
  }
}

export interface Prosperity {
  /** 100 where every indicator is steady; from 33.3 to 166.7. */
  readonly index: number
  readonly heat: Heat
  readonly parts: readonly { readonly code: string; readonly heat: Heat }[]
}

/** Shares of the highest score at which the whole changes its colour; practice, so a parameter. */
export const usualCompositeCuts: HeatCuts = { cold: 0.36, cool: 0.5, warm: 0.73, overheated: 0.85 }

/**
 * Composite of indicators each scored 1 to 5 by its heat: S / 3N × 100, the form of the published
 * 预警指数. Undefined without indicators. [I2]
 */
export function prosperity(
  parts: readonly { readonly code: string; readonly heat: Heat }[],
  cuts: HeatCuts = usualCompositeCuts,
): Prosperity | undefined {
  if (parts.length === 0) return undefined
  const total = parts.reduce((sum, { heat }) => sum + scores[heat], 0)
  return {
    index: (total / (3 * parts.length)) * 100,
    heat: heatOf(total / (5 * parts.length), cuts),
    parts,
  }
}

/**
 * Enterprise climate index from answers good, normal, poor on now and on the months ahead: 0.4 and
 * 0.6 parts of 100 + (good % − poor %); 0 to 200, 100 is neutral. [I3]
 */
export function climateIndex(
  now: { readonly good: number; readonly poor: number },
  ahead: { readonly good: number; readonly poor: number },
): number {
  const balance = ({ good, poor }: { readonly good: number; readonly poor: number }): number =>
    100 + (good - poor) * 100
  return 0.4 * balance(now) + 0.6 * balance(ahead)
}
