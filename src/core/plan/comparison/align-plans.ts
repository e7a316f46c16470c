import { preparedTarget, targetLikeness } from './item-likeness.ts'
import { optimalMatching } from './optimal-matching.ts'
import type { Plan, Target } from '../plan.ts'

/** One indicator across several plans; `targets[i]` is that of plan `i`, absent where it has none. */
export interface AlignedTarget {
  readonly indicator: string
  readonly unit?: string
  readonly targets: readonly (Target | undefined)[]
}

/** Two regions seldom word an indicator quite alike, but a looser match pairs what differs. */
const leastLikeness = 0.7

/**
 * Sets the targets of several plans side by side by indicator, for a table with a column per plan.
 * Rows come in the order of the first plan, then what only later plans have.
 */
export function alignPlans(plans: readonly Plan[]): AlignedTarget[] {
  return plans
    .reduce<(Target | undefined)[][]>((rows, plan, index) => extended(rows, plan, index), [])
    .map((targets) => {
      const named = targets.find((target) => target !== undefined)
      const unit = targets.find((target) => target?.unit !== undefined)?.unit
      const padded = plans.map((_, index) => targets[index])
      return { indicator: named?.indicator ?? '', ...(unit && { unit }), targets: padded }
    })
}

function extended(
  rows: readonly (Target | undefined)[][],
  plan: Plan,
  index: number,
): (Target | undefined)[][] {
  const members = rows.map((row) =>
    row.filter((target) => target !== undefined).map(preparedTarget),
  )
  const columns = plan.targets.map(preparedTarget)
  const scores = members.map((row) =>
    columns.map((column) => Math.max(...row.map((target) => targetLikeness(target, column)))),
  )
  const partners = new Map(
    optimalMatching(scores, leastLikeness).map(({ left, right }) => [left, right]),
  )
  const placed = new Set(partners.values())
  return [
    ...rows.map((row, position) => {
      const partner = partners.get(position)
      const filled = [...row]
      if (partner !== undefined) filled[index] = plan.targets[partner]
      return filled
    }),
    ...plan.targets
      .filter((_, position) => !placed.has(position))
      .map((target) =>
        Array.from({ length: index + 1 }, (_, at) => (at === index ? target : undefined)),
      ),
  ]
}
