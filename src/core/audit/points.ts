import type { Citation } from '../document/citation.ts'
import type { Milestone, Plan, Target } from '../plan/plan.ts'
import type { Bound, Quantity } from '../quantity/quantity.ts'
import { indicatorKey } from './indicator.ts'
import { decimalsOf, exactly, type Interval, rounded, scaled, widened } from './interval.ts'
import { meaningOf } from './unit.ts'

/** One figure a plan commits to: an indicator's value in a year, with all values its print allows. */
export interface Point {
  readonly target: Target
  /** Indicator and scope in one spelling; figures with the same key speak of the same thing. */
  readonly key: string
  readonly year: number
  readonly role: 'base' | Milestone['kind']
  /** In the target's unit. */
  readonly value: number
  readonly range: Interval
  readonly op: Bound
  readonly unit: string | undefined
  readonly citation: Citation
}

/** All figures of the plan's targets that are numbers. */
export function pointsOf(plan: Plan): readonly Point[] {
  return plan.targets.flatMap(pointsOfTarget)
}

export function pointsOfTarget(target: Target): readonly Point[] {
  const common = { target, key: keyOf(target), unit: target.unit, citation: target.citation }
  const base = target.baseline
  const atBase =
    base?.value === undefined
      ? []
      : [
          {
            ...common,
            year: base.year,
            role: 'base' as const,
            value: base.value,
            range: rangeOf(base.value, base.text, target.unit, '='),
            op: '=' as const,
          },
        ]
  const goals = target.milestones.flatMap((milestone) =>
    milestone.value === undefined
      ? []
      : [
          {
            ...common,
            year: milestone.year,
            role: milestone.kind === 'level' && isCounted(target) ? 'cumulative' : milestone.kind,
            value: milestone.value,
            range: rangeOfQuantity(milestone, target.unit),
            op: milestone.op,
            unit: milestone.unit ?? target.unit,
          },
        ],
  )
  return [...atBase, ...goals]
}

// 新实施项目 counts what the plan period adds, however its column is read.
function isCounted({ indicator }: Target): boolean {
  return /^[“”"\s]*(?:十[一二三四五六]五[“”"\s]*(?:时期|期间)?)?(?:累计|新增|新实施|新建|新培育|新引进)/.test(
    indicator,
  )
}

/**
 * Indicator and scope in one spelling. A scope that the indicator's name already carries adds nothing:
 * 智能装备产业产值 with the scope 智能装备 is the same as without it.
 */
export function keyOf(target: Target): string {
  const name = indicatorKey(target.indicator)
  const scope = scopeKey(target)
  if (scope === '') return name
  // 园区工业总产值 and 产值 under a park's name are its output.
  const rest = name.replace(scope, '').replace(/园区|企业|工业|产业|规模|的/g, '')
  if (rest === '产值') return `${scope}产值`
  return name.includes(scope) ? name : `${scope}${name}`
}

/** The scope's name without its ending: 智能装备产业 and 智能装备 are one. Empty for the whole region. */
export function scopeKey(target: Target): string {
  const name = target.scope?.name.replace(/[\s“”"（）()]/g, '') ?? ''
  return name.replace(/(?:产业集群|产业|行业|集群)$/, '')
}

export function rangeOfQuantity(quantity: Quantity, unit?: string): Interval {
  const value = quantity.value ?? 0
  if (quantity.high !== undefined) return { low: value, high: quantity.high }
  return rangeOf(value, quantity.text, quantity.unit ?? unit, quantity.op)
}

/**
 * The values a printed figure may stand for. Things counted one by one are exact; 左右 and 约 allow a
 * tenth more on both sides.
 */
function rangeOf(
  value: number,
  text: string | undefined,
  unit: string | undefined,
  op: Bound,
): Interval {
  const printed = numberIn(text, value) ?? String(value)
  const meaning = meaningOf(unit)
  const counted = meaning.family === 'count' && meaning.factor === 1 && Number.isInteger(value)
  const range = counted ? exactly(value) : rounded(value, decimalsOf(printed))
  return op === '~' ? widened(range, Math.abs(value) / 10) : range
}

/** The range in the unit family's common unit, so that 万元 and 亿元 compare. */
export function inCommonUnit(point: Pick<Point, 'range' | 'unit'>): Interval {
  return scaled(point.range, meaningOf(point.unit).factor)
}

// The text may hold other numbers (到2025年达到34.05): the one that equals the value shows its digits.
function numberIn(text: string | undefined, value: number): string | undefined {
  const numbers = (text ?? '').replace(/,/g, '').match(/\d+(?:\.\d+)?/g) ?? []
  return numbers.find((number) => Number(number) === Math.abs(value))
}
