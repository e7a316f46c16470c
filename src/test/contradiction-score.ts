import type { Finding } from '#core/audit/finding.ts'
import type { Expected } from './known-contradictions.ts'

export interface Score {
  /** True contradictions found, whatever the severity. */
  readonly found: number
  readonly expected: number
  /** Errors and warnings that name a true contradiction, of all errors and warnings. */
  readonly right: number
  readonly accused: number
  readonly missed: readonly Expected[]
  readonly wrong: readonly Finding[]
}

/** Holds findings against what is known. A questionable case may be asked about, not accused. */
export function scoreOf(known: readonly Expected[], findings: readonly Finding[]): Score {
  const real = known.filter((one) => one.judgement === 'true')
  const missed = real.filter((one) => !findings.some((finding) => isAbout(one, finding)))
  const accusations = findings.filter((finding) => finding.severity !== 'info')
  const wrong = accusations.filter((finding) => !real.some((one) => isAbout(one, finding)))
  return {
    found: real.length - missed.length,
    expected: real.length,
    right: accusations.length - wrong.length,
    accused: accusations.length,
    missed,
    wrong,
  }
}

export function total(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number =>
    scores.reduce((all, score) => all + of(score), 0)
  return {
    found: sum((score) => score.found),
    expected: sum((score) => score.expected),
    right: sum((score) => score.right),
    accused: sum((score) => score.accused),
    missed: scores.flatMap((score) => score.missed),
    wrong: scores.flatMap((score) => score.wrong),
  }
}

function isAbout(
  { rules, about }: Expected,
  { rule, message, arithmetic = '', citations }: Finding,
): boolean {
  const text = [message, arithmetic, ...citations.map((citation) => citation.quote)].join(' ')
  return rules.includes(rule) && about.every((part) => text.includes(part))
}
