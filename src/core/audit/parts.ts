import type { Citation } from '../document/citation.ts'
import type { Industry, Plan } from '../plan/plan.ts'
import { isOutput } from './indicator.ts'
import { type Interval, isBelow, overlaps, scaled, sumOf } from './interval.ts'
import { inCommonUnit, type Point, rangeOfQuantity, scopeKey } from './points.ts'
import { meaningOf } from './unit.ts'

/** A money goal of a segment of a total: an industry, one of its branches, a park. In 亿元. */
export interface Part {
  readonly name: string
  readonly value: number
  readonly range: Interval
  readonly citation: Citation
}

const hundredMillion = 1e8

/** Output goals of the plan's last year. */
export function outputPoints(points: readonly Point[], plan: Plan): readonly Point[] {
  return points.filter(
    (point) =>
      point.role === 'level' &&
      point.year === plan.period.end &&
      meaningOf(point.unit).family === 'money' &&
      isOutput(point.target.indicator),
  )
}

export function inHundredMillions(point: Point): Interval {
  return scaled(inCommonUnit(point), 1 / hundredMillion)
}

/** A point as part; a size (1100亿级) counts with its nominal value. */
export function partOf(point: Point, name: string): Part {
  const factor = meaningOf(point.unit).factor / hundredMillion
  const value = point.value * factor
  const range = point.op === '~' ? { low: value, high: value } : scaled(point.range, factor)
  return { name, value, range, citation: point.citation }
}

/** The output goal of an industry: its own, or else the one among the targets that bears its name. */
export function industryPart(
  industry: Industry,
  outputs: readonly Point[],
  plan: Plan,
): Part | undefined {
  const { goal, citation, name } = industry
  const isMoney = meaningOf(goal?.unit).family === 'money'
  if (goal?.value !== undefined && isMoney && !countsOther(plan, name)) {
    const factor = meaningOf(goal.unit).factor / hundredMillion
    const range = scaled(rangeOfQuantity({ ...goal, op: '=' }), factor)
    return { name, value: goal.value * factor, range, citation }
  }
  // A branch read with its industry's name is smaller than the industry.
  const target = outputs
    .filter((point) => bareName(nameOf(point)) === bareName(name))
    .toSorted((a, b) => inCommonUnit(b).high - inCommonUnit(a).high)[0]
  return target && partOf(target, name)
}

/** A scope whose money goals are revenue, taxes or added value adds nothing to output. */
export function countsOther(plan: Plan, scope: string): boolean {
  const own = plan.targets.filter(
    (target) =>
      target.scope !== undefined &&
      bareName(target.scope.name) === bareName(scope) &&
      meaningOf(target.unit).family === 'money',
  )
  return own.length > 0 && !own.some((target) => isOutput(target.indicator))
}

/** 智能装备产业 and 智能装备 are one. */
export function bareName(name: string): string {
  return name.replace(/[\s“”"]/g, '').replace(/(?:产业集群|产业|工业|行业|集群|业)$/, '')
}

/** What an output goal is of, by its indicator: 医疗器械产值 inside 大健康产业 is 医疗器械. */
export function branchNameOf(point: Point): string {
  const own = point.key.replace(/(?:产业|工业)*(?:产值|产业)$/, '')
  const scope = scopeKey(point.target)
  return own.startsWith(scope) && own !== scope ? own.slice(scope.length) || own : own
}

function nameOf(point: Point): string {
  const scope = scopeKey(point.target)
  return scope === '' ? point.key.replace(/产值$/, '') : scope
}

/** How a sum of parts stands to a whole; `short` only where every part is known. */
export function standing(
  parts: readonly Part[],
  whole: Interval,
  isComplete: boolean,
): 'agrees' | 'above' | 'short' {
  const sum = sumOf(parts.map((part) => part.range))
  if (overlaps(sum, whole)) return 'agrees'
  if (isBelow(whole, sum)) return 'above'
  return isComplete ? 'short' : 'agrees'
}
