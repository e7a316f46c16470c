import type { Finding } from '../finding.ts'
import { directionOf } from '../indicator.ts'
import { isBelow } from '../interval.ts'
import { type Point, pointsOfTarget } from '../points.ts'
import { type AuditContext, finding } from '../rule.ts'
import { unitText } from '../wording.ts'

/** A target on the wrong side of its base: productivity that falls, energy use that rises. */
export function directionFindings({ plan }: AuditContext): readonly Finding[] {
  return plan.targets.flatMap((target) => {
    const direction = directionOf(target.indicator)
    const points = pointsOfTarget(target).filter(
      (point) => point.role === 'base' || point.role === 'level',
    )
    const base = points.find((point) => point.role === 'base')
    if (direction === undefined || !base) return []
    const goals = points.filter((point) => point.role === 'level' && point.year > base.year)
    const reversed = goals.filter((goal) =>
      direction === 'up' ? isBelow(goal.range, base.range) : isBelow(base.range, goal.range),
    )
    return reversed.length > 0 ? [describe(base, reversed, direction)] : []
  })
}

function describe(base: Point, reversed: readonly Point[], direction: 'up' | 'down'): Finding {
  const unit = unitText(base.unit)
  const goals = reversed.map((goal) => `${goal.year}年${sign(goal)}${goal.value}${unit}`).join('、')
  const first = reversed[0] ?? base
  // A floor below the base, or a cap above it, is weak rather than wrong: it still allows progress.
  const isBound = reversed.every((goal) => goal.op !== '=' && goal.op !== '~')
  const side = direction === 'up' ? '低于' : '高于'
  const demand = isBound
    ? '等于允许指标倒退，请确认是否有意放宽'
    : '目标方向与指标含义相反，请核对基期值或目标值'
  return finding(
    'direction-reversed',
    isBound || isShareOfEconomy(base) ? 'warning' : 'error',
    `“${base.target.indicator}”目标（${goals}）${side}${base.year}年基期${base.value}${unit}，${demand}。`,
    [base.target.citation],
    {
      expected: base.value,
      found: first.value,
      arithmetic: reversed
        .map((goal) => `${goal.value} ${direction === 'up' ? '<' : '>'} ${base.value}`)
        .join('；'),
    },
  )
}

// A region may mean its industry to grow more slowly than its services.
function isShareOfEconomy(base: Point): boolean {
  return /占GDP占比|占地区/.test(base.key)
}

function sign(point: Point): string {
  return point.op === '=' || point.op === '~' ? '' : point.op.replace('>=', '≥').replace('<=', '≤')
}
