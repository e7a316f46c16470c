import type { tryWarningRule, Warning } from '#contract/warning.ts'
import type { Reply } from '#contract/route.ts'
import { comparePeriods, type Period } from '#core/period/period.ts'

type Hit = Reply<typeof tryWarningRule>['hits'][number]
/** A warning as far as the score needs it. */
interface Known extends Pick<Warning, 'subject' | 'since' | 'until'> {
  readonly verdict?: { readonly right: boolean }
}

export interface TrialScore {
  /** Hits that people have called right, called wrong, or not judged yet. */
  readonly right: number
  readonly wrong: number
  readonly open: number
  /** Warnings called right within the months tried that the rule would not tell any more. */
  readonly lost: number
}

/** What people's verdicts on past warnings of a rule say of the hits of a trial. */
export function trialScore(
  hits: readonly Hit[],
  known: readonly Known[],
  periods: readonly Period[],
): TrialScore {
  const verdicts = hits.map((hit) => verdictOf(hit, known))
  const lost = known.filter(
    (warning) =>
      warning.verdict?.right &&
      periods.some((period) => isWithin(period, warning)) &&
      !hits.some((hit) => isSame(hit, warning) && isWithin(hit.period, warning)),
  )
  return {
    right: verdicts.filter((verdict) => verdict === true).length,
    wrong: verdicts.filter((verdict) => verdict === false).length,
    open: verdicts.filter((verdict) => verdict === undefined).length,
    lost: lost.length,
  }
}

/** Whether a person called the warning this hit belongs to right; undefined while nobody judged. */
export function verdictOf(hit: Hit, known: readonly Known[]): boolean | undefined {
  return known.find(
    (warning) => warning.verdict && isSame(hit, warning) && isWithin(hit.period, warning),
  )?.verdict?.right
}

function isSame({ subject: a }: Hit, { subject: b }: Known): boolean {
  return a.kind === b.kind && a.code === b.code
}

function isWithin(period: Period, { since, until }: Known): boolean {
  return comparePeriods(since, period) <= 0 && comparePeriods(period, until) <= 0
}
