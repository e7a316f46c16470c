import type { Period } from '../period/period.ts'
import { type Facts, type Finding, type Grade, grades } from './warning-rule.ts'

/** What was found about one subject in one period by one rule. */
export interface Hit extends Finding {
  readonly rule: string
  readonly subject: string
  readonly period: Period
}

/** A warning from its first month to its last: one line for one trouble, however long it goes on. */
export interface Warning {
  readonly rule: string
  readonly subject: string
  readonly since: Period
  readonly until: Period
  /** The gravest it has been. */
  readonly worst: Grade
  /** As of `until`. */
  readonly grade: Grade
  readonly because: string
  readonly figures: Facts
  readonly isOpen: boolean
}

export interface Change {
  /** What is there now for the first time. */
  readonly raised: readonly Warning[]
  /** What goes on, with its grade and figures of the new period. */
  readonly continued: readonly Warning[]
  /** What the new period does not show any more. */
  readonly cleared: readonly Warning[]
}

/**
 * Joins a period's hits to the warnings that stand: the same rule about the same subject is the same
 * warning, not another. Subjects that have not reported yet (`silent`) clear nothing. [W2]
 */
export function changedBy(
  standing: readonly Warning[],
  hits: readonly Hit[],
  period: Period,
  silent: ReadonlySet<string> = new Set(),
): Change {
  const keyed = new Map(hits.map((hit) => [keyOf(hit), hit]))
  const open = standing.filter(({ isOpen }) => isOpen)
  const known = new Set(open.map(keyOf))
  return {
    raised: hits.filter((hit) => !known.has(keyOf(hit))).map((hit) => raisedBy(hit)),
    continued: open.flatMap((warning) => {
      const hit = keyed.get(keyOf(warning))
      return hit ? [continuedBy(warning, hit)] : []
    }),
    cleared: open
      .filter((warning) => !keyed.has(keyOf(warning)) && !silent.has(warning.subject))
      .map((warning) => ({ ...warning, until: period, isOpen: false })),
  }
}

function keyOf({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
  return JSON.stringify([rule, subject])
}

function raisedBy({ rule, subject, period, grade, because, figures }: Hit): Warning {
  const when = { since: period, until: period }
  return { rule, subject, ...when, worst: grade, grade, because, figures, isOpen: true }
}

function continuedBy(warning: Warning, { period, grade, because, figures }: Hit): Warning {
  const worst = grades.indexOf(grade) < grades.indexOf(warning.worst) ? grade : warning.worst
  return { ...warning, until: period, grade, worst, because, figures }
}

export interface Skill {
  readonly judged: number
  readonly right: number
  readonly missed: number
  /** Of what the rule said, how much was true; absent before anything was judged. */
  readonly precision?: number
  /**
   * Of the troubles known to be there, how much the rule had said. Absent until somebody has reported
   * one that it missed: as long as nobody looks for those, its recall is not known.
   */
  readonly recall?: number
}

/**
 * How good a rule has been: warnings judged right or wrong afterwards, and troubles of its kind that
 * people reported without it. [W3]
 */
export function skillOf(verdicts: readonly ('right' | 'wrong')[], missed: number): Skill {
  const right = verdicts.filter((verdict) => verdict === 'right').length
  return {
    judged: verdicts.length,
    right,
    missed,
    ...(verdicts.length > 0 && { precision: right / verdicts.length }),
    ...(missed > 0 && { recall: right / (right + missed) }),
  }
}
