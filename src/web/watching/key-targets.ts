import type { Standing } from '#contract/watching.ts'

/** How many targets a leader sees as cards. */
const usualMost = 5

/** The targets that stand for the plan: of the whole region, with a figure and a goal, in its order. */
export function keyTargets(targets: readonly Standing[], most = usualMost): readonly Standing[] {
  return targets
    .filter(
      ({ scope, actual, yearGoal }) =>
        scope === undefined && actual !== undefined && yearGoal !== undefined,
    )
    .slice(0, most)
}

/** Whether somebody must look at it: behind, about to be, or silent though it is measured. */
export function needsAttention({ lamp, measure }: Standing): boolean {
  return lamp === 'warning' || lamp === 'behind' || (lamp === 'unreported' && measure !== undefined)
}

/** In the order of the plan, those with a goal this year before those without. */
export function goalsFirst(targets: readonly Standing[]): readonly Standing[] {
  const hasGoal = ({ yearGoal }: Standing): boolean => yearGoal !== undefined
  return [...targets.filter(hasGoal), ...targets.filter((standing) => !hasGoal(standing))]
}
