import { compile, evaluate, type Expression } from '../expression/compile.ts'
import type { ExpressionProblem } from '../expression/syntax.ts'
import { gap } from '../expression/value.ts'
import { err, ok, type Result } from '../result.ts'
import type { Direction } from './progress.ts'

/** 正常, 预警, 滞后, 未报: silence, and what nothing is owed of yet, is a state of its own. */
export type Lamp = 'normal' | 'warning' | 'behind' | 'unreported'

/**
 * When a lamp is lit, as a row a user edits: conditions in the expression language, tried on past
 * months before it is put in force.
 */
export interface LampRule {
  /** 滞后 is asked first, then 预警; who meets neither is 正常. */
  readonly behind: string
  readonly warning: string
  /** The same for 约束性 targets, which are taken more strictly. */
  readonly bindingBehind: string
  readonly bindingWarning: string
}

/** The names a rule may use; shares are ratios, so -5% is -0.05. */
export const lampNames = ['偏差率', '达成概率', '完成率', '计划值', '实际值', '同比'] as const
export type LampName = (typeof lampNames)[number]

export type LampFacts = Readonly<Partial<Record<LampName, number>>>

/** What is shipped; a district changes it. The thresholds are practice, no standard sets them. */
export const usualLampRule: LampRule = {
  behind: '偏差率 < -10% 或 达成概率 < 20%',
  warning: '偏差率 < -3% 或 达成概率 < 50%',
  bindingBehind: '偏差率 < -5% 或 达成概率 < 30%',
  bindingWarning: '偏差率 < 0% 或 达成概率 < 60%',
}

export interface LampProblem {
  readonly field: keyof LampRule
  readonly problem: ExpressionProblem
}

export interface LampJudge {
  (facts: LampFacts, isBinding: boolean): LampVerdict
}

export interface LampVerdict {
  readonly lamp: Lamp
  /** The condition that decided, as it is written; absent for 正常 and 未报. */
  readonly because?: string
}

/** Checks a rule and makes it ready to judge by. */
export function lampJudge(rule: LampRule): Result<LampJudge, LampProblem> {
  // All but the days and the values are ratios, so that `-5%` and `-0.05` are one.
  const names = new Map(lampNames.map((name) => [name, { unit: '', kind: 'number' as const }]))
  const compiled = new Map<keyof LampRule, Expression>()
  for (const field of ['behind', 'warning', 'bindingBehind', 'bindingWarning'] as const) {
    const result = compile(rule[field], { names })
    if (!result.ok) return err({ field, problem: result.error })
    compiled.set(field, result.value)
  }
  return ok((facts, isBinding) => {
    // Without a figure, or with nothing to hold it against, nothing is said to be in order.
    const isJudged = facts.偏差率 !== undefined || facts.达成概率 !== undefined
    if (facts.实际值 === undefined || !isJudged) return { lamp: 'unreported' }
    const order = isBinding
      ? (['bindingBehind', 'bindingWarning'] as const)
      : (['behind', 'warning'] as const)
    for (const [index, field] of order.entries()) {
      const expression = compiled.get(field)
      if (expression && isTrue(expression, facts)) {
        return { lamp: index === 0 ? 'behind' : 'warning', because: rule[field] }
      }
    }
    return { lamp: 'normal' }
  })
}

function isTrue(expression: Expression, facts: LampFacts): boolean {
  const value = evaluate(expression, {
    value: (name) => facts[name as LampName] ?? gap('missing', name),
  })
  return value === true
}

/**
 * How far an actual value lies from the planned one as a share of it, below zero where it is worse.
 * A ratio; undefined where the planned value is zero. [T5]
 */
export function deviation(
  { planned, actual }: { readonly planned: number; readonly actual: number },
  direction: Direction,
): number | undefined {
  if (planned === 0) return undefined
  const share = (actual - planned) / Math.abs(planned)
  if (direction === 'keep') return 0 - Math.abs(share)
  return direction === 'up' ? share : 0 - share
}

/**
 * The deviation as lamps see it: of a planned zero no share can be taken, but whether it is kept is
 * plain. [T5]
 */
export function lampDeviation(
  values: { readonly planned: number; readonly actual: number },
  direction: Direction,
): number | undefined {
  if (values.planned !== 0) return deviation(values, direction)
  const { actual } = values
  const isKept =
    direction === 'keep' ? actual === 0 : direction === 'up' ? actual >= 0 : actual <= 0
  return isKept ? 0 : -1
}
