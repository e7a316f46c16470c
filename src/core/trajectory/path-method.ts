import type { Milestone, Target } from '../plan/plan.ts'

/**
 * How a target gets from its base through its milestones.
 *
 * - `geometric`: by the same rate each year, as things do whose growth is stated in per cent
 * - `linear`: by the same amount each year, as shares, counts and indices do
 * - `step`: nothing is owed between milestones, as with ranks, words and dates
 * - `floor`, `ceiling`: never below, never above, in every year
 * - `cumulative`: the sum over the period counts, reached in equal parts
 */
export type PathMethod = 'geometric' | 'linear' | 'step' | 'floor' | 'ceiling' | 'cumulative'

/** The method that follows from what a target says; a person may choose another. */
export function pathMethod(target: Target): PathMethod {
  const last = target.milestones.at(-1)
  if (!last || last.value === undefined) return 'step'
  if (target.milestones.some((milestone) => milestone.kind === 'cumulative')) return 'cumulative'
  if (isHeld(target, last)) return last.op === '<=' || last.op === '<' ? 'ceiling' : 'floor'
  if (isRank(target) || isReachedLater(target, last)) return 'step'
  return growsByRate(target, last) ? 'geometric' : 'linear'
}

// A limit that is already kept, or has no starting point, is to be kept in every year.
function isHeld(target: Target, last: Milestone): boolean {
  if (last.value === undefined || last.op === '=' || last.op === '~') return false
  const base = target.baseline?.value
  if (base === undefined) {
    return (
      target.growth.length === 0 && target.milestones.length === 1 && !isReachedLater(target, last)
    )
  }
  return base === last.value
}

// 2030年产值突破1400亿元 without a starting point: nothing is owed before, least of all 1400 now.
function isReachedLater({ baseline, unit, growth }: Target, last: Milestone): boolean {
  const isUp = last.op === '>=' || last.op === '>'
  const isRatio = ratioUnits.has(unit ?? last.unit ?? '')
  return isUp && !isRatio && baseline?.value === undefined && growth.length === 0
}

function isRank(target: Target): boolean {
  return target.unit === '位' || target.unit === '名'
}

const ratioUnits = new Set(['%', '％', '‰', '百分点', '个百分点'])
const moneyOrMass = /[元吨]|千瓦时|立方米|标煤/

function growsByRate(target: Target, last: Milestone): boolean {
  const unit = target.unit ?? last.unit
  if (unit !== undefined && ratioUnits.has(unit)) return false
  // A rate needs a positive start and a positive end.
  const base = target.baseline?.value
  if (base !== undefined && base <= 0) return false
  if (last.value !== undefined && last.value <= 0) return false
  if (target.growth.some((growth) => growth.unit === '%')) return true
  if (target.growth.length > 0) return false
  return unit !== undefined && moneyOrMass.test(unit)
}
