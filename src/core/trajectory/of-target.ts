import type { Growth, Milestone, Target } from '../plan/plan.ts'
import type { PathMethod } from './path-method.ts'
import type { Trajectory } from './planned.ts'
import type { Direction, YearValue } from './progress.ts'

type Commitment = Pick<Target, 'baseline' | 'milestones' | 'growth' | 'unit'>

/**
 * A target of a plan as a function of time, in the target's unit. Changes against the baseline
 * (下降15%) become levels; where the plan states growth alone, the level it leads to is the milestone.
 * Of a range the end nearer to the base counts: it is what the plan holds itself to.
 */
export function trajectoryOf(
  target: Commitment,
  { method, start }: { readonly method: PathMethod; readonly start?: number },
): Trajectory {
  const base = baseOf(target)
  const stated = target.milestones.flatMap((milestone) => levelOf(milestone, base, method))
  const milestones =
    stated.length > 0 ? stated : target.growth.flatMap((one) => reachedBy(one, base))
  return {
    method,
    ...(base && { base }),
    milestones,
    ...(start !== undefined && { start }),
  }
}

/**
 * The path a trajectory really is: a target on the near side of its base (93 % now, not below 91 %) is
 * no way to go but a bound to keep, whatever its bound is called. [T2]
 */
export function asBound(trajectory: Trajectory, direction: Direction): Trajectory {
  const { method, base, milestones } = trajectory
  if (!base || (method !== 'linear' && method !== 'geometric')) return trajectory
  const isNear = (value: number): boolean =>
    direction === 'up' ? value < base.value : direction === 'down' && value > base.value
  if (milestones.length === 0 || !milestones.every(({ value }) => isNear(value))) return trajectory
  return { ...trajectory, method: direction === 'up' ? 'floor' : 'ceiling' }
}

/** 约束性 and 限制性 targets are taken more strictly. */
export function isBindingTarget({ attribute }: Pick<Target, 'attribute'>): boolean {
  return attribute === '约束性' || attribute === '限制性'
}

/** What a target asks for by its own bounds; absent where it only names a figure. */
export function directionStated(target: Pick<Target, 'milestones'>): Direction | undefined {
  const bounds = target.milestones.map(({ op }) => op)
  if (bounds.some((op) => op === '<=' || op === '<')) return 'down'
  if (bounds.some((op) => op === '>=' || op === '>')) return 'up'
  return undefined
}

function baseOf({ baseline }: Commitment): YearValue | undefined {
  return baseline?.value === undefined ? undefined : { year: baseline.year, value: baseline.value }
}

function levelOf(
  { year, kind, value, unit }: Milestone,
  base: YearValue | undefined,
  method: PathMethod,
): readonly YearValue[] {
  if (value === undefined) return []
  // A sum over the plan and a level cannot stand on one path.
  if ((kind === 'cumulative') !== (method === 'cumulative')) return []
  if (kind !== 'change') return [{ year, value }]
  if (!base) return []
  const isShare = unit === '%' || unit === '％'
  return [{ year, value: isShare ? base.value * (1 + value / 100) : base.value + value }]
}

function reachedBy(
  { from, to, value, unit, cumulative }: Growth,
  base: YearValue | undefined,
): readonly YearValue[] {
  if (!base || to <= base.year || from > base.year) return []
  const years = cumulative ? 1 : to - base.year
  const reached =
    unit === '%' ? base.value * (1 + value / 100) ** years : base.value + value * years
  return [{ year: to, value: Number(reached.toPrecision(12)) }]
}
