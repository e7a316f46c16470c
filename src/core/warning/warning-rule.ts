import { compile, evaluate, type Expression } from '../expression/compile.ts'
import type { ExpressionProblem } from '../expression/syntax.ts'
import { gap } from '../expression/value.ts'
import { err, ok, type Result } from '../result.ts'
import { signalNames } from './signals.ts'

/** Gravest first. */
export const grades = ['red', 'orange', 'yellow'] as const
export type Grade = (typeof grades)[number]

/** What a rule looks at. */
export type WarningSubject =
  | 'region'
  | 'park'
  | 'town'
  | 'industry'
  | 'chain'
  | 'enterprise'
  | 'project'

/**
 * A warning as a row: conditions in the expression language over signals of named indicators, tried
 * on past months before it is put in force.
 */
export interface WarningRule {
  readonly code: string
  readonly name: string
  readonly subject: WarningSubject
  /** The indicators it looks at, by the short name its conditions use: 产值 → industrial-output. */
  readonly indicators: Readonly<Record<string, string>>
  /** A condition for each grade it knows; the gravest that holds decides. */
  readonly conditions: Readonly<Partial<Record<Grade, string>>>
  /** Periods in which it keeps silent: the Spring Festival makes 1-2月 unlike itself. */
  readonly notIn: readonly string[]
  /** What to do next, for the owner. */
  readonly nextStep: string
  /** Who owns what it finds: `park` is the park or town of the subject, anything else the region's office. */
  readonly owner: string
  /** From this grade on what it finds becomes a matter by itself; absent where a person decides. */
  readonly becomesMatter?: Grade
  readonly source: string
}

/** Signals of a subject by `短名` + signal, e.g. 产值当月同比, and facts that are no series, e.g. 最大企业占比. */
export type Facts = Readonly<Record<string, number>>

/** Facts that belong to a subject as a whole: the first two to regions, then to who reports, then to projects. */
export const wholeFacts = ['最大企业占比', '最大企业拉动占比', '逾期天数', '停滞天数'] as const

export interface RuleProblem {
  readonly grade: Grade
  readonly problem: ExpressionProblem
}

export interface Finding {
  readonly grade: Grade
  readonly because: string
  /** The figures the condition read, by name. */
  readonly figures: Facts
}

/** Checks a rule and makes it ready to look at subjects. */
export function warningLook(
  rule: WarningRule,
): Result<(facts: Facts, period: string) => Finding | undefined, RuleProblem> {
  const names = namesOf(rule)
  const compiled: {
    readonly grade: Grade
    readonly source: string
    readonly condition: Expression
  }[] = []
  for (const grade of grades) {
    const source = rule.conditions[grade]
    if (source === undefined) continue
    const result = compile(source, { names })
    if (!result.ok) return err({ grade, problem: result.error })
    compiled.push({ grade, source, condition: result.value })
  }
  return ok((facts, period) => {
    if (rule.notIn.some((ending) => period.endsWith(ending))) return undefined
    const held = compiled.find(({ condition }) => holds(condition, facts))
    if (!held) return undefined
    const used = held.condition.uses.flatMap((name) => {
      const figure = facts[name]
      return figure === undefined ? [] : [[name, figure] as const]
    })
    return { grade: held.grade, because: held.source, figures: Object.fromEntries(used) }
  })
}

/** The names a rule may use; ratios are pure numbers, so `-20%` and `-0.2` are one. */
export function namesOf(
  rule: Pick<WarningRule, 'indicators'>,
): ReadonlyMap<string, { readonly unit: string; readonly kind: 'number' }> {
  const names = Object.keys(rule.indicators).flatMap((short) =>
    signalNames.map((signal) => `${short}${signal}`),
  )
  return new Map([...names, ...wholeFacts].map((name) => [name, { unit: '', kind: 'number' }]))
}

/** Whether a rule makes a matter of a warning of this grade without being asked. */
export function becomesMatterAt({ becomesMatter }: WarningRule, grade: Grade): boolean {
  return becomesMatter !== undefined && grades.indexOf(grade) <= grades.indexOf(becomesMatter)
}

function holds(condition: Expression, facts: Facts): boolean {
  const value = evaluate(condition, { value: (name) => facts[name] ?? gap('missing', name) })
  return value === true
}
