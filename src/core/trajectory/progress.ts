/** A value at the end of a year. */
export interface YearValue {
  readonly year: number
  readonly value: number
}

/** What a target asks for: more, less, or the same. */
export type Direction = 'up' | 'down' | 'keep'

export interface ProgressQuestion {
  readonly direction: Direction
  readonly base?: YearValue
  /** The plan's own milestones, in any order; the last is the target. */
  readonly milestones: readonly YearValue[]
  readonly actual?: YearValue
}

/**
 * - `milestone`: the year has a milestone of its own
 * - `linear`: between two milestones by equal steps
 * - `floor`, `ceiling`: the bound lies on the near side of the base and holds in every year
 * - `none`: nothing is planned for the year
 */
export type ProgressMethod = 'milestone' | 'linear' | 'floor' | 'ceiling' | 'none'

export interface Progress {
  /** What the plan asks for in the year of the actual value. */
  readonly planned?: number
  readonly method: ProgressMethod
  /** The share of the way from base to target that is done; 1 is all of it, below 0 is backwards. */
  readonly completion?: number
  /** Actual less planned, in the unit of the target. */
  readonly gap?: number
  /** What could not be said, for each figure that is absent. */
  readonly reasons: readonly ProgressReason[]
}

export type ProgressReason =
  | 'no-actual'
  | 'no-milestone'
  | 'no-base'
  | 'before-base'
  | 'after-last-milestone'
  | 'base-is-target'
  | 'already-beyond-bound'
  | 'sign-changes'
  | 'keeps-level'

/**
 * Where a target stands against the plan's own path, which runs through its milestones and not
 * along the calendar: a plan of 1,300 → 1,800 (2022) → 3,000 (2025) that has 1,800 in 2022 is
 * kept, though 29 % of the way is done in 40 % of the time. [T1]
 */
export function progress({ direction, base, milestones, actual }: ProgressQuestion): Progress {
  const path = milestones.toSorted((a, b) => a.year - b.year)
  const target = path.at(-1)
  if (!target) return { method: 'none', reasons: ['no-milestone'] }
  if (!actual) return { method: 'none', reasons: ['no-actual'] }

  const plan = plannedAt(direction, base, path, actual.year)
  const done = completionOf(direction, base, target, actual)
  return {
    ...(plan.value !== undefined && {
      planned: plan.value,
      gap: rounded(actual.value - plan.value),
    }),
    method: plan.method,
    ...(done.value !== undefined && { completion: done.value }),
    reasons: [plan.reason, done.reason].filter((reason) => reason !== undefined),
  }
}

interface Planned {
  readonly value?: number
  readonly method: ProgressMethod
  readonly reason?: ProgressReason
}

function plannedAt(
  direction: Direction,
  base: YearValue | undefined,
  path: readonly YearValue[],
  year: number,
): Planned {
  const own = path.find((milestone) => milestone.year === year)
  if (own) return { value: own.value, method: 'milestone' }
  const after = path.find((milestone) => milestone.year > year)
  if (!after) return { method: 'none', reason: 'after-last-milestone' }

  const before = path.findLast((milestone) => milestone.year < year) ?? base
  if (!before) return { method: 'none', reason: 'no-base' }
  if (year < before.year) return { method: 'none', reason: 'before-base' }
  if (year === before.year) return { value: before.value, method: 'milestone' }
  const bound = boundOf(direction, before.value, after.value)
  if (bound) return { value: after.value, method: bound }
  const share = (year - before.year) / (after.year - before.year)
  return { value: rounded(before.value + (after.value - before.value) * share), method: 'linear' }
}

/** A target on the near side of its base is no way to go but a bound to keep: 8.2 % now, not below 6 %. */
function boundOf(direction: Direction, from: number, to: number): 'floor' | 'ceiling' | undefined {
  if (direction === 'up' && to < from) return 'floor'
  if (direction === 'down' && to > from) return 'ceiling'
  return undefined
}

function completionOf(
  direction: Direction,
  base: YearValue | undefined,
  target: YearValue,
  actual: YearValue,
): { readonly value?: number; readonly reason?: ProgressReason } {
  if (direction === 'keep') return { reason: 'keeps-level' }
  if (!base) return { reason: 'no-base' }
  if (sameValue(base.value, target.value)) return { reason: 'base-is-target' }
  if (boundOf(direction, base.value, target.value)) return { reason: 'already-beyond-bound' }
  // From loss to profit the way is no measure: half of it may still be a loss.
  if (base.value * target.value < 0) return { reason: 'sign-changes' }
  return { value: rounded((actual.value - base.value) / (target.value - base.value)) }
}

/** Whether two printed figures are one; nothing a plan prints is finer than a billionth. */
function sameValue(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-6)
}

/** Without the last places that binary arithmetic adds. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
